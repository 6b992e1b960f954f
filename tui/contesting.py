"""What the pages ask about contesting; like the queries, in a reader's thread."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from companion.contest.route import Route
from companion.contest.routes import routes
from companion.model import (
    Act,
    ActId,
    Exchange,
    ExchangeId,
    Finding,
    Signal,
    SignalId,
    Slate,
    SlateId,
)
from companion.store import acts, exchanges, signals, slates
from tui.views import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A finding and one way to contest it."""

    finding: Finding
    route: Route


class Kept:
    """Where the exhibits of a letter are looked up."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def exchange(self, key: ExchangeId) -> Exchange | None:
        """An exchange with its bodies."""
        return exchanges.get(self._db, key)

    def signal(self, key: SignalId) -> Signal | None:
        """A signal."""
        return signals.get(self._db, key)

    def slate(self, key: SlateId) -> Slate | None:
        """A list."""
        return slates.get(self._db, key)

    def act(self, key: ActId) -> Act | None:
        """Something the person did."""
        return acts.get(self._db, key)


def ways(_db: Any, found: Dossier, country: str) -> tuple[Route, ...]:
    """How a finding can be contested where the person lives, best first."""
    return routes(found.finding, jurisdiction=country, owner=found.owner)


def letter(db: Any, case: Case, today: date, language: str) -> str:
    """The letter of a route as plain text; empty where the route has none."""
    from companion.contest.exhibits import exhibits  # noqa: PLC0415 - reads whole bodies
    from companion.contest.letters import Occasion, write  # noqa: PLC0415

    if not case.route.letter:
        return ""
    shown = exhibits(case.finding, Kept(db))
    return write(
        Occasion(
            finding=case.finding,
            route=case.route,
            exhibits=shown,
            today=today,
            language=language,
        )
    ).text()
