"""Exchanges: the stored facts that all else is computed from."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from companion.model import Exchange, Origin, Role
from companion.store import bodies, links, rollups, sockets
from companion.store.database import Database
from companion.store.exchange_rows import Content, from_row, to_row
from companion.store.rows import text_in, text_out
from companion.store.table import Table

_TABLE = Table("exchanges", Exchange, texts=("url",))
sites = rollups.sites


def keep(db: Database, exchanges: Sequence[Exchange]) -> int:
    """Keep exchanges; one that is there already is replaced. How many were new."""
    with db.atomic():
        known = _known(db, [exchange.id for exchange in exchanges])
        before = len(known)
        for exchange in exchanges:
            bodies.keep(db, (exchange.request.body, exchange.response.body))
        _TABLE.put_rows(db, [to_row(exchange) for exchange in exchanges])
        sockets.keep(db, (one for one in exchanges if one.sockets or one.id in known))
        rollups.count(db, exchanges, known)
        links.append(db, exchanges)
        _await_settling(db, exchanges)
    return len(known) - before


def drop_unused_bodies(db: Database) -> None:
    """Delete the bodies that no exchange has any more."""
    bodies.drop_unused(db)


def get(db: Database, key: str, *, with_bodies: bool = True) -> Exchange | None:
    """An exchange by its id, with its bodies and messages or without; None when it is not kept."""
    row = next(iter(db.query("select * from exchanges where id = ?", [key])), None)
    return _read(db, row, with_bodies) if row else None


def page(
    db: Database, *, before: int | None = None, limit: int = 50, **filters: Any
) -> list[tuple[int, Exchange]]:
    """The newest, newest first, without bodies and messages, each with its number."""
    rows = _TABLE.page_rows(db, before, limit, filters)
    return [(row["number"], _read(db, row, False)) for row in rows]


def each(
    db: Database, *, after: int = 0, batch: int = 200, with_bodies: bool = True, **filters: Any
) -> Iterator[Exchange]:
    """All that fit, in the order of arrival; reads a batch at a time, so others may write."""
    where, values = _TABLE.where(filters)
    conditions = " and ".join([*where, "number > :after"])
    sql = f"select * from exchanges where {conditions} order by number limit :limit"
    while True:
        rows = list(db.query(sql, values | {"after": after, "limit": batch}))
        yield from (_read(db, row, with_bodies) for row in rows)
        if len(rows) < batch:
            return
        after = rows[-1]["number"]


def count(db: Database, **filters: Any) -> int:
    """How many fit; how many there are costs nothing."""
    if filters:
        return _TABLE.count(db, **filters)
    return sum(row.exchanges for row in rollups.visitors(db))


def own(db: Database) -> int:
    """How many the person's own browser made; copies and strangers' only serve to compare."""
    return sum(row.exchanges for row in rollups.visitors(db) if row.role is Role.SELF)


def newest(db: Database) -> int:
    """The number of the newest exchange; 0 when there is none."""
    return int(db.execute("select coalesce(max(number), 0) from exchanges").fetchone()[0])


def window(db: Database, visitor: str = "") -> tuple[datetime, datetime] | None:
    """When the record begins and ends, of one visitor or of all; None when it is empty."""
    rows = [row for row in rollups.visitors(db) if visitor in ("", row.visitor)]
    if not rows:
        return None
    return min(row.first_seen for row in rows), max(row.last_seen for row in rows)


def size(db: Database) -> int:
    """How many bytes of the store are in use."""
    used = "select (page_count - freelist_count) * page_size from" + ", ".join(
        f" pragma_{name}()" for name in ("page_count", "freelist_count", "page_size")
    )
    return int(db.execute(used).fetchone()[0])


def newest_of(db: Database, share: float) -> datetime:
    """When the oldest share (0 to 1) of all exchanges ends."""
    at = round(share * (count(db) - 1))
    row = db.execute("select seen_at from exchanges order by seen_at limit 1 offset ?", [at])
    return datetime.fromisoformat(row.fetchone()[0])


def any_from(db: Database, visitor: str, origin: str) -> bool:
    """Whether any exchange of a visitor came in a certain way."""
    return any((row.visitor, row.origin) == (visitor, origin) for row in rollups.visitors(db))


def files(db: Database, visitor: str, site: str) -> tuple[str, ...]:
    """The names of the files that a visitor's exchanges on a site were imported from."""
    rows = db.execute(
        "select distinct origin_file from exchanges"
        " where site = ? and visitor = ? and origin_file <> '' order by 1",
        [text_in(site), text_in(visitor)],
    )
    return tuple(text_out(name) for (name,) in rows)


def has_demo(db: Database) -> bool:
    """Whether any of it is made-up data."""
    return any(row.origin is Origin.DEMO for row in rollups.visitors(db))


def all_demo(db: Database) -> bool:
    """Whether all of it is made-up data, and copies made for comparison with that."""
    origins = {row.origin for row in rollups.visitors(db)}
    return not origins or (Origin.DEMO in origins and origins <= {Origin.DEMO, Origin.TWIN})


def noted(db: Database, note: str) -> int:
    """How many exchanges have a note; every one of them is looked at."""
    sql = (
        "select count(*) from exchanges where notes <> '[]'"
        " and exists (select 1 from json_each(notes) where value = ?)"
    )
    return int(db.execute(sql, [note]).fetchone()[0])


def bodies_missing(db: Database) -> int:
    """How many answers came without the body they had; those that we let go later came whole."""
    sql = (
        "select count(*) from exchanges where response_missing <> ''"
        " and response_missing not glob 'not kept: *'"
    )
    return int(db.execute(sql).fetchone()[0])


def visitors(db: Database) -> list[tuple[str, str]]:
    """Name and role of every visitor, the person first."""
    return list(dict.fromkeys((row.visitor, row.role.value) for row in rollups.visitors(db)))


def _read(db: Database, row: dict[str, Any], whole: bool) -> Exchange:
    if not whole:
        return from_row(row, Content())
    content = Content(
        request=bodies.get(db, row["request_body"]),
        response=bodies.get(db, row["response_body"]),
        sockets=sockets.get(db, row["number"]),
    )
    return from_row(row, content)


def _await_settling(db: Database, kept: Sequence[Exchange]) -> None:
    """Note that it is still to be told whether the bodies of these are to stay."""
    db.conn.executemany(
        "insert or ignore into unsettled values (?)",
        [(one.id,) for one in kept if one.request.body or one.response.body or one.sockets],
    )


def _known(db: Database, keys: Sequence[str]) -> set[str]:
    marks = ", ".join("?" * len(keys))
    rows = db.execute(f"select id from exchanges where id in ({marks})", list(keys))
    return {key for (key,) in rows}
