"""A store made an encrypted one, and a plain one again."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from companion.errors import StoreUnavailable
from companion.store.database import errors, unavailable
from companion.store.open import PLAIN, cipher

_CHUNK = 1 << 20
_BESIDE = ("-wal", "-shm")
_PATIENCE = 2.0
"""Seconds to wait for others to leave the store."""


def is_plain(path: Path) -> bool:
    """Whether the file of a store is not encrypted."""
    with path.open("rb") as file:
        return file.read(len(PLAIN)) in (PLAIN, b"")


def convert(path: Path, *, before: bytes | None, after: bytes | None) -> None:
    """Write the whole store anew under another key and put that in its place.

    The old file is overwritten before it is given back to the disk; a disk that writes elsewhere
    than it is told (flash does) may keep a copy nevertheless.

    Args:
        path: the store; where somebody else has it open, nothing is done.
        before: its key now, None for a plain one.
        after: its key from now on, None for a plain one.

    Raises:
        StoreUnavailable: it can't be read, is in use, or there is no room; then it stays as it is.
    """
    clear(path)
    fresh, old = _copies(path)
    with _held(path, before) as db:
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            whole = _copy(db, fresh, after)
        except errors() as error:
            wipe(fresh)
            raise unavailable(path, error) from error
        if not whole:
            wipe(fresh)
            raise StoreUnavailable(f"{path} could not be copied whole: it stays as it is")
        to_disk(fresh)
        old.hardlink_to(path)
        fresh.replace(path)
    for ending in _BESIDE:
        wipe(path.with_name(path.name + ending))
    wipe(old)


def leftovers(path: Path) -> list[Path]:
    """The copies that a conversion which was stopped left beside a store."""
    return [copy for copy in _copies(path) if copy.exists()]


def clear(path: Path) -> None:
    """Overwrite and delete such copies; a second name of the store itself just goes."""
    for copy in leftovers(path):
        if path.exists() and copy.samefile(path):
            copy.unlink()
        else:
            wipe(copy)


def _copies(path: Path) -> tuple[Path, Path]:
    return path.with_name(f"{path.name}.new"), path.with_name(f"{path.name}.old")


@contextmanager
def _held(path: Path, key: bytes | None) -> Iterator[Any]:
    """A connection to a store that nobody else can use meanwhile."""
    with closing(cipher().connect(str(path), isolation_level=None, timeout=_PATIENCE)) as db:
        if key:
            db.execute(f"pragma key = {_quoted(key)}")
        try:
            # A store leaves this mode for good only where nobody else has it open.
            (mode,) = db.execute("pragma journal_mode = delete").fetchone()
            db.execute("pragma locking_mode = exclusive")
            db.execute("begin exclusive")
            db.execute("commit")
        except errors() as error:
            if "locked" not in str(error):
                raise unavailable(path, error) from error
            mode = "in use"
        if mode != "delete":
            raise StoreUnavailable(f"{path} is in use: close the screen that shows it, try again")
        yield db


def _copy(db: Any, fresh: Path, key: bytes | None) -> bool:
    """Write all of a store to a new file under a key; whether all of it is there."""
    db.execute(f"attach ? as fresh key {_quoted(key)}", [str(fresh)])
    db.execute("pragma fresh.synchronous = off")  # once at the end is enough
    db.execute("select sqlcipher_export('fresh')")
    whole = all(_rows(db, "main", name) == _rows(db, "fresh", name) for name in _tables(db))
    db.execute("detach fresh")
    return whole


def to_disk(file: Path) -> None:
    """Wait until a file is on the disk, however it was written."""
    with file.open("rb") as held:
        os.fsync(held.fileno())


def _tables(db: Any) -> list[str]:
    rows = db.execute("select name from main.sqlite_master where type = 'table'")
    return [name for (name,) in rows.fetchall()]


def _rows(db: Any, where: str, table: str) -> int:
    return int(db.execute(f"select count(*) from {where}.[{table}]").fetchone()[0])


def _quoted(key: bytes | None) -> str:
    return "''" if key is None else f"\"x'{key.hex()}'\""


def wipe(file: Path) -> None:
    """Overwrite a file, then delete it."""
    if not file.exists():
        return
    with file.open("r+b") as out:
        left = file.stat().st_size
        while left > 0:
            left -= out.write(bytes(min(left, _CHUNK)))
        out.flush()
        os.fsync(out.fileno())
    file.unlink()
