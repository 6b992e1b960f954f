"""The pages of a long list that are at hand: pure bookkeeping behind the table.

Pages are reached by key, never by counting rows off: page p+1 starts where page p ended. Only a
list whose keys have no gaps can be entered in the middle.
"""

from collections import OrderedDict
from dataclasses import dataclass, field

PAGE = 128
KEPT = 24


@dataclass(frozen=True, slots=True)
class Page[Row]:
    """Rows in order, and the key to go on from; None at the end of the list."""

    rows: tuple[Row, ...]
    next: int | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """How long a list is, as far as it is known without reading it.

    `total` is None when rows can't be counted cheaply: the list then grows as it is read. `top`
    rises when rows arrive. Keys without gaps run from `first` in steps of `step` (1 or -1) and
    let the list be entered anywhere; 0 says that there are gaps.
    """

    total: int | None = None
    top: int | None = None
    first: int = 0
    step: int = 0


@dataclass(slots=True)
class Shelf[Row]:
    """Pages at hand, the least recently used given up first; `extent` fixes what index 0 is."""

    extent: Extent = field(default_factory=Extent)
    _pages: OrderedDict[int, tuple[Row, ...]] = field(default_factory=OrderedDict)
    _starts: dict[int, int | None] = field(default_factory=lambda: {0: None})
    _read: int = 0
    _ended: bool = False

    @property
    def height(self) -> int:
        """Rows that can be scrolled to now."""
        return self._read if self.extent.total is None else self.extent.total

    @property
    def more(self) -> int | None:
        """The page that would make a growing list longer; None when its end is known."""
        growing = self.extent.total is None and not self._ended
        return self._read // PAGE if growing else None

    def row(self, index: int) -> Row | None:
        """The row at an index, if its page is at hand."""
        number, offset = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None or offset >= len(page):
            return None
        self._pages.move_to_end(number)
        return page[offset]

    def holds(self, number: int) -> bool:
        """Whether a page is at hand."""
        return number in self._pages

    def start(self, number: int) -> int | None:
        """The key page `number` is read from; None reads from the top.

        Raises:
            KeyError: the page before it was never read, and the list has gaps.
        """
        if number and self.extent.step:
            return self.extent.first + self.extent.step * number * PAGE
        return self._starts[number]

    def put(self, number: int, page: Page[Row]) -> None:
        """Keep a page that was read."""
        self._pages[number] = page.rows
        self._pages.move_to_end(number)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        if page.next is not None:
            self._starts[number + 1] = page.next
        self._read = max(self._read, number * PAGE + len(page.rows))
        self._ended = self._ended or page.next is None
