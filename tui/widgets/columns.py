"""The columns of a table: how a thing of a row is shown, and how much room each gets."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.content import Content

from tui.widgets.plain import plain

CELL = 300
GUTTER = 2
GAP = 2


@dataclass(frozen=True, slots=True)
class Column[Row]:
    """How one thing of a row is shown.

    A cell that is a string is a site's word and made plain; a Content is ours. `width` is in
    cells; `share` is the part of the room left over that a column gets instead. The column is
    left out in tables narrower than `least` cells.
    """

    title: str
    cell: Callable[[Row], str | Content]
    width: int = 0
    share: int = 0
    least: int = 0
    right: bool = False

    def content(self, row: Row, width: int) -> Content:
        """The cell of a row, exactly `width` cells wide."""
        shown = self.cell(row)
        content = shown if isinstance(shown, Content) else Content(plain(shown, CELL))
        return self.fitted(content, width)

    def fitted(self, content: Content, width: int) -> Content:
        """Cut or padded to exactly `width` cells."""
        if self.right and content.cell_length < width:
            return content.pad_left(width - content.cell_length)
        return content.truncate(width, ellipsis=True, pad=True)


def layout(columns: list[Column[Any]], room: int) -> list[tuple[Column[Any], int]]:
    """The columns shown in `room` cells, each with its width."""
    shown = [column for column in columns if room >= column.least]
    fixed = sum(column.width for column in shown) + GAP * (len(shown) - 1) + GUTTER
    shares = sum(column.share for column in shown) or 1
    spare = max(0, room - fixed)
    widths = [column.width or spare * column.share // shares for column in shown]
    flexible = [place for place, column in enumerate(shown) if column.share]
    if flexible:
        widths[flexible[-1]] += max(0, spare - sum(spare * c.share // shares for c in shown))
    return list(zip(shown, widths, strict=True))
