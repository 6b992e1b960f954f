"""The store, read without ever holding up the screen: queries run in threads of their own.

Each thread has one connection, opened read-only at its first query. `ask` is for what a person
waits for; `study` for what takes longer, so that the one never queues behind the other.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Concatenate


class Lane:
    """One thread with one connection."""

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._db: Any = None

    async def run[**P, T](
        self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a query in the thread; its errors are raised here.

        Raises:
            StoreUnavailable: the store is not there, damaged or locked.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._thread, lambda: self._answer(lambda db: query(db, *args, **kwargs))
        )

    def close(self) -> None:
        """Close the connection in its own thread, then end the thread."""
        self._thread.submit(self._disconnect)
        self._thread.shutdown(wait=True, cancel_futures=False)

    def _answer[T](self, query: Callable[[Any], T]) -> T:
        # Here and not above: the store's library takes longer to import than a first paint.
        from companion.extract.owners import look_also  # noqa: PLC0415
        from companion.settings import data_folder  # noqa: PLC0415
        from companion.store.open import open_store, told  # noqa: PLC0415

        if self._db is None:
            self._db = open_store(self._path, readonly=True)
            look_also(data_folder(self._path))
        with told(self._path):
            return query(self._db)

    def _disconnect(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None


class Reader:
    """A store's path and two lanes to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._quick = Lane(path, "quick")
        self._slow = Lane(path, "slow")

    async def ask[**P, T](
        self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """A query a person waits for: a page, one thing by its id."""
        return await self._quick.run(query, *args, **kwargs)

    async def study[**P, T](
        self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """A query that reads much: all findings, all inferences."""
        return await self._slow.run(query, *args, **kwargs)

    def close(self) -> None:
        """End both lanes; what runs is waited for."""
        self._quick.close()
        self._slow.close()
