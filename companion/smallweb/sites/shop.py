"""shop.test: a shop. Some of its prices depend on a test group, some on what one looked at."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from companion.smallweb.catalogue import Piece, pieces, topics
from companion.smallweb.dials import share
from companion.smallweb.experiments import described, variant
from companion.smallweb.lists import Section, alike, entry, labelled, same_for_all
from companion.smallweb.markup import Markup, state, tag
from companion.smallweb.message import Response, redirect
from companion.smallweb.page import shelf
from companion.smallweb.publisher import bare, found, missing, opened, publisher, titled
from companion.smallweb.reader import concluded, note_act, reader
from companion.smallweb.site import Brand, Visit
from companion.smallweb.tags import BROKER, CLICK_COOKIE, EXCHANGE, address, point, trackers, tracks

site = publisher(
    "shop.test",
    Brand("Fieldgoods", "Things that last", "leaf", "#2f6b4f", "shop", "p", "looked at"),
)

_TEST = "price_ladder"
_RUNGS = ("base", "plus")
_QUARTER = "Max-Age=7776000"
_STEP = Decimal("0.08")


@site.get("/")
def home(visit: Visit) -> Response:
    """The shop window."""
    own = labelled(visit, reader(visit))
    window = _priced(visit, same_for_all(visit, "New this week", 8))
    return bare(visit, "Shop", window.markup(), _priced(visit, own).markup() if own else "")


@site.get("/p/*")
def product(visit: Visit) -> Response:
    """A product; whoever comes from an ad brings the exchange's identifier along."""
    piece = opened(visit)
    if piece is None:
        return missing(visit)
    _keep_click(visit)
    price = _price(visit, piece)
    return bare(
        visit,
        titled(piece),
        tag(
            "article",
            tag("img", src=f"/art/{piece.id}.svg", alt="", class_="hero", loading="lazy"),
            tag("p", topics().segments[piece.topic].rpartition("| ")[2], class_="meta"),
            tag("h1", piece.title),
            tag("p", f"€ {price}", class_="price"),
            _add_button(piece),
        ),
        state("product", _schema(piece, price), kind="ld+json"),
        _page_state(visit),
        _priced(visit, alike(visit, "Goes well with this", piece)).markup("rows"),
        *_followers(visit, piece),
    )


@site.get("/c/*")
def department(visit: Visit) -> Response:
    """All products of a topic."""
    lines = [entry(visit, piece) for piece in pieces("shop").values() if piece.topic == visit.tail]
    if not lines:
        return missing(visit)
    _keep_click(visit)
    heading = topics().segments[visit.tail].rpartition("| ")[2]
    return bare(visit, heading, _priced(visit, Section(heading, lines)).markup())


@site.post("/basket")
def add(visit: Visit) -> Response:
    """Puts a product into the basket."""
    piece = pieces("shop").get(visit.request.form.get("sku", ""))
    if piece is None:
        return missing(visit)
    note_act(visit, "add", piece.topic, piece.id)
    visit.keep("basket", piece.id, "SameSite=Lax")
    return redirect("/basket")


@site.get("/basket")
def basket(visit: Visit) -> Response:
    """What is in the basket, and the way to an account."""
    piece = pieces("shop").get(visit.cookies.get("basket", ""))
    lines = [entry(visit, piece)] if piece else []
    inside = shelf("Your basket", lines, look="rows")
    account = tag("p", tag("a", "Create an account", href="/account", class_="button"))
    return bare(visit, "Basket", inside, account)


@site.get("/account")
def account(visit: Visit) -> Response:
    """The form for a new account."""
    form = tag(
        "form",
        tag("label", "Your name", tag("input", name="name", autocomplete="name")),
        tag("label", "E-mail", tag("input", name="email", type="email")),
        tag("label", "Password", tag("input", name="password", type="password")),
        tag("button", "Create account"),
        action="/account",
        method="post",
        class_="tall",
    )
    return bare(visit, "New account", tag("section", tag("h1", "Create an account"), form))


@site.post("/account")
def create(visit: Visit) -> Response:
    """The new account's page; by its dial it tells the broker a hash of the address."""
    email = visit.request.form.get("email", "").strip().lower()
    token = visit.world.token(visit.host)
    visit.keep("session", token, "HttpOnly", "SameSite=Lax")
    told = ""
    if email and reader(visit) and visit.happens("hashed_email"):
        digest = sha256(email.encode()).hexdigest()
        told = address(visit, BROKER, "/identify", em=digest)
    pixel = point(told, cookies=tracks(visit, BROKER)) if told else ""
    name = visit.request.form.get("name", "") or "there"
    welcome = tag("section", tag("h1", f"Welcome, {name}"), tag("p", "Your account is ready."))
    return bare(visit, "Your account", welcome, pixel)


@site.get("/search")
def search(visit: Visit) -> Response:
    """What a search finds."""
    hits = Section(
        f"Results for “{visit.request.query.get('q', '')}”",
        [entry(visit, piece) for piece in found(visit)],
    )
    return bare(visit, "Search", _priced(visit, hits).markup())


def _followers(visit: Visit, piece: Piece) -> Iterator[Markup]:
    """Tells the exchange what was looked at, so that it can be advertised elsewhere."""
    yield from trackers(visit, piece.topic)
    if tracks(visit, EXCHANGE):
        click = visit.cookies.get(CLICK_COOKIE, "")
        told = {"event": "view", "sku": piece.id, "topic": piece.topic, "clid": click}
        yield point(address(visit, EXCHANGE, "/pixel", **told))


def _schema(piece: Piece, price: str) -> dict[str, object]:
    """The product as search engines read it (schema.org)."""
    offer = {"@type": "Offer", "price": price, "priceCurrency": "EUR"}
    named = {"@type": "Product", "name": piece.title, "sku": piece.id}
    return {"@context": "https://schema.org", **named, "offers": offer}


def _add_button(piece: Piece) -> Markup:
    field = tag("input", name="sku", value=piece.id, type="hidden")
    return tag("form", field, tag("button", "Add to basket"), action="/basket", method="post")


def _keep_click(visit: Visit) -> None:
    click = visit.request.query.get("adclid", "")
    if click.isalnum() and reader(visit):
        visit.keep(CLICK_COOKIE, click, _QUARTER)
        visit.plant("identifier_sharing", "kept the exchange's identifier from a link")


def _price(visit: Visit, piece: Piece) -> str:
    """The price here and now: a test group and a profile may each raise it, by up to 8 %."""
    price, dials = Decimal(piece.price), visit.world.dials
    if variant(visit, "price_test", _TEST, _RUNGS) == "plus":
        price *= 1 + _STEP * Decimal(dials["price_test"])
    person = reader(visit)
    times = sum(act.piece == piece.id for act in person.acts) if person else 0
    if times > 1 and share(dials.seed, "watched", piece.id) < dials["price_personalization"]:
        price *= 1 + _STEP
        visit.plant("price_personalization", f"{piece.title}: looked at {times} times")
    return str(price.quantize(Decimal("0.01")))


def _priced(visit: Visit, section: Section) -> Section:
    lines = [replace(line, price=_price(visit, line.piece)) for line in section.entries]
    return replace(section, entries=lines)


def _page_state(visit: Visit) -> Markup:
    """What the page's script is to know: the test group, and what the shop concludes."""
    held = concluded(visit, reader(visit))
    if group := variant(visit, "price_test", _TEST, _RUNGS):
        held["experiments"] = [described(_TEST, group, _RUNGS)]
    return state("state", held)
