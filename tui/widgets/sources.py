"""Where a table's rows come from: rows in memory, or pages of the store read in a thread."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from tui.reader import Reader
from tui.widgets.shelf import Extent, Page


class Source[Row](Protocol):
    """A list that can be read page by page without holding up the screen."""

    async def extent(self) -> Extent:
        """How long the list is now."""
        ...

    async def page(self, start: int | None, limit: int) -> Page[Row]:
        """Up to `limit` rows from a key on; None is the top."""
        ...


class Held[Row]:
    """Rows already in memory; keys are indices."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    async def extent(self) -> Extent:
        """The number of rows."""
        return Extent(total=len(self.rows), top=len(self.rows), step=1)

    async def page(self, start: int | None, limit: int) -> Page[Row]:
        """A slice."""
        first = start or 0
        after = first + limit
        return Page(tuple(self.rows[first:after]), after if after < len(self.rows) else None)


type PageQuery[Row] = Callable[[Any, int | None, int], Sequence[tuple[int, Row]]]


class Stored[Row]:
    """Rows of the store, newest first.

    `query` is called in a reader's thread with (db, before, limit) and returns rows with their
    keys; `measure` with (db).
    """

    def __init__(
        self, reader: Reader, query: PageQuery[Row], measure: Callable[[Any], Extent]
    ) -> None:
        self._reader = reader
        self._query = query
        self._measure = measure

    async def extent(self) -> Extent:
        """What `measure` says."""
        return await self._reader.ask(self._measure)

    async def page(self, start: int | None, limit: int) -> Page[Row]:
        """One page, and the key of its last row."""
        found = await self._reader.ask(self._query, start, limit)
        return Page(tuple(row for _, row in found), found[-1][0] if len(found) == limit else None)
