"""How far the journal was taken, what was counted beside the exchanges, and gaps in the record."""

import json
from datetime import datetime

from companion.store.database import Database
from companion.store.rows import text_in, text_out, time_in

_CURSOR = "journal cursor"
_JUDGED = "journal judged"


def cursor(db: Database) -> dict[str, int]:
    """How many bytes of each journal segment were taken."""
    held: dict[str, int] = json.loads(fact(db, _CURSOR) or "{}")
    return held


def keep_cursor(db: Database, at: dict[str, int]) -> None:
    """Keep the journal cursor; in the transaction of what was taken."""
    keep_fact(db, _CURSOR, json.dumps(at))


def judged(db: Database) -> dict[str, int]:
    """How much of each segment the findings know of."""
    held: dict[str, int] = json.loads(fact(db, _JUDGED) or "{}")
    return held


def keep_judged(db: Database, at: dict[str, int]) -> None:
    """Keep how much of the journal the findings know of."""
    keep_fact(db, _JUDGED, json.dumps(at))


def trouble(db: Database) -> str:
    """What is wrong with the recording that runs or ran last; empty when all is well."""
    return fact(db, "trouble")


def keep_trouble(db: Database, what: str) -> None:
    """Keep what is wrong with the recording."""
    keep_fact(db, "trouble", what)


def fact(db: Database, name: str) -> str:
    """A fact about the store; empty when it was never kept."""
    row = db.execute("select value from facts where name = ?", [name]).fetchone()
    return text_out(row[0]) if row else ""


def keep_fact(db: Database, name: str, value: str) -> None:
    """Keep a fact about the store."""
    db.execute("insert or replace into facts values (?, ?)", [name, text_in(value)])


def add(db: Database, name: str, by: int = 1) -> None:
    """Add to a counter."""
    db.execute(
        "insert into counters values (:name, :by) on conflict do update set value = value + :by",
        {"name": text_in(name), "by": by},
    )


def counters(db: Database) -> dict[str, int]:
    """Every counter by name, such as hosts not inspected and hooks that failed open."""
    rows = db.execute("select name, value from counters order by name")
    return {text_out(name): value for name, value in rows}


def add_gap(db: Database, at: datetime, what: str) -> None:
    """Note that something is missing from the record, once per time and words."""
    db.execute(
        "insert into gaps (at, what) select :at, :what"
        " where not exists (select 1 from gaps where at = :at and what = :what)",
        {"at": time_in(at), "what": text_in(what)},
    )


def gaps(db: Database) -> list[tuple[datetime, str]]:
    """What is missing from the record, oldest first."""
    rows = db.execute("select at, what from gaps order by number")
    return [(datetime.fromisoformat(at), text_out(what)) for at, what in rows]


def version(db: Database) -> int:
    """A number that changes when another connection has committed; cheap enough to ask often."""
    return int(db.execute("pragma data_version").fetchone()[0])
