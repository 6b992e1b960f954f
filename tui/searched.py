"""Every page can be searched with /: rows of its table, or the blocks of its column."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.fuzzy import fits
from tui.messages import Sought
from tui.widgets.blocks import Block
from tui.widgets.search import Search
from tui.widgets.table import Table


class SearchedScreen(Screen[None]):
    """A screen with one search line; `seek` is called with the words."""

    AUTO_FOCUS: ClassVar[str | None] = ""  # else the hidden line would have it before the rows do
    # Before any widget sees it: letters typed right after belong into the line already.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", priority=True, show=False)
    ]

    async def seek(self, words: str) -> None:
        """Show only what the words stand in."""
        for table in self.query(Table):
            await table.seek(words)
        for block in self.query(Block):
            block.display = fits(words, block.text)

    async def on_sought(self, message: Sought) -> None:
        """Search while typing; back to what was found when done."""
        await self.seek(message.words)
        if message.done:
            shown = [*self.query(Table), *self.query(Block)]
            self.set_focus(next((it for it in shown if it.display), None))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the search line a slash is a slash."""
        return not isinstance(self.focused, Search) if action == "search" else True

    def action_search(self) -> None:
        """Open the search line."""
        self.query_one(Search).open()
