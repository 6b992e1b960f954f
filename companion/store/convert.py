"""A store made an encrypted one, and a plain one again."""

import os
from contextlib import closing
from pathlib import Path
from typing import Any

from companion.errors import StoreUnavailable
from companion.store.database import errors, unavailable
from companion.store.open import PLAIN, cipher

_CHUNK = 1 << 20
_BESIDE = ("-wal", "-shm")


def is_plain(path: Path) -> bool:
    """Whether the file of a store is not encrypted."""
    with path.open("rb") as file:
        return file.read(len(PLAIN)) in (PLAIN, b"")


def convert(path: Path, *, before: bytes | None, after: bytes | None) -> None:
    """Write the whole store anew under another key and put that in its place.

    The old file is overwritten before it is given back to the disk; a disk that writes elsewhere
    than it is told (flash does) may keep a copy nevertheless.

    Args:
        path: the store; nobody else may have it open.
        before: its key now, None for a plain one.
        after: its key from now on, None for a plain one.

    Raises:
        StoreUnavailable: it can't be read, or there is no room; then it stays as it is.
    """
    fresh, old = path.with_name(f"{path.name}.new"), path.with_name(f"{path.name}.old")
    for left in (fresh, old):
        wipe(left)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        _copy(path, fresh, before, after)
    except StoreUnavailable:
        wipe(fresh)
        raise
    except errors() as error:
        wipe(fresh)
        raise unavailable(path, error) from error
    to_disk(fresh)
    old.hardlink_to(path)
    fresh.replace(path)
    for ending in _BESIDE:
        wipe(path.with_name(path.name + ending))
    wipe(old)


def _copy(path: Path, fresh: Path, before: bytes | None, after: bytes | None) -> None:
    with closing(cipher().connect(str(path), isolation_level=None)) as db:
        if before:
            db.execute(f"pragma key = {_quoted(before)}")
        db.execute("pragma wal_checkpoint(truncate)")
        db.execute(f"attach ? as fresh key {_quoted(after)}", [str(fresh)])
        db.execute("pragma fresh.synchronous = off")  # once at the end is enough
        db.execute("select sqlcipher_export('fresh')")
        whole = all(_rows(db, "main", name) == _rows(db, "fresh", name) for name in _tables(db))
        db.execute("detach fresh")
    if not whole:
        raise StoreUnavailable(f"{path} could not be copied whole: it stays as it is")


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
