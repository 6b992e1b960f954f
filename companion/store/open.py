"""Opening a store: made by us, owner-only from the first byte, brought up to date."""

import os
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from companion.errors import StoreUnavailable
from companion.settings import data_folder
from companion.store.migrations import migrations

__all__ = ["Database", "open_store"]

_BUSY_MS = 10_000


def open_store(path: Path, *, readonly: bool = False) -> Database:
    """The store at a path; made (0600, its folder 0700) when it is not there.

    Raises:
        StoreUnavailable: it is no store, damaged, locked, or written by a newer version.
    """
    if not readonly:
        _make(path)
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rw'}",
            uri=True,
            timeout=_BUSY_MS / 1000,
            check_same_thread=False,
        )
        return _prepared(connection, path, readonly=readonly)
    except sqlite3.Error as error:
        raise StoreUnavailable(
            f"{path} can't be used as a store ({error}): companion doctor --db says more"
        ) from error


def _make(path: Path) -> None:
    folder = data_folder(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise StoreUnavailable(
            f"{path} can't be made ({error.strerror}): name another with --db"
        ) from error


def _prepared(connection: sqlite3.Connection, path: Path, *, readonly: bool) -> Database:
    db = Database(connection)
    for pragma in (f"busy_timeout={_BUSY_MS}", "foreign_keys=OFF", "cache_size=-32000"):
        db.execute(f"pragma {pragma}")
    unknown = {done.name for done in migrations.applied(db)} - {
        one.name
        for one in migrations._migrations  # noqa: SLF001 - it has no public list
    }
    if unknown:
        db.close()
        raise StoreUnavailable(
            f"{path} was written by a newer Companion ({', '.join(sorted(unknown))}):"
            " update this one"
        )
    if readonly:
        return db
    for pragma in ("journal_mode=wal", "synchronous=normal", "secure_delete=on"):
        db.execute(f"pragma {pragma}")
    migrations.apply(db)
    return db
