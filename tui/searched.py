"""A page whose list can be searched with /."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.messages import Sought
from tui.place import Page
from tui.widgets.search import Search
from tui.widgets.table import Table


class SearchedPage(Page):
    """A page with one table and one search line; `seek` is called with the words."""

    # Before any widget sees it: letters typed right after belong into the line already.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("slash", "search", "Search", priority=True)]

    async def seek(self, words: str) -> None:
        """Show what the words stand in."""

    async def on_sought(self, message: Sought) -> None:
        """Search while typing; back to the list when done."""
        await self.seek(message.words)
        if message.done:
            self.set_focus(self.query_one(Table))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the search line a slash is a slash."""
        return not isinstance(self.focused, Search) if action == "search" else True

    def action_search(self) -> None:
        """Open the search line."""
        self.query_one(Search).open()
