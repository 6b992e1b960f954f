"""All that is counted of one site, read from a store."""

from dataclasses import dataclass
from datetime import date

from companion.classify.choices import choices
from companion.extract.owners import owner_of
from companion.report.build import Credit
from companion.store import findings, measured, tests, versions
from companion.store.open import Database
from companion.store.trust import MOST, Newest, newest
from companion.trust.credits import Extent, apart, beside, contested, extents, refused
from companion.trust.points import Week
from companion.trust.weeks import weeks

UNSEEN = ("not_tested", "missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What is counted of a site; `breaks` are days from which detectors had another version.

    `since` is the first day that was read whole; None where all days were.
    """

    site: str
    weeks: tuple[Week, ...]
    extents: tuple[Extent, ...]
    credits: tuple[Credit, ...]
    breaks: tuple[date, ...]
    since: date | None = None


def account(db: Database, site: str, most: int = MOST) -> Account:
    """What is counted of a site in its newest rows, `most` of each sort."""
    read, looked = _inside(site, newest(db, site, most)), list(tests.each(db, site=site))
    blind = {it.kind for it in looked if it.verdict in UNSEEN}
    met = {it.kind for it in findings.each(db, site=site)}
    chosen = choices(site, read.consent)
    return Account(
        site=site,
        weeks=tuple(weeks(site, read, chosen, blind - met)),
        extents=tuple(extents(read.lists)),
        credits=(
            *beside(site, read.lists),
            *refused(site, read.data, chosen, blind),
            *contested(site, measured.each(db, site=site)),
            *apart(site, looked, met),
        ),
        breaks=tuple(when.date() for when, _ in versions.changes(db)),
        since=None if read.since == date.min else read.since,
    )


def _inside(site: str, read: Newest) -> Newest:
    """The same; what went to another party of the site's own company went to the site."""
    owner = owner_of(site)
    inside = {
        party
        for party in {it.party for it in read.data}
        if owner and (other := owner_of(party)) and other.name == owner.name
    }
    data = [it._replace(party=site) if it.party in inside else it for it in read.data]
    return read._replace(data=data)
