"""What a site's page brings of other companies: an ad request, and what recognises people."""

from collections.abc import Iterator
from urllib.parse import urlencode

from companion.smallweb.catalogue import topics
from companion.smallweb.markup import Markup, state, tag
from companion.smallweb.profile import labels
from companion.smallweb.reader import consent, inferred, plant_against, reader
from companion.smallweb.site import Visit
from companion.smallweb.world import Person

EXCHANGE = "adnet.test"
BROKER = "broker.test"
CLICK_COOKIE = "_adclid"


def tracks(visit: Visit, party: str) -> bool:
    """Whether the page lets a company know the browser again."""
    return reader(visit) is not None and visit.world.dials.happens("tracking", party, visit.host)


def address(visit: Visit, party: str, path: str, **told: str) -> str:
    """An address at a company, which tells it of the page it is loaded on."""
    personal = {"consent": consent(visit), "npa": "0" if tracks(visit, party) else "1"}
    query = urlencode({"site": visit.host, **personal, **told})
    return f"https://{party}{path}?{query}"


def point(url: str, *, cookies: bool = True) -> Markup:
    """A picture of one transparent point, that a page loads for the sake of loading it."""
    lone = None if cookies else "anonymous"
    return tag("img", src=url, alt="", width="1", height="1", crossorigin=lone)


def tags(visit: Visit, topic: str) -> Iterator[Markup]:
    """The advertisement beside a page and, where people are recognised, its trackers."""
    yield tag("div", tag("h3", "Advertisement"), id="ad-side", class_="ad")
    yield state(
        "ad-request",
        _bid_request(visit, topic),
        data_post=f"https://{EXCHANGE}/openrtb2/auction",
        data_into="ad-side",
        data_cookies="include" if tracks(visit, EXCHANGE) else "omit",
    )
    yield from trackers(visit, topic)


def trackers(visit: Visit, topic: str) -> Iterator[Markup]:
    """What lets exchange and broker know the browser again; nothing where people are not."""
    if tracks(visit, BROKER):
        yield point(address(visit, BROKER, "/collect", topic=topic))
    if tracks(visit, EXCHANGE) and _first_today(visit):
        yield tag("iframe", src=address(visit, EXCHANGE, "/sync"), title="")


def _bid_request(visit: Visit, topic: str) -> dict[str, object]:
    """What the page asks the exchange for: OpenRTB in shape; without a person, about the page."""
    person, shown = reader(visit), f"https://{visit.host}{visit.request.target}"
    asked: dict[str, object] = {
        "id": visit.world.token(visit.host)[:8],
        "imp": [{"id": "1", "tagid": "side"}],
        "regs": {"ext": {"consent": consent(visit)}},
        "npa": 0 if tracks(visit, EXCHANGE) else 1,
    }
    site = {"domain": visit.host, "cat": [topic] if topic else []}
    if person is None:
        return asked | {"site": site | {"page": shown.partition("?")[0]}}
    if "email" in visit.request.query:
        visit.plant("pii_leak", "an address with the e-mail in it was passed on", party=EXCHANGE)
        plant_against(visit, consent(visit), party=EXCHANGE)
    return asked | {"site": site | {"page": shown}, "user": _user(visit, person)}


def _user(visit: Visit, person: Person) -> dict[str, object]:
    inferred(visit, person)  # the page holds the request, so the site delivers them too
    names = inferred(visit, person, EXCHANGE)
    user: dict[str, object] = {}
    if names:
        user["data"] = [
            {"name": visit.host, "segment": labels([topics().segments[name] for name in names])}
        ]
    if visit.happens("sync"):
        user["id"] = person.id
        visit.plant("identifier_sharing", "handed over its own identifier", party=EXCHANGE)
        visit.plant("tracking_identifier", "received the site's identifier", party=EXCHANGE)
        plant_against(visit, consent(visit), party=EXCHANGE)
    return user


def _first_today(visit: Visit) -> bool:
    """Whether the reader is here for the first time today; remembered."""
    person = reader(visit)
    if person is None or (person.synced and person.synced.date() == visit.now.date()):
        return False
    person.synced = visit.now
    return True
