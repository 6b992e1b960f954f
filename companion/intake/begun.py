"""Beginning a case: what is contested is measured before anything is done about it."""

from datetime import UTC, datetime
from pathlib import Path

from companion.contest import cases, checks, shield
from companion.contest.counting import Span
from companion.contest.route import Route
from companion.extract.owners import owner_of
from companion.model import Contest, Finding
from companion.settings import data_folder
from companion.store import contests, measured
from companion.store.open import Database
from companion.store.record import StoredRecord

EVER = datetime(1970, 1, 1, tzinfo=UTC)


def begin(db: Database, finding: Finding, route: Route, now: datetime) -> Contest:
    """A new case with its first measurement; the one that is there already, where one is.

    Looks that an action of ours bore on are left out of the measurement.
    """
    case = cases.start(finding, route, now)
    if known := contests.get(db, case.id):
        return known
    free = shield.in_the_way(actions(db.path, finding), finding.site, finding.party)
    record = StoredRecord(db, owner_of)
    with db.atomic():
        contests.put(db, [case])
        measured.put(db, [checks.before(case, finding, record, Span(EVER, now, free))])
    return case


def actions(path: Path, finding: Finding) -> tuple[shield.Action, ...]:
    """The actions of ours, on or off, that bear on what a finding is about."""
    known = shield.load(shield.place(data_folder(path)))
    return shield.touching(known, finding.site, finding.party)
