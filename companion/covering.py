"""Counts how much of what third parties sent and got was read, when there is time for it."""

from companion.extract.coverage import coverage
from companion.model import Coverage, ExchangeId
from companion.store import coverage as kept
from companion.store import exchanges, signals
from companion.store.database import Database

SOME = 20
"""Exchanges that are counted in one turn."""


def step(db: Database) -> int:
    """Count a few of the exchanges that wait; how many those were."""
    waiting = kept.waiting(db, SOME)
    counted = [found for key in waiting if (found := _of(db, key)) is not None]
    if waiting:
        with db.atomic():
            kept.keep(db, counted, waiting)
    return len(waiting)


def _of(db: Database, key: ExchangeId) -> Coverage | None:
    exchange = exchanges.get(db, key)
    if exchange is None:
        return None
    return coverage(exchange, {it.locator for it in signals.each(db, exchange=key)})
