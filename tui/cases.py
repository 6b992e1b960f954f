"""What the person does with cases on the screen: kept at once, in a connection of its own."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from companion.contest import cases
from companion.contest.routes import routes
from companion.extract.owners import owner_of
from companion.model import Contest, Finding
from companion.store import contests, findings
from companion.store.open import open_store, told
from tui.contesting import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case with the finding it is about, None where that is no longer held."""

    contest: Contest
    finding: Finding | None

    @property
    def title(self) -> str:
        """The way that was taken, as it was called when the case began."""
        return self.contest.events[0][2] if self.contest.events else self.contest.route


def case_rows(db: Any) -> tuple[CaseRow, ...]:
    """Every case, those that want something soonest first, ended ones last."""
    rows = [CaseRow(contest=it, finding=findings.get(db, it.finding)) for it in contests.each(db)]
    return tuple(sorted(rows, key=_urgency))


def case_row(db: Any, key: str) -> CaseRow | None:
    """One case by its id."""
    found = contests.get(db, key)
    return CaseRow(contest=found, finding=findings.get(db, found.finding)) if found else None


def begin(path: Path, case: Case, now: datetime) -> Contest:
    """Take a finding along a route, measured before; the case that is there, where one is."""
    from companion.intake import begun  # noqa: PLC0415 - what measures is large

    with open_store(path) as db, told(path):
        return begun.begin(db, case.finding, case.route, now)


def done(path: Path, case: Case, country: str, now: datetime) -> Contest:
    """The case of a way that was taken: sent where it is a letter, else to be measured again.

    One that is further already stays as it is.
    """
    begun = begin(path, case, now)
    state = "sent" if case.route.letter else "verifying"
    if begun.state != "draft":
        return begun
    return move(path, CaseRow(contest=begun, finding=case.finding), state, country, now)


def move(path: Path, row: CaseRow, state: str, country: str, now: datetime) -> Contest:
    """The case in its next state, its clock set by the law of its route.

    Raises:
        UnreadableInput: that state does not follow the present one.
    """
    moved = cases.advance(row.contest, state, now)
    if row.finding is not None:
        ways = routes(row.finding, jurisdiction=country, owner=owner_of(row.finding.party))
        for route in ways:
            if route.id == moved.route:
                moved = cases.timed(moved, cases.deadline(route))
    with open_store(path) as db, told(path), db.atomic():
        contests.put(db, [moved])
    return moved


def put_back(path: Path, contest: Contest) -> None:
    """A case as it was before."""
    with open_store(path) as db, told(path), db.atomic():
        contests.put(db, [contest])


def _urgency(row: CaseRow) -> tuple[bool, bool, datetime]:
    one = row.contest
    last = one.events[-1][0] if one.events else datetime.min.replace(tzinfo=UTC)
    return one.state in cases.ENDED, one.due is None, one.due or last
