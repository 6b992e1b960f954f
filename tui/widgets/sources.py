"""Where a table's rows come from: rows in memory, or pages of the store read in a thread."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from tui.reader import Reader
from tui.widgets.shelf import PAGE, Extent, Page

SIFTED = 5_000
"""Rows of a long list that a search looks through, the newest."""


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


class Sifted[Row]:
    """The rows of another source that fit, among its first `most`; read again when it grows."""

    def __init__(
        self, source: Source[Row], fits: Callable[[Row], bool], most: int = SIFTED
    ) -> None:
        self._source = source
        self._fits = fits
        self._most = most
        self._known: Extent | None = None
        self._held = Held[Row](())
        self.cut = False

    async def extent(self) -> Extent:
        """How many fit; `cut` is then set where rows were left unread."""
        found = await self._source.extent()
        if found != self._known:
            self._known = found
            self._held = Held([row async for row in self._rows() if self._fits(row)])
        return replace(await self._held.extent(), top=found.top)

    async def page(self, start: int | None, limit: int) -> Page[Row]:
        """A slice of them."""
        return await self._held.page(start, limit)

    async def _rows(self) -> AsyncIterator[Row]:
        start, read = None, 0
        while read < self._most:
            page = await self._source.page(start, PAGE)
            for row in page.rows:
                yield row
            read += len(page.rows)
            start = page.next
            self.cut = start is not None
            if start is None:
                return


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
