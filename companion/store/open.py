"""Opening a store: made by us, owner-only from the first byte, brought up to date."""

import os
import sqlite3
from pathlib import Path
from types import ModuleType

from companion import sealing
from companion.errors import StoreUnavailable
from companion.settings import data_folder
from companion.store.database import Database, errors, told, unavailable
from companion.store.migrations import migrations

__all__ = ["Database", "open_store", "told"]

_BUSY_MS = 10_000
PLAIN = b"SQLite format 3\0"
"""How a store begins that is not encrypted."""


def open_store(path: Path, *, readonly: bool = False) -> Database:
    """The store at a path; made (0600, its folder 0700) when it is not there.

    Raises:
        StoreUnavailable: it is no store, damaged, locked, or written by another version.
    """
    if not readonly:
        _make(path)
    connection = connect(path, readonly=readonly, key=key_of(path))
    try:
        return prepared(Database(connection, path), readonly=readonly)
    except errors() as error:
        connection.close()
        raise unavailable(path, error) from error
    except StoreUnavailable:
        connection.close()
        raise


def connect(path: Path, *, readonly: bool = False, key: bytes | None = None) -> sqlite3.Connection:
    """A connection to the file of a store, whatever is in it; with a key, to an encrypted one.

    Raises:
        StoreUnavailable: it can't be opened.
    """
    driver = sqlite3 if key is None else cipher()
    try:
        connection: sqlite3.Connection = driver.connect(
            f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rw'}",
            uri=True,
            timeout=_BUSY_MS / 1000,
            check_same_thread=False,
        )
        if key is not None:  # before anything else is asked
            connection.execute(f"pragma key = \"x'{key.hex()}'\"")
            connection.execute("pragma cipher_log_level = none")  # we tell what is wrong ourselves
    except errors() as error:
        raise unavailable(path, error) from error
    return connection


def key_of(path: Path) -> bytes | None:
    """The key of a store; None for one that is not encrypted.

    A plain file beside `sealed.json` is one that was not encrypted to the end.

    Raises:
        StoreUnavailable: it is encrypted, and this process has no key to it.
    """
    folder = data_folder(path)
    try:
        sealed = sealing.is_sealed(folder) and not _begins_plain(path)
    except OSError as error:
        raise StoreUnavailable(f"{path} can't be read ({error.strerror}): is it yours?") from error
    return sealing.key_of(folder) if sealed else None


def _begins_plain(path: Path) -> bool:
    if not path.exists():
        return False
    with path.open("rb") as file:
        return file.read(len(PLAIN)) == PLAIN


def cipher() -> ModuleType:
    """SQLCipher, the SQLite that encrypts.

    Raises:
        StoreUnavailable: it is not installed.
    """
    try:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise StoreUnavailable(
            "an encrypted store needs SQLCipher: pip install 'companion[encrypted]'"
        ) from error
    found: ModuleType = dbapi2
    return found


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
