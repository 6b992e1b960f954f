"""Sessions: some pages on some days, by one person with one browser."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from companion.model import Role
from tests.accuracy.sites.plants import chosen
from tests.accuracy.sites.site import Site
from tests.accuracy.sites.truth import Step
from tests.accuracy.sites.view import Jar, View

BEGIN = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
DAYS = (0, 1, 4)
PAGES = 2
STRANGER = "stranger"


def session(site: Site, visitor: str = "self") -> Iterator[Step]:
    """Every exchange of a visitor on a site, in order."""
    person, jar = site.person(visitor), Jar()
    role = Role.CONTROL if visitor == STRANGER else Role.SELF
    plants = chosen(site)
    for number in range(len(DAYS) * PAGES):
        day, page = divmod(number, PAGES)
        at = BEGIN + timedelta(days=DAYS[day], hours=site.number % 9, minutes=7 * page)
        view = View(site, person, role, jar, number, at)
        for plant in plants:
            plant(view)
        yield from view.done()
