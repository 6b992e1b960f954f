"""What can be read of a damaged store, copied into a new one; the damaged one is left as it is."""

import glob
import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import zstandard

from companion.errors import StoreUnavailable
from companion.store import links, rollups
from companion.store.convert import to_disk
from companion.store.database import Database, errors
from companion.store.exchange_rows import Content, from_row
from companion.store.keeping import LOST
from companion.store.migrations import migrations
from companion.store.open import connect, key_of, prepared
from companion.store.salvage import Damaged, Row, Table

_APART = ("_sqlite_migrations", "bodies", "sites", "parties", "visitors")
"""Written by the steps themselves, looked up one by one, or counted anew."""


@dataclass(slots=True)
class Salvage:
    """What was copied: rows by table, how many bodies are lost, which tables were damaged."""

    rows: dict[str, int] = field(default_factory=dict)
    torn: list[str] = field(default_factory=list)
    bodies_lost: int = 0


def aside(path: Path, number: int) -> Path:
    """Where a damaged store is put."""
    return path.with_name(f"{path.name}.damaged-{number}")


def damaged(path: Path) -> list[Path]:
    """The damaged stores that were put aside, with the logs that belong to them."""
    return sorted(path.parent.glob(f"{glob.escape(path.name)}.damaged-*"))


def damage(path: Path) -> str:
    """What SQLite says is wrong with a store, in its words; empty when nothing is.

    Raises:
        StoreUnavailable: it can't be opened at all.
    """
    with closing(connect(path, readonly=True, key=key_of(path))) as old:
        try:
            said = str(old.execute("pragma integrity_check(1)").fetchone()[0])
        except errors() as error:
            return str(error)
    return "" if said == "ok" else " ".join(said.split())


def salvage(path: Path, fresh: Path) -> Salvage:
    """Copy what can be read of a damaged store to a new file, as wide as the old one was.

    Raises:
        StoreUnavailable: nothing of it can be read, or there is no room.
    """
    done = Salvage()
    key = key_of(path)  # the new one is as encrypted as the old one
    with closing(Damaged(lambda: connect(path, readonly=True, key=key))) as old:
        steps = _steps(old, path)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with Database(connect(fresh, key=key), fresh) as new:
            new.execute("pragma synchronous = off")  # once at the end is enough
            migrations.apply(new, stop_before=_next(steps))
            _copy(old, new, done)
            with prepared(new).atomic():
                _mend(new)
    to_disk(fresh)
    return done


def _steps(old: Damaged, path: Path) -> set[str]:
    """The steps that made the damaged store what it is."""
    known = {one.name for one in migrations._migrations}  # noqa: SLF001 - no public list
    tables, _ = old.rows("select name from sqlite_master where type = 'table'")
    if ("exchanges",) not in tables:
        raise StoreUnavailable(
            f"{path} can't be read at all: move it away, and companion analyze makes a new one of"
            " what the journal holds"
        )
    rows, damaged = old.rows("select name from _sqlite_migrations")
    return known if damaged else {str(name) for (name,) in rows}


def _next(steps: set[str]) -> str | None:
    """The first step that was not taken yet."""
    later = (one.name for one in migrations._migrations)  # noqa: SLF001 - no public list
    return next((name for name in later if name not in steps), None)


def _copy(old: Damaged, new: Database, done: Salvage) -> None:
    for name in new.table_names():
        if name in _APART:
            continue
        there, _ = old.rows("select name from pragma_table_info(?)", [name])
        columns = [column.name for column in new[name].columns if (column.name,) in there]
        table = Table(old, name, columns)
        found = table.rows()
        if name == "exchanges":
            found = (row for row in found if _says_something(columns, row))
        done.rows[name] = _insert(new, name, columns, found)
        if table.torn:
            done.torn.append(name)
    with new.atomic():
        _copy_bodies(old, new, done)


def _insert(new: Database, table: str, columns: list[str], found: Iterator[Row]) -> int:
    names = ", ".join(f"[{name}]" for name in columns)
    marks = ", ".join("?" * len(columns))
    with new.atomic():
        new.conn.executemany(f"insert or ignore into {table} ({names}) values ({marks})", found)
    return int(new.execute(f"select count(*) from {table}").fetchone()[0])


def _says_something(columns: list[str], row: Row) -> bool:
    """Whether a row is one that an exchange can be read from."""
    try:
        from_row({"round": ""} | dict(zip(columns, row, strict=True)), Content())
    except (ValueError, TypeError, LookupError, AttributeError):
        return False
    return True


def _copy_bodies(old: Damaged, new: Database, done: Salvage) -> None:
    wanted = new.execute(
        "select request_body from exchanges where request_body is not null union"
        " select response_body from exchanges where response_body is not null"
    )
    for (key,) in wanted.fetchall():
        packed = _body(old, key)
        if packed is not None:
            new.execute("insert into bodies values (?, ?)", [key, packed])
            continue
        done.bodies_lost += 1
        for side in ("request", "response"):
            new.execute(
                f"update exchanges set {side}_body = null, {side}_missing = ?"
                f" where {side}_body = ?",
                [LOST, key],
            )


def _body(old: Damaged, key: str) -> bytes | None:
    """A body as it is kept, when it is the one that its name says."""
    rows, _ = old.rows("select content from bodies where sha256 = ?", [key])
    packed = rows[0][0] if rows else None
    with suppress(zstandard.ZstdError):
        if isinstance(packed, bytes):
            content = zstandard.ZstdDecompressor().decompress(packed)
            return packed if hashlib.sha256(content).hexdigest() == key else None
    return None


def _mend(db: Database) -> None:
    """Count anew, and let no link vouch for what is lost."""
    rollups.recount(db)
    gone = db.execute(
        "select exchange from links where exchange is not null"
        " and exchange not in (select id from exchanges)"
    )
    links.close(db, [key for (key,) in gone.fetchall()])
