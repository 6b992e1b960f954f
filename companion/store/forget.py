"""Deleting, and looking whether the bytes are gone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from companion.decode.hosts import registrable
from companion.store import bodies, ledger, links, rollups, sockets
from companion.store.database import Database
from companion.store.rows import text_in, text_out, time_in

_BY_EXCHANGE = (
    "signals",
    "slates",
    "acts",
    "wires",
    "sightings",
    "coverage",
    "uncovered",
    "unsettled",
)
_EVERYTHING = (
    "exchanges", "bodies", "sockets", "visitors", "sites", "parties", "counters", "facts",
    "captures", "gaps", "marks", "contests", "signals", "tokens", "slates", "item_keys", "acts",
    "findings", "tests", "unjudged", "visits", "views", "wires", "certificates",
    "links", "signatures", "stamps", "measured", "verdicts", "sightings",
    "labels", "profiles", "unlabelled", "coverage", "uncovered", "unsettled", "agreed", "moments",
    *ledger.TABLES,
)  # fmt: skip
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is to be forgotten: exactly one of these."""

    everything: bool = False
    site: str | None = None
    context: str | None = None
    party: str | None = None
    before: datetime | None = None

    def where(self) -> tuple[str, dict[str, str]]:
        """The same as a condition on exchanges."""
        if self.everything:
            return "1", {}
        if self.site is not None:
            return "site = :site", {"site": text_in(self.site)}
        if self.context is not None:
            return "context = :context", {"context": text_in(self.context)}
        if self.party is not None:
            return "party = :party", {"party": text_in(self.party)}
        if self.before is not None:
            return "seen_at < :before", {"before": time_in(self.before)}
        raise ValueError("say everything, a site, a part of life, a party or a time")


def forget(db: Database, part: Part) -> list[str]:
    """Delete a part of the record, or all; the ids of the exchanges deleted.

    A site takes the person's word on it and the cases about it along, a site or party what was
    counted and noted under its hosts, every part the names of files that nothing is left of. Free
    pages and the write-ahead log are overwritten, so that the bytes are gone from the files;
    findings are to be judged again by the caller.
    """
    where, values = part.where()
    rows = db.execute(f"select id from exchanges where {where}", values)
    gone = [key for (key,) in rows]
    with db.atomic():
        if part.everything:
            for table in _EVERYTHING:
                db.execute(f"delete from {table}")
        else:
            _delete(db, where, values)
            links.close(db, gone)
            _unname(db, part.site or part.party)
            db.execute("delete from verdicts where holder = ?", [text_in(part.party or "")])
    compact(db)
    return gone


def compact(db: Database) -> None:
    """Give free pages back and empty the write-ahead log."""
    db.conn.execute("vacuum")
    empty_log(db)


def empty_log(db: Database) -> None:
    """Take the write-ahead log into the file and cut it off: what was replaced stands there."""
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


def _delete(db: Database, where: str, values: dict[str, str]) -> None:
    """Delete exchanges and what was derived from them."""
    chosen = f"(select id from exchanges where {where})"
    ledger.drop(db, chosen, values)
    for table, key, of in (("tokens", "signal", "signals"), ("item_keys", "slate", "slates")):
        db.execute(
            f"delete from {table} where {key} in"
            f" (select number from {of} where exchange in {chosen})",
            values,
        )
    for table in _BY_EXCHANGE:
        db.execute(f"delete from {table} where exchange in {chosen}", values)
    if "site" in values:
        db.execute(
            "delete from contests where finding in (select id from findings where site = :site)",
            values,
        )
        db.execute("delete from measured where site = :site", values)
        db.execute("delete from marks where site = :site", values)
        db.execute("delete from moments where site = :site", values)
    for table in ("findings", "tests", "unjudged", "labels", "profiles"):
        db.execute(f"delete from {table}")
    db.execute(f"delete from exchanges where {where}", values)
    rollups.recount(db)
    ledger.recount(db)
    bodies.drop_unused(db)
    sockets.drop_unused(db)


def _unname(db: Database, domain: str | None) -> None:
    """Delete counters and gaps that name a host of the domain, and files nothing is left of."""
    for table, column in (("counters", "name"), ("gaps", "what")) if domain else ():
        naming = [
            (text,)
            for (text,) in db.execute(f"select {column} from {table}").fetchall()
            if any(registrable(word.strip(".,;:()")) == domain for word in text_out(text).split())
        ]
        db.conn.executemany(f"delete from {table} where {column} = ?", naming)
    db.execute("delete from captures where name not in (select origin_file from exchanges)")


def _chunks(place: Path, overlap: int) -> Iterator[bytes]:
    held = b""
    with place.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield held + chunk
            held = chunk[-overlap:]
