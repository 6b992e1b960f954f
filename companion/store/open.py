"""Opening a store: made by us, owner-only from the first byte, brought up to date."""

import os
import sqlite3
from pathlib import Path

from companion.errors import StoreUnavailable
from companion.settings import data_folder
from companion.store.database import Database, told, unavailable
from companion.store.migrations import migrations

__all__ = ["Database", "open_store", "told"]

_BUSY_MS = 10_000


def open_store(path: Path, *, readonly: bool = False) -> Database:
    """The store at a path; made (0600, its folder 0700) when it is not there.

    Raises:
        StoreUnavailable: it is no store, damaged, locked, or written by another version.
    """
    if not readonly:
        _make(path)
    connection = connect(path, readonly=readonly)
    try:
        return prepared(Database(connection, path), readonly=readonly)
    except sqlite3.Error as error:
        connection.close()
        raise unavailable(path, error) from error
    except StoreUnavailable:
        connection.close()
        raise


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """A connection to the file of a store, whatever is in it.

    Raises:
        StoreUnavailable: it can't be opened.
    """
    try:
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rw'}",
            uri=True,
            timeout=_BUSY_MS / 1000,
            check_same_thread=False,
        )
    except sqlite3.Error as error:
        raise unavailable(path, error) from error


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


def prepared(db: Database, *, readonly: bool = False) -> Database:
    """The same store, brought up to date, as all of ours use it.

    Raises:
        StoreUnavailable: it is another program's, of a newer version, or to be changed and may not.
    """
    for pragma in (f"busy_timeout={_BUSY_MS}", "foreign_keys=OFF", "cache_size=-32000"):
        db.execute(f"pragma {pragma}")
    done = {one.name for one in migrations.applied(db)}
    _refuse_strangers(db, done)
    if readonly:
        if migrations.pending(db):
            raise StoreUnavailable(
                f"{db.path} is not up to date with this Companion: run companion analyze once"
            )
        return db
    for pragma in ("journal_mode=wal", "synchronous=normal", "secure_delete=on"):
        db.execute(f"pragma {pragma}")
    if migrations.pending(db):
        with db.atomic():  # of two that open a new store at once, one waits
            migrations.apply(db)
    return db


def _refuse_strangers(db: Database, done: set[str]) -> None:
    """Keep out of stores of a newer version and of other programs' databases."""
    unknown = done - {one.name for one in migrations._migrations}  # noqa: SLF001 - no public list
    if unknown:
        raise StoreUnavailable(
            f"{db.path} was written by a newer Companion ({', '.join(sorted(unknown))}):"
            " update this one"
        )
    if not done and db.table_names():
        raise StoreUnavailable(
            f"{db.path} is a database of another program: name another with --db"
        )
