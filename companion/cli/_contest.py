"""The contest desk on a store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Self

from companion import pipeline
from companion.cli._evidence import StoredEvidence
from companion.contest import cases, checks, shield
from companion.contest.calendar import Entry
from companion.contest.counting import Span
from companion.contest.exhibits import exhibits
from companion.contest.following import Step, entries, steps
from companion.contest.letter import Letter
from companion.contest.letters import Occasion, write
from companion.contest.outcome import LEAST
from companion.contest.route import Route
from companion.contest.routes import routes
from companion.errors import UnreadableInput
from companion.extract.owners import owner_of
from companion.intake.begun import actions, begin
from companion.model import Contest, Finding, FindingKind, Measured
from companion.settings import data_folder, load
from companion.store import contests, exchanges, findings, measured, unjudged
from companion.store.open import open_store
from companion.store.record import StoredRecord

LONGEST = 20_000
"""Characters kept of a reply."""


class Desk:
    """Routes, letters and cases for the findings of a store, by the person's country."""

    def __init__(self, db: Path) -> None:
        self.path = db
        self._store = open_store(db)
        self.settings = data_folder(db) / "settings.toml"
        self.country = load(self.settings).country

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    def routes(self, key: str) -> tuple[Route, ...]:
        """The routes for a finding, best first."""
        return self._routes(self._finding(key))

    def start(self, key: str, route: str, now: datetime) -> Contest:
        """A new case, or the one that is there already."""
        finding = self._finding(key)
        return begin(self._store, finding, self._route(finding, route), now)

    def letter(self, key: str, route: str, language: str, today: date) -> Letter:
        """The letter of a route, with its exhibits."""
        finding = self._finding(key)
        return write(
            Occasion(
                finding=finding,
                route=self._route(finding, route),
                exhibits=exhibits(finding, StoredEvidence(self._store)),
                today=today,
                language=language,
            )
        )

    def cases(self) -> list[Contest]:
        """Every case, oldest first."""
        return list(contests.each(self._store))

    def move(self, key: str, state: str, note: str, now: datetime) -> Contest:
        """A case in its next state, its clock set by the law of its route."""
        case = self._case(key)
        return self._timed(cases.advance(case, state, now, note))

    def check(self, key: str, now: datetime) -> list[Measured]:
        """Measure again what is due, with nothing of our own in the way; what each check says.

        A check with too few looks is told, not kept: it can be made again.

        Raises:
            UnreadableInput: an action of our own is on, or nothing is due.
        """
        case = self._case(key)
        first = self._first(case)
        finding = self._finding(case.finding)
        ours = actions(self.path, finding)
        checks.refuse_while_shielded([it.words for it in ours if it.on])
        route = self._route(finding, case.route)
        due = [it for it in checks.pending(case, route, self._measured(), now) if it[1] <= now]
        if not due:
            raise UnreadableInput("no check is due: companion contest list says when")
        free = shield.in_the_way(ours, finding.site, finding.party)
        record = StoredRecord(self._store, owner_of)
        made = [
            checks.again(case, finding, record, first, (name, Span(start, now, free)))
            for name, start in due
        ]
        self._keep(case, made, now)
        return made

    def reply(self, key: str, text: str, now: datetime) -> Contest:
        """An answer, kept with the case; the case is then answered where that can follow."""
        case = self._case(key)
        state = "answered" if "answered" in cases.following(case.state) else case.state
        kept = replace(case, state=state, events=(*case.events, (now, state, text[:LONGEST])))
        return self._timed(kept)

    def next_steps(self, key: str, now: datetime) -> tuple[Step, ...]:
        """What can be done next about a case, the nearest first, with whom to turn to."""
        case = self._case(key)
        return tuple(steps(case, self._later(self._finding(case.finding)), now))

    def entries(self, now: datetime) -> list[Entry]:
        """What stands in the calendar for every case that is not closed."""
        found = [it for it in self.cases() if it.state != "closed"]
        return [entry for case in found for entry in self._entries(case, now)]

    def shields(self) -> tuple[shield.Action, ...]:
        """What was ever held back, on and off."""
        return shield.load(shield.place(self.settings.parent))

    def uses(self, action: shield.Action) -> int:
        """How many recorded requests an action changed."""
        return exchanges.noted(self._store, f"shield: {action.words}")

    def shield_on(self, wanted: shield.Action) -> None:
        """Switch an action on; what is on already stays."""
        known = shield.switched_on(self.shields(), wanted)
        shield.save(shield.place(self.settings.parent), known)

    def shield_off(self, of: str, now: datetime) -> int:
        """Switch all off that is about a site or party (empty: everything); how many it were."""
        known = self.shields()
        fresh = shield.switched_off(known, now, lambda it: not of or it.covers(of))
        shield.save(shield.place(self.settings.parent), fresh)
        return sum(it.on for it in known) - sum(it.on for it in fresh)

    def _entries(self, case: Contest, now: datetime) -> list[Entry]:
        finding = findings.get(self._store, case.finding)
        ways = self._later(finding) if finding else ()
        route = next((it for it in ways if it.id == case.route), None)
        return list(entries(case, route, self.due(case, now))) if route else []

    def _later(self, finding: Finding) -> tuple[Route, ...]:
        """The ways of a finding, then those that follow when it is not honoured."""
        after = replace(finding, kind=FindingKind.CONTEST_NOT_HONOURED)
        known = {it.id: it for it in (*self._routes(after), *self._routes(finding))}
        return tuple(known.values())

    def _timed(self, case: Contest) -> Contest:
        law = cases.deadline(self._route(self._finding(case.finding), case.route))
        timed = cases.timed(case, law)
        with self._store.atomic():
            contests.put(self._store, [timed])
        return timed

    def due(self, case: Contest, now: datetime) -> list[tuple[str, datetime]]:
        """The checks of a case that are still to be made, each with its day."""
        finding = findings.get(self._store, case.finding)
        if finding is None:
            return []
        known = [it for it in self._routes(finding) if it.id == case.route]
        return [it for route in known for it in checks.pending(case, route, self._measured(), now)]

    def _keep(self, case: Contest, made: Sequence[Measured], now: datetime) -> None:
        enough = [it for it in made if it.n >= LEAST]
        with self._store.atomic():
            measured.put(self._store, enough)
            contests.put(self._store, [checks.moved(case, enough, now)])
            unjudged.add(self._store, {it.site for it in enough})
        pipeline.start(self._store, self.path).judge()

    def _measured(self) -> list[Measured]:
        return list(measured.each(self._store))

    def _first(self, case: Contest) -> Measured:
        done = [it for it in self._measured() if it.contest == case.id and not it.verdict]
        if not done:
            raise UnreadableInput("nothing was measured before this case began: begin a new one")
        return done[0]

    def _case(self, key: str) -> Contest:
        case = contests.get(self._store, key)
        if case is None:
            raise UnreadableInput(f"there is no case {key}: companion contest list names them")
        return case

    def _finding(self, key: str) -> Finding:
        found = findings.get(self._store, key)
        if found is None:
            raise UnreadableInput(f"there is no finding {key}: companion findings names them")
        return found

    def _routes(self, finding: Finding) -> tuple[Route, ...]:
        return routes(finding, jurisdiction=self.country, owner=owner_of(finding.party))

    def _route(self, finding: Finding, key: str) -> Route:
        for route in self._later(finding):
            if route.id == key:
                return route
        raise UnreadableInput(f"finding {finding.id} has no route {key}: companion contest routes")
