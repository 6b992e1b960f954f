"""broker.test: a data broker. It joins what sites tell it and sells back what it concludes."""

from companion.smallweb.adtech import allow_reading, known, page_site, pixel
from companion.smallweb.catalogue import topics
from companion.smallweb.markup import tag
from companion.smallweb.message import Response, data, redirect
from companion.smallweb.page import frame
from companion.smallweb.profile import guesses, labels, segments
from companion.smallweb.reader import plant_against, plant_segments
from companion.smallweb.site import Brand, Site, Visit
from companion.smallweb.tags import EXCHANGE
from companion.smallweb.world import Act

site = Site(
    "broker.test",
    Brand("TrueAudience", "Know everyone", "calm", "#6b3f73"),
    cookie="taid",
)


@site.get("/")
def home(visit: Visit) -> Response:
    """What the broker says about itself."""
    pitch = tag("p", "TrueAudience connects two billion devices with the people behind them.")
    return frame(visit.site.brand, "About", tag("section", tag("h1", "About us"), pitch))


@site.get("/match")
def match(visit: Visit) -> Response:
    """The exchange tells whom it means; the browser is sent back to tell whom the broker means."""
    query, here = visit.request.query, page_site(visit)
    person = known(visit, f"{query.get('partner')}:{query.get('uid')}")
    visit.plant("identifier_sharing", "received the exchange's identifier", site=here)
    back = f"bidder=broker&uid={person.id}&site={here}&consent={query.get('consent', '')}"
    return redirect(f"https://{EXCHANGE}/setuid?{back}", 302)


@site.get("/collect")
def collect(visit: Visit) -> Response:
    """A pixel on a page: who reads about what."""
    person, topic = known(visit), visit.request.query.get("topic", "")
    if topic in topics().segments:
        person.saw(Act(visit.now, "read", topic, page_site(visit)))
    return pixel()


@site.get("/identify")
@site.post("/identify")
def identify(visit: Visit) -> Response:
    """A hashed e-mail address: the same person everywhere."""
    digest = (visit.request.form | visit.request.query).get("em", "")
    if visit.request.query.get("npa") == "0":
        known(visit, f"em:{digest}")
    visit.plant("pii_leak", "received a hashed e-mail address", site=page_site(visit))
    plant_against(visit, visit.request.query.get("consent", ""), site=page_site(visit))
    return allow_reading(visit, pixel())


@site.get("/audience.json")
def audience(visit: Visit) -> Response:
    """What the broker concludes about who is looking, for the page's own use."""
    here, dials, person = page_site(visit), visit.world.dials, known(visit)
    if not visit.happens("segments"):
        return allow_reading(visit, data({}))
    names, unexplained = segments(person, visit.now, dials), guesses(person, dials)
    plant_segments(visit, names, site=here)
    if unexplained:
        visit.plant("opaque_inference", ", ".join(unexplained), site=here)
        visit.plant("undisclosed_inference", ", ".join(unexplained), site=here)
    said = labels([*(topics().segments[name] for name in names), *unexplained])
    return allow_reading(visit, data({"user": {"id": person.id, "audiences": said}}))
