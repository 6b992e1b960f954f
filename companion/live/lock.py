"""One recording at a time: a lock beside the store that dies with the process."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from companion import posix
from companion.errors import StoreUnavailable


class StoreLock:
    """Holds a store for one recording; a second one is refused in a line."""

    def __init__(self, store: Path, folder: Path) -> None:
        self._store = store
        self._lock = _lock(folder)

    def __enter__(self) -> Self:
        if not self._lock.__enter__():
            self._lock.__exit__(None, None, None)
            raise StoreUnavailable(
                f"{self._store} is being recorded to by another companion: end that one first,"
                " or name another store with --db"
            )
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.__exit__(None, None, None)


def is_held(folder: Path) -> bool:
    """Whether a recording holds the store of a folder."""
    with _lock(folder) as free:
        return not free


def _lock(folder: Path) -> AbstractContextManager[bool]:
    return posix.locked(folder / "lock")
