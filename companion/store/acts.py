"""What the person did, found again by what it was about."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from companion.model import Act, ExchangeId
from companion.store import ledger
from companion.store.database import Database
from companion.store.rows import from_row, text_in, text_out
from companion.store.table import Table

_TABLE = Table("acts", Act, texts=("text",))
_MOST = 400
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


def within(db: Database, contexts: Collection[str], visitor: str) -> list[Act]:
    """What was done in some parts of life, the newest of each; oldest first."""
    rows = [
        row
        for context in contexts
        for row in db.query(
            "select * from acts where context = ? and visitor = ? order by seen_at desc limit ?",
            [text_in(context), text_in(visitor), _MOST],
        )
    ]
    return sorted((from_row(Act, row) for row in rows), key=lambda it: (it.seen_at, it.id))


def on(db: Database, topic: str, visitor: str) -> list[Act]:
    """What was done on a topic, the oldest of it first."""
    rows = db.query(
        "select acts.* from (select act from act_keys where key = ? order by seen_at limit ?)"
        " as found cross join acts on acts.id = found.act",
        [ledger.key_of(visitor, f"topic {topic}"), _MOST],
    )
    return [from_row(Act, row) for row in rows]
