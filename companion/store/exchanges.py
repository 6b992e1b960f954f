"""Exchanges: the stored facts that all else is computed from."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from companion.model import Exchange, Origin, Role
from companion.store import bodies
from companion.store.exchange_rows import from_row, to_row
from companion.store.open import Database
from companion.store.table import Table

_TABLE = Table("exchanges", Exchange, texts=("url",))


class SiteRow(NamedTuple):
    """What is recorded of a site, by the person's own exchanges."""

    site: str
    exchanges: int
    parties: int
    first_seen: datetime
    last_seen: datetime


def keep(db: Database, exchanges: Sequence[Exchange]) -> int:
    """Keep exchanges with their bodies; one that is there already is replaced. How many were new.

    To be called inside `db.atomic()`, so that the counts of sites stay true.
    """
    if not exchanges:
        return 0
    known = _known(db, [exchange.id for exchange in exchanges])
    for exchange in exchanges:
        bodies.keep(db, (exchange.request.body, exchange.response.body))
    _TABLE.put_rows(db, [to_row(exchange) for exchange in exchanges])
    new = {exchange.id: exchange for exchange in exchanges if exchange.id not in known}
    for exchange in new.values():
        _count(db, exchange)
    return len(new)


def drop_unused_bodies(db: Database) -> None:
    """Delete the bodies that no exchange has any more."""
    bodies.drop_unused(db)


def get(db: Database, key: str, *, with_bodies: bool = True) -> Exchange | None:
    """An exchange by its id; None when it is not kept."""
    row = next(iter(db.query("select * from exchanges where id = ?", [key])), None)
    return _read(db, row, with_bodies) if row else None


def page(
    db: Database, *, before: int | None = None, limit: int = 50, **filters: Any
) -> list[tuple[int, Exchange]]:
    """The newest, newest first, without bodies, each with its number; `before` a number."""
    where, values = _TABLE.where(filters)
    if before is not None:
        where.append("number < :before")
    clause = f" where {' and '.join(where)}" if where else ""
    rows = db.query(
        f"select * from exchanges{clause} order by number desc limit :limit",  # noqa: S608
        values | {"before": before, "limit": limit},
    )
    return [(row["number"], _read(db, row, False)) for row in rows]


def each(db: Database, *, after: int = 0, batch: int = 200, **filters: Any) -> Iterator[Exchange]:
    """All that fit, oldest first, with bodies; reads a batch at a time, so others may write."""
    where, values = _TABLE.where(filters)
    conditions = " and ".join([*where, "number > :after"])
    while True:
        rows = list(
            db.query(
                f"select * from exchanges where {conditions} order by number limit :limit",  # noqa: S608
                values | {"after": after, "limit": batch},
            )
        )
        yield from (_read(db, row, True) for row in rows)
        if len(rows) < batch:
            return
        after = rows[-1]["number"]


def count(db: Database, **filters: Any) -> int:
    """How many fit."""
    return _TABLE.count(db, **filters)


def newest(db: Database) -> int:
    """The number of the newest exchange; 0 when there is none."""
    row = next(iter(db.query("select max(number) as n from exchanges")))
    return row["n"] or 0


def sites(db: Database, *, site: str | None = None) -> list[SiteRow]:
    """What is recorded of each site, the most visited first."""
    rows = db.query(
        "select * from sites where :site is null or site = :site order by exchanges desc, site",
        {"site": site},
    )
    return [
        SiteRow(
            row["site"],
            row["exchanges"],
            row["parties"],
            datetime.fromisoformat(row["first_seen"]),
            datetime.fromisoformat(row["last_seen"]),
        )
        for row in rows
    ]


def window(db: Database, visitor: str = "") -> tuple[datetime, datetime] | None:
    """When the record begins and ends, of one visitor or of all; None when it is empty."""
    row = next(
        iter(
            db.query(
                "select min(seen_at) as first, max(seen_at) as last from exchanges"
                " where :visitor = '' or visitor = :visitor",
                {"visitor": visitor},
            )
        )
    )
    if row["first"] is None:
        return None
    return datetime.fromisoformat(row["first"]), datetime.fromisoformat(row["last"])


def any_from(db: Database, visitor: str, origin: str) -> bool:
    """Whether any exchange of a visitor came in a certain way."""
    sql = "select 1 from exchanges where visitor = ? and origin = ? limit 1"
    return bool(list(db.query(sql, [visitor, origin])))


def has_demo(db: Database) -> bool:
    """Whether any of it is made-up data."""
    # The origin is written out: only then does SQLite use the index over just these.
    return bool(list(db.query("select 1 from exchanges where origin = 'demo' limit 1")))


def all_demo(db: Database) -> bool:
    """Whether all of it is made-up data."""
    sql = "select 1 from exchanges where origin <> ? limit 1"
    return not list(db.query(sql, [Origin.DEMO.value]))


def bodies_missing(db: Database) -> int:
    """How many answers are kept without the body they had."""
    sql = "select count(*) as n from exchanges where response_missing <> ''"
    return int(next(iter(db.query(sql)))["n"])


def visitors(db: Database) -> list[tuple[str, str]]:
    """Name and role of every visitor."""
    rows = db.query("select distinct visitor, role from exchanges order by role desc, visitor")
    return [(row["visitor"], row["role"]) for row in rows]


def _read(db: Database, row: dict[str, Any], with_bodies: bool) -> Exchange:
    held = (row["request_body"], row["response_body"]) if with_bodies else (None, None)
    return from_row(row, (bodies.get(db, held[0]), bodies.get(db, held[1])))


def _known(db: Database, keys: Sequence[str]) -> set[str]:
    marks = ", ".join("?" * len(keys))
    rows = db.query(f"select id from exchanges where id in ({marks})", list(keys))  # noqa: S608
    return {row["id"] for row in rows}


def _count(db: Database, exchange: Exchange) -> None:
    """Keep the counts of a site; a stranger's exchanges are not the person's."""
    if exchange.site is None or exchange.visitor.role is not Role.SELF:
        return
    row = to_row(exchange)
    added = db.conn.execute(
        "insert or ignore into parties values (?, ?)", [row["site"], row["party"]]
    )
    db.execute(
        "insert into sites values (:site, 1, :new, :at, :at) on conflict (site) do update set"
        " exchanges = exchanges + 1, parties = parties + :new,"
        " first_seen = min(first_seen, :at), last_seen = max(last_seen, :at)",
        {"site": row["site"], "new": added.rowcount, "at": row["seen_at"]},
    )
