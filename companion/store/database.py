"""The connection to a store: writers wait for each other, trouble is told in one line."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlite_utils

from companion.errors import StoreUnavailable

_LASTING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
    }
)
"""What is wrong with the file or the disk; every other error is a mistake of ours."""


class Database(sqlite_utils.Database):
    """A store that is open; left by an error of its file, it says so in words."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection)
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        if is_lasting(error):
            raise unavailable(self.path, error) from error

    @contextmanager
    def atomic(self) -> Iterator[Self]:
        """All or nothing; a part of the transaction that is open, where one is.

        The outermost one waits at its beginning for another writer: having read first, it could
        not go on to write after somebody else wrote.
        """
        if self.conn.in_transaction:
            with super().atomic():
                yield self
            return
        self.conn.execute("begin immediate")
        try:
            yield self
            self.conn.execute("commit")
        except BaseException:
            self.rollback()
            raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of a store's file as StoreUnavailable, for who holds a store open for long."""
    try:
        yield
    except errors() as error:
        if not is_lasting(error):
            raise
        raise unavailable(path, error) from error


def errors() -> tuple[type[Exception], ...]:
    """What SQLite raises; SQLCipher, which encrypts, has classes of its own."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, cipher.Error) if cipher else (sqlite3.Error,)


def is_lasting(error: BaseException | None) -> bool:
    """Whether an error is one of the file or the disk."""
    code = getattr(error, "sqlite_errorcode", 0)
    return isinstance(error, errors()) and code & 0xFF in _LASTING


def unavailable(path: Path, error: BaseException | None) -> StoreUnavailable:
    """The same in one line a person can read."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreUnavailable(f"{path} is being written by another program: try again")
    return StoreUnavailable(
        f"{path} can't be used as a store ({error}): companion doctor --db says more"
    )
