"""adnet.test: an ad exchange. It knows browsers on all sites, and sells their attention."""

from urllib.parse import quote

from companion.smallweb.adtech import allow_reading, known, page_site, pixel
from companion.smallweb.catalogue import Piece, pieces, topics
from companion.smallweb.dials import share
from companion.smallweb.markup import tag
from companion.smallweb.message import Response, data, page, static
from companion.smallweb.page import frame, product
from companion.smallweb.profile import labels, segments
from companion.smallweb.reader import plant_segments
from companion.smallweb.recommend import everyone
from companion.smallweb.site import Brand, Site, Visit
from companion.smallweb.tags import BROKER, point
from companion.smallweb.world import Act, Person

SHOP = "shop.test"
_PLACES = 4

site = Site(
    "adnet.test",
    Brand("adnet", "Attention, delivered", "calm", "#30507a"),
    cookie="uid",
)


@site.get("/")
def home(visit: Visit) -> Response:
    """What the exchange says about itself."""
    pitch = tag("p", "adnet brings the right message to the right reader on four hundred sites.")
    out = tag("form", tag("button", "Opt out here"), action="/optout", method="post")
    return frame(visit.site.brand, "About", tag("section", tag("h1", "About adnet"), pitch, out))


@site.get("/art/*")
def art(visit: Visit) -> Response:
    """The picture of an advertised product."""
    return allow_reading(visit, static(product(visit.tail), "image/svg+xml"))


@site.post("/optout")
def optout(visit: Visit) -> Response:
    """Forgets the browser."""
    _forget(visit)
    return frame(visit.site.brand, "Opted out", tag("h1", "You are opted out"))


@site.get("/sync")
def sync(visit: Visit) -> Response:
    """A frame without content that makes the browser tell the broker whom the exchange means."""
    person = known(visit)
    if not visit.happens("sync"):
        return page("")
    where = f"site={page_site(visit)}&consent={visit.request.query.get('consent', '')}"
    return page(point(f"https://{BROKER}/match?partner=adnet&uid={person.id}&{where}"))


@site.get("/setuid")
def setuid(visit: Visit) -> Response:
    """The broker's answer to a sync: whom it means."""
    known(visit, f"broker:{visit.request.query.get('uid', '')}")
    visit.plant("identifier_sharing", "received the broker's identifier", site=page_site(visit))
    return pixel()


@site.get("/pixel")
def seen(visit: Visit) -> Response:
    """What was looked at in the shop; `clid` is whom an ad's link has brought there."""
    query = visit.request.query
    click = query.get("clid", "")
    person = known(visit, *([click] if click else []))
    topic, piece = query.get("topic", ""), query.get("sku", "")
    person.saw(Act(visit.now, "read", topic, page_site(visit), piece))
    return pixel()


@site.post("/openrtb2/auction")
def auction(visit: Visit) -> Response:
    """Sells a place on a page: four ads, chosen by the page or by who is looking."""
    asked = visit.request.json
    about = asked.get("site", {})
    person = None
    if asked.get("npa") == 0:
        choice = asked.get("regs", {}).get("ext", {}).get("consent", "")
        person = known(visit, choice=choice)
    topic = next(iter(about.get("cat", [])), "")
    if person:
        _learn(visit, person, about.get("page", ""), topic)
    bids = [_bid(visit, ad, person) for ad in _ads(visit, person, topic)]
    answer: dict[str, object] = {"id": asked.get("id"), "seatbid": [{"seat": SHOP, "bid": bids}]}
    if person and visit.happens("segments"):
        names = segments(person, visit.now, visit.world.dials)
        plant_segments(visit, names, site=page_site(visit))
        answer["user"] = {
            "id": person.id,
            "segments": labels([topics().segments[name] for name in names]),
        }
    return allow_reading(visit, data(answer))


def _learn(visit: Visit, person: Person, address: str, topic: str) -> None:
    piece = address.partition("?")[0].rpartition("/")[2]
    if topic:
        person.saw(Act(visit.now, "read", topic, page_site(visit), piece))


def _ads(visit: Visit, person: Person | None, topic: str) -> list[Piece]:
    """What is advertised: what the person looked at elsewhere first, then what suits the page."""
    followed = [*_retargeted(visit, person), *_intimate(visit, person)] if person else []
    day = (visit.world.dials.seed, visit.now.date().isoformat())
    common = everyone(pieces("ads").values(), day)
    return [*followed, *sorted(common, key=lambda ad: ad.topic != topic)][:_PLACES]


def _retargeted(visit: Visit, person: Person) -> list[Piece]:
    """The products looked at last in the shop, for all other sites."""
    here = page_site(visit)
    if here == SHOP or not visit.world.dials.happens("retargeting", here):
        return []
    looked = dict.fromkeys(act.piece for act in reversed(person.acts) if act.site == SHOP)
    products = [pieces("shop")[name] for name in looked if name in pieces("shop")][:2]
    if products:
        titles = ", ".join(product.title for product in products)
        visit.plant("cross_context_reuse", f"{titles}: seen in the shop", site=here)
    return products


def _intimate(visit: Visit, person: Person) -> list[Piece]:
    """A product against what somebody read about their health, for all other sites."""
    here, sensitive = page_site(visit), topics().sensitive
    private = [a for a in person.acts if a.topic in sensitive and a.site != here]
    if here == SHOP or not private or not visit.world.dials.happens("intimacy", here):
        return []
    stock = [piece for piece in pieces("shop").values() if piece.topic == "wellbeing"]
    visit.plant(
        "inappropriate_intimacy", f"{private[-1].topic}: read at {private[-1].site}", site=here
    )
    return sorted(stock, key=lambda piece: share(person.id, piece.id))[:1]


def _bid(visit: Visit, piece: Piece, person: Person | None) -> dict[str, object]:
    """An ad as the page shows it; its link may carry the exchange's identifier to the shop."""
    url = f"https://{SHOP}/p/{piece.id}" if piece.price else f"https://{SHOP}/c/{piece.topic}"
    if person and visit.world.dials.happens("link_decoration", page_site(visit)):
        url = f"{url}?adclid={quote(person.id)}"
    cost = {"price": piece.price, "currency": "EUR"} if piece.price else {}
    return {
        "id": piece.id,
        "title": piece.title,
        "url": url,
        "image": f"https://{visit.host}/art/{piece.id}.svg",
        **cost,
        "advertiser": "Fieldgoods",
        "sponsored": True,
    }


def _forget(visit: Visit) -> None:
    people = visit.world.people(visit.host)
    person = people.get(visit.cookies.get(visit.site.cookie, ""))
    for name in [name for name, it in people.items() if it is person]:
        del people[name]
    visit.keep(visit.site.cookie, "", "Max-Age=0", "SameSite=None")
