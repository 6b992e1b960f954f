"""How a company that is on many sites knows a browser again, and writes down that it did."""

from urllib.parse import urlsplit

from companion.smallweb.message import Response
from companion.smallweb.reader import plant_against
from companion.smallweb.site import YEAR, Visit
from companion.smallweb.world import Person

PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)
_EMBEDDED = ("SameSite=None", "HttpOnly")


def pixel() -> Response:
    """A picture of one transparent point."""
    return Response(PIXEL, 200, [("Content-Type", "image/gif"), ("Cache-Control", "no-store")])


def page_site(visit: Visit) -> str:
    """The site of the page that the request came from, as the page's own tag says it."""
    return visit.request.query.get("site") or urlsplit(visit.request.header("origin")).netloc


def known(visit: Visit, *names: str, choice: str = "") -> Person:
    """The person behind a request from another site's page.

    The cookie comes in two kinds: one for all sites and, for browsers that refuse that, one for
    each site. `names` are other names of the person that came along (a click, a hash); they join
    what was known under each of them. The choice made there stands in the address, or is given.
    """
    site, people = page_site(visit), visit.world.people(visit.host)
    sent = visit.request.cookies
    cookie = sent.get(visit.site.cookie) or sent.get(f"{visit.site.cookie}_p", "")
    by_cookie = people.get(cookie)
    person = by_cookie or next((people[name] for name in names if name in people), None)
    visit.person = person or Person(visit.world.token(visit.host), visit.now)
    _join(people, visit.person, *names)
    if by_cookie is None:
        _set(visit, visit.person)
    _write(visit, site, choice or visit.request.query.get("consent", ""), visit.person)
    return visit.person


def allow_reading(visit: Visit, response: Response) -> Response:
    """Lets the page of another site read the answer, cookies included (CORS)."""
    response.headers += [
        ("Access-Control-Allow-Origin", visit.request.header("origin") or "*"),
        ("Access-Control-Allow-Credentials", "true"),
    ]
    return response


def _join(people: dict[str, Person], person: Person, *names: str) -> None:
    """Makes all names mean one person, with the acts of all whom they meant before."""
    for name in (person.id, *names):
        other = people.get(name, person)
        if other is not person:
            person.acts = sorted(person.acts + other.acts, key=lambda act: act.at)
            person.met_on |= other.met_on
            people.update({n: person for n, p in people.items() if p is other})
        people[name] = person


def _set(visit: Visit, person: Person) -> None:
    visit.keep(visit.site.cookie, person.id, YEAR, *_EMBEDDED)
    visit.keep(f"{visit.site.cookie}_p", person.id, YEAR, *_EMBEDDED, "Partitioned")


def _write(visit: Visit, site: str, choice: str, person: Person) -> None:
    person.met_on.add(site)
    if elsewhere := person.met_on - {site}:
        met = ", ".join(sorted(elsewhere))
        visit.plant("cross_context_reuse", f"knew the browser from {met}", site=site)
    visit.plant("tracking_identifier", "knew the browser by its own identifier", site=site)
    plant_against(visit, choice, site=site)
