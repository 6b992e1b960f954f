"""The contest desk on a store."""

from datetime import date, datetime
from pathlib import Path
from typing import Self

from companion.cli._evidence import StoredEvidence
from companion.contest import cases
from companion.contest.exhibits import exhibits
from companion.contest.letter import Letter
from companion.contest.letters import Occasion, write
from companion.contest.route import Route
from companion.contest.routes import routes
from companion.errors import UnreadableInput
from companion.extract.owners import owner_of
from companion.model import Contest, Finding
from companion.settings import data_folder, load
from companion.store import contests, findings
from companion.store.open import open_store


class Desk:
    """Routes, letters and cases for the findings of a store, by the person's country."""

    def __init__(self, db: Path) -> None:
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
        case = cases.start(finding, self._route(finding, route), now)
        if known := contests.get(self._store, case.id):
            return known
        contests.put(self._store, [case])
        self._store.conn.commit()
        return case

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
        case = contests.get(self._store, key)
        if case is None:
            raise UnreadableInput(f"there is no case {key}: companion contest list names them")
        finding = self._finding(case.finding)
        law = cases.deadline(self._route(finding, case.route))
        moved = cases.timed(cases.advance(case, state, now, note), law)
        contests.put(self._store, [moved])
        self._store.conn.commit()
        return moved

    def _finding(self, key: str) -> Finding:
        found = findings.get(self._store, key)
        if found is None:
            raise UnreadableInput(f"there is no finding {key}: companion findings names them")
        return found

    def _routes(self, finding: Finding) -> tuple[Route, ...]:
        return routes(finding, jurisdiction=self.country, owner=owner_of(finding.party))

    def _route(self, finding: Finding, key: str) -> Route:
        for route in self._routes(finding):
            if route.id == key:
                return route
        raise UnreadableInput(f"finding {finding.id} has no route {key}: companion contest routes")
