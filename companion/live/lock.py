"""One recording at a time: a lock beside the store that dies with the process."""

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from companion import posix
from companion.errors import StoreUnavailable


class StoreLock:
    """Holds a store for one recording; a second one is refused in a line."""

    def __init__(self, store: Path, folder: Path) -> None:
        self._store = store
        self._path = folder / "lock"
        self._descriptor = -1

    def __enter__(self) -> Self:
        self._descriptor = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        if not posix.try_lock(self._descriptor):
            os.close(self._descriptor)
            raise StoreUnavailable(
                f"{self._store} is being recorded to by another companion: end that one first,"
                " or name another store with --db"
            )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._descriptor)
