"""One recording at a time: a lock beside the store that dies with the process."""

import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from companion import posix
from companion.errors import StoreUnavailable

_PATIENCE = 0.2
"""Seconds: who looks whether a store is held holds it for a moment itself."""


class StoreLock:
    """Holds a store for one recording; a second one is refused in a line."""

    def __init__(self, store: Path, folder: Path) -> None:
        self._store, self._folder = store, folder
        self._lock: AbstractContextManager[bool]

    def __enter__(self) -> Self:
        deadline = time.monotonic() + _PATIENCE
        while not self._is_ours():
            if time.monotonic() > deadline:
                raise StoreUnavailable(
                    f"{self._store} is being recorded to by another companion: end that one first,"
                    " or name another store with --db"
                )
            time.sleep(_PATIENCE / 10)
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.__exit__(None, None, None)

    def _is_ours(self) -> bool:
        self._lock = _lock(self._folder)
        if self._lock.__enter__():
            return True
        self._lock.__exit__(None, None, None)
        return False


def is_held(folder: Path) -> bool:
    """Whether a recording holds the store of a folder."""
    with _lock(folder) as free:
        return not free


def _lock(folder: Path) -> AbstractContextManager[bool]:
    return posix.locked(folder / "lock")
