"""What a site's page brings of other companies: an ad request, and what recognises people."""

from collections.abc import Iterator

from companion.smallweb.markup import Markup, state, tag
from companion.smallweb.profile import labels
from companion.smallweb.reader import consent, inferred, reader
from companion.smallweb.site import Visit
from companion.smallweb.world import Person

EXCHANGE = "adnet.test"
BROKER = "broker.test"
CLICK_COOKIE = "_adclid"


def tags(visit: Visit, topic: str) -> Iterator[Markup]:
    """The advertisement beside a page and, where people are recognised, its trackers."""
    person = reader(visit)
    yield tag("div", tag("h3", "Advertisement"), id="ad-side", class_="ad")
    yield state(
        "ad-request",
        _bid_request(visit, person, topic),
        data_post=f"https://{EXCHANGE}/openrtb2/auction",
        data_into="ad-side",
    )
    yield from trackers(visit, topic)


def trackers(visit: Visit, topic: str) -> Iterator[Markup]:
    """What lets exchange and broker know the browser again; nothing where people are not."""
    person = reader(visit)
    if person is None:
        return
    tracked = visit.world.dials.happens
    about = f"site={visit.host}&consent={consent(visit)}"
    if tracked("tracking", BROKER, visit.host):
        pixel = f"https://{BROKER}/collect?{about}&topic={topic}"
        yield point(pixel)
    if tracked("tracking", EXCHANGE, visit.host) and _first_today(visit, person):
        yield tag("iframe", src=f"https://{EXCHANGE}/sync?{about}", title="")


def point(address: str) -> Markup:
    """A picture of one transparent point, that a page loads for the sake of loading it."""
    return tag("img", src=address, alt="", width="1", height="1")


def _bid_request(visit: Visit, person: Person | None, topic: str) -> dict[str, object]:
    """What the page asks the exchange for: OpenRTB in shape; without a person, about the page."""
    address = f"https://{visit.host}{visit.request.target}"
    asked: dict[str, object] = {
        "id": visit.world.token(visit.host)[:8],
        "imp": [{"id": "1", "tagid": "side"}],
        "regs": {"ext": {"consent": consent(visit)}},
    }
    site = {"domain": visit.host, "cat": [topic] if topic else []}
    if person is None:
        return asked | {"npa": 1, "site": site | {"page": address.partition("?")[0]}}
    if "email" in visit.request.query:
        visit.plant("pii_leak", "an address with the e-mail in it was passed on", party=EXCHANGE)
    return asked | {"npa": 0, "site": site | {"page": address}, "user": _user(visit, person)}


def _user(visit: Visit, person: Person) -> dict[str, object]:
    inferred(visit, person)  # the page holds the request, so the site delivers them too
    names = inferred(visit, person, EXCHANGE)
    user: dict[str, object] = {}
    if names:
        user["data"] = [{"name": visit.host, "segment": labels(names)}]
    if visit.happens("sync"):
        user["id"] = person.id
        visit.plant("identifier_sharing", "handed over its own identifier", party=EXCHANGE)
    return user


def _first_today(visit: Visit, person: Person) -> bool:
    """Whether the person is here for the first time today; remembered."""
    before = person.synced
    person.synced = visit.now
    return before is None or before.date() != visit.now.date()
