"""A table of any length: only the rows in view are read and rendered."""

from collections.abc import Callable, Iterator
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from companion.errors import CompanionError
from tui.fuzzy import fits
from tui.messages import Chosen, Moved
from tui.widgets.columns import GAP, Column, layout
from tui.widgets.shelf import PAGE, Shelf
from tui.widgets.sources import SIFTED, Sifted, Source

STRIPS = 600


class Table[Row](ScrollView, can_focus=True):
    """Rows of a source under a heading, with a cursor.

    While the cursor stands on the first row the table follows what arrives; else it stays where
    it is and says in its heading how much is new.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--heading",
        "table--cursor",
        "table--wait",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open"),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("pagedown,ctrl+d", "leap(1)", "Page down", show=False),
        Binding("pageup,ctrl+u", "leap(-1)", "Page up", show=False),
        Binding("home,g", "top", "Top", show=False),
        Binding("end,G", "bottom", "End", show=False),
    ]

    def __init__(self, *columns: Column[Row], id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.columns = list(columns)
        self.cursor = 0
        self.fresh = 0
        self._source: Source[Row] | None = None
        self._shelf: Shelf[Row] = Shelf()
        self._strips: dict[tuple[int, int], Strip] = {}
        self._wanted: set[int] = set()
        self._epoch = 0
        self._whole: Source[Row] | None = None
        self._words = ""

    async def show(self, source: Source[Row], *, cursor: int = 0) -> None:
        """Show the rows of a source from now on, with the cursor on the row of an index."""
        self._whole = source
        self.cursor = cursor
        await self._sift()

    async def seek(self, words: str) -> None:
        """Show only rows in which the words stand in some column; without words, all of them."""
        if words != self._words:
            self._words, self.cursor = words, 0
            await self._sift()

    async def _sift(self) -> None:
        whole = self._whole
        if whole is not None:
            self._source = Sifted(whole, self._has_words) if self._words else whole
            await self._begin()

    def _has_words(self, row: Row) -> bool:
        cells = (column.cell(row) for column in self.columns)
        return fits(
            self._words, " ".join(it.plain if isinstance(it, Content) else it for it in cells)
        )

    async def attend(self, source: Callable[[], Source[Row]]) -> None:
        """Show a source made now the first time, then follow it."""
        if self._source is None:
            await self.show(source())
        else:
            await self.follow()

    async def follow(self) -> None:
        """Look whether rows arrived: show them at the top, or say how many when scrolled away."""
        if self._source is None:
            return
        extent = await self._source.extent()
        known = self._shelf.extent
        if extent.top == known.top and extent.total == known.total:
            return
        if self.cursor == 0 and self.scroll_offset.y == 0:
            await self._begin()
        elif extent.top is not None and known.top is not None:
            self.fresh = max(0, extent.top - known.top)
            self.refresh_line(self.scroll_offset.y)

    @property
    def row(self) -> Row | None:
        """The row under the cursor, None while it is being read or when there is none."""
        return self._shelf.row(self.cursor)

    @property
    def height(self) -> int:
        """Rows that can be scrolled to now."""
        return self._shelf.height

    @property
    def bare(self) -> bool:
        """Whether there is nothing to show, whatever is searched for."""
        return self.height == 0 and not self._words

    def render_line(self, y: int) -> Strip:
        """One line of the widget: the heading, or the row that is scrolled there."""
        width = self.scrollable_content_region.width
        if y == 0:
            return self._heading(width)
        index = y - 1 + self.scroll_offset.y
        if index >= self._shelf.height:
            return self._line(Content(""), width, "")
        if self._shelf.more is not None and index >= self._shelf.height - 1:
            self._want(self._shelf.more)
        return self._row(index, width)

    def on_resize(self, event: Resize) -> None:
        """Widths changed: render anew."""
        self._strips.clear()
        self._fit()

    def notify_style_update(self) -> None:
        """Colours changed: render anew."""
        self._strips.clear()
        super().notify_style_update()

    def on_click(self, event: Click) -> None:
        """The first click moves the cursor, a click on the cursor opens."""
        index = int(event.y) - 1 + self.scroll_offset.y
        if event.y < 1 or index >= self._shelf.height:
            return
        if index == self.cursor:
            self.action_choose()
        else:
            self._to(index)

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if (row := self.row) is not None:
            self.post_message(Chosen(self, row))

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self._to(self.cursor + rows)

    def action_leap(self, pages: int) -> None:
        """Move the cursor by whole screens."""
        self._to(self.cursor + pages * max(1, self._room - 1))

    async def action_top(self) -> None:
        """To the first row, and follow again."""
        self._to(0)
        try:
            await self.follow()
        except CompanionError as error:
            self.notify(str(error), markup=False)

    def action_bottom(self) -> None:
        """To the last row that is known."""
        self._to(self._shelf.height - 1)

    @property
    def _room(self) -> int:
        return max(1, self.scrollable_content_region.height - 1)

    async def _begin(self) -> None:
        source = self._source
        if source is None:
            return
        self._epoch += 1
        epoch = self._epoch
        shelf: Shelf[Row] = Shelf(await source.extent())
        shelf.put(0, await source.page(None, PAGE))
        if epoch != self._epoch:
            return
        self._shelf = shelf
        self._wanted.clear()
        self.fresh = 0
        self.cursor = max(0, min(self.cursor, shelf.height - 1))
        self._strips.clear()
        self._fit()
        self._reveal()
        self.refresh()
        self._tell()

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._shelf.height + 1)

    def _to(self, index: int) -> None:
        last = max(0, self._shelf.height - 1)
        old, self.cursor = self.cursor, max(0, min(last, index))
        if self.cursor == last and self._shelf.more is not None:
            self._want(self._shelf.more)
        self._reveal()
        for line in {old, self.cursor}:
            self.refresh(Region(0, line + 1 - self.scroll_offset.y, self.size.width, 1))
        self._tell()

    def _reveal(self) -> None:
        top, room = self.scroll_offset.y, self._room
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + room:
            self.scroll_to(y=self.cursor - room + 1, animate=False)

    def _tell(self) -> None:
        self.post_message(Moved(self, self.row))

    def _want(self, number: int) -> None:
        if number not in self._wanted and not self._shelf.holds(number):
            self._wanted.add(number)
            self.run_worker(self._load(number, self._epoch), group="pages")

    async def _load(self, number: int, epoch: int) -> None:
        source = cast(Source[Row], self._source)
        try:
            page = await source.page(self._shelf.start(number), PAGE)
        except CompanionError as error:
            self.notify(str(error), markup=False)
            return
        if epoch != self._epoch:
            return
        self._shelf.put(number, page)
        self._wanted.discard(number)
        self._fit()
        self.refresh()
        if self.cursor // PAGE == number:
            self._tell()

    def _heading(self, width: int) -> Strip:
        note = f"{self.fresh:,} new, g shows them" if self.fresh else self._sifted()
        room = max(0, width - len(note))
        titles = self._spread(
            (c.fitted(Content(c.title), w) for c, w in layout(self.columns, width))
        )
        line = Content.assemble("  ", titles).truncate(room, pad=True) if note else titles
        return self._line(
            line if note else Content.assemble("  ", titles), width, "table--heading", note
        )

    def _sifted(self) -> str:
        if not isinstance(self._source, Sifted):
            return ""
        among = f" in the first {SIFTED:,}" if self._source.cut else ""
        return f"{self._shelf.height:,} found{among}"

    def _row(self, index: int, width: int) -> Strip:
        held = index == self.cursor
        key = (index, width)
        if not held and key in self._strips:
            return self._strips[key]
        row = self._shelf.row(index)
        if row is None:
            self._want(index // PAGE)
            return self._line(Content("  …"), width, "table--wait")
        cells = self._spread(c.content(row, w) for c, w in layout(self.columns, width))
        if held:
            return self._line(Content.assemble("▸ ", cells), width, "table--cursor")
        strip = self._line(Content.assemble("  ", cells), width, "")
        if len(self._strips) >= STRIPS:
            self._strips.clear()
        self._strips[key] = strip
        return strip

    @staticmethod
    def _spread(cells: Iterator[Content]) -> Content:
        return Content(" " * GAP).join(cells)

    def _line(self, content: Content, width: int, component: str, note: str = "") -> Strip:
        style = self.get_visual_style(component) if component else self.visual_style
        whole = Content.assemble(content.truncate(width - len(note), pad=True), note)
        strips = Visual.to_strips(self, whole, width, 1, style, apply_selection=False)
        return strips[0] if strips else Strip.blank(width, style.rich_style)
