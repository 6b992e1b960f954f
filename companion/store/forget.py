"""Deleting, and looking whether the bytes are gone."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from companion.store import bodies
from companion.store.open import Database
from companion.store.rows import time_in

_BY_EXCHANGE = ("signals", "slates", "acts")
_EVERYTHING = (
    "exchanges", "bodies", "sites", "parties", "counters", "facts", "captures", "gaps", "marks",
    "contests", "signals", "tokens", "slates", "item_keys", "acts", "findings", "tests",
    "unjudged",
)  # fmt: skip
_CHUNK = 1 << 20


def forget(
    db: Database,
    *,
    everything: bool = False,
    site: str | None = None,
    before: datetime | None = None,
) -> list[str]:
    """Delete everything, a site, or what lies before a time; the ids of the exchanges deleted.

    Free pages and the write-ahead log are overwritten, so that the bytes are gone from the files.
    """
    where, values = ("1", {}) if everything else _where(site, before)
    rows = db.query(f"select id from exchanges where {where}", values)  # noqa: S608 - our own words
    gone = [row["id"] for row in rows]
    with db.atomic():
        if everything:
            for table in _EVERYTHING:
                db.execute(f"delete from {table}")  # noqa: S608 - our own names
        else:
            _delete(db, where, values)
    compact(db)
    return gone


def compact(db: Database) -> None:
    """Give free pages back and empty the write-ahead log."""
    db.conn.execute("vacuum")
    db.conn.execute("pragma wal_checkpoint(truncate)")


def left(path: Path, needles: Iterable[bytes]) -> int:
    """How many of some byte strings still stand in the store's files."""
    wanted = list(needles)
    places = [path, path.with_name(path.name + "-wal")]
    found = {
        needle
        for place in places
        if place.exists()
        for chunk in _chunks(place, max(map(len, wanted), default=1))
        for needle in wanted
        if needle in chunk
    }
    return len(found)


def _where(site: str | None, before: datetime | None) -> tuple[str, dict[str, str]]:
    if site is not None:
        return "site = :site", {"site": site}
    if before is None:
        raise ValueError("say everything, a site or a time")
    return "seen_at < :before", {"before": time_in(before)}


def _delete(db: Database, where: str, values: dict[str, str]) -> None:
    """Delete exchanges and what was derived from them; findings are judged again afterwards."""
    chosen = f"(select id from exchanges where {where})"  # noqa: S608 - our own words
    for table, key, of in (("tokens", "signal", "signals"), ("item_keys", "slate", "slates")):
        db.execute(
            f"delete from {table} where {key} in"  # noqa: S608 - our own names
            f" (select number from {of} where exchange in {chosen})",
            values,
        )
    for table in _BY_EXCHANGE:
        db.execute(f"delete from {table} where exchange in {chosen}", values)  # noqa: S608
    for table in ("findings", "tests", "sites", "parties"):
        db.execute(f"delete from {table}")  # noqa: S608 - counted and judged again below
    db.execute(f"delete from exchanges where {where}", values)  # noqa: S608 - our own words
    db.execute(
        "insert into sites select site, count(*), count(distinct party), min(seen_at), max(seen_at)"
        " from exchanges where site is not null and role = 'self' group by site"
    )
    db.execute(
        "insert into parties select distinct site, party from exchanges"
        " where site is not null and role = 'self'"
    )
    bodies.drop_unused(db)


def _chunks(place: Path, overlap: int) -> Iterator[bytes]:
    held = b""
    with place.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield held + chunk
            held = chunk[-overlap:]
