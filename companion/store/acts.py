"""What the person did, found again by what it was about."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from companion.model import Act, ExchangeId
from companion.store import ledger
from companion.store.database import Database
from companion.store.rows import text_out
from companion.store.table import Table

_TABLE = Table("acts", Act, texts=("text",))
get, page, each, count = _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count


class Week(NamedTuple):
    """Whose idea the acts on a site were in a week that begins on a Monday (UTC)."""

    site: str
    begins: str
    own: int
    suggested: int
    unknown: int


def put(db: Database, acts: Iterable[Act]) -> None:
    """Insert acts, or replace those with the same ids."""
    held = list(acts)
    with db.atomic():
        before = [act for it in held if (act := get(db, it.id))]
        _TABLE.put(db, held)
        ledger.enter(db, before, held)


def replace(db: Database, exchange: ExchangeId, acts: Iterable[Act]) -> None:
    """Make these the acts of an exchange; what is gone is deleted, the others stay put."""
    now = list(acts)
    before = list(each(db, exchange=exchange))
    if now or before:
        with db.atomic():
            _TABLE.replace(db, now, exchange=exchange)
            ledger.enter(db, before, now)


def weeks(
    db: Database, *, site: str | None = None, since: datetime | None = None, visitor: str = "self"
) -> list[Week]:
    """For each site and week how many acts were the person's own idea, suggested, unknown."""
    where, values = _TABLE.where({"site": site, "since": since, "visitor": visitor})
    rows = db.execute(
        "select site, date(substr(seen_at, 1, 10), '-6 days', 'weekday 1') as week,"
        " sum(cause = 'own'), sum(cause = 'suggested'), sum(cause = 'unknown') from acts"
        f" where {' and '.join(where)} group by site, week order by site, week",
        values,
    )
    return [Week(text_out(name), *rest) for name, *rest in rows]
