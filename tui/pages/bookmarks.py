"""What the person marked to find again."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.bookmarks import Kept, subject_of, titled
from tui.messages import Chosen
from tui.place import Page
from tui.widgets.columns import Column
from tui.widgets.plain import plain
from tui.widgets.sources import Held
from tui.widgets.table import Table
from tui.words import word

EMPTY = "No bookmark yet. m on anything keeps it here; m here takes it off again."


class BookmarksPage(Page):
    """What you marked with m. Enter opens it, m takes it off."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("m", "bookmark", "Take off")]

    def __init__(self, subject: object = None) -> None:
        super().__init__()

    def body(self) -> Iterable[Widget]:
        """The list, and a word while there is nothing."""
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield Table[Kept](
            Column("What", lambda it: word("page", it.bookmark.page), width=10),
            Column("", _title, share=1),
            id="bookmarks",
        )

    async def renew(self) -> None:
        """Look up what each is called now."""
        rows = await self.desk.reader.ask(titled, self.desk.remembered.bookmarks)
        table = self.query_one("#bookmarks", Table)
        self.query_one("#empty").display = not rows
        table.display = bool(rows)
        await table.show(Held(rows), cursor=table.cursor)
        if rows and self.focused is None:
            self.set_focus(table)

    async def on_chosen(self, message: Chosen) -> None:
        """Open it."""
        await self.show(message.row.bookmark.page, subject_of(message.row.bookmark))

    async def action_bookmark(self) -> None:
        """Take the marked one off."""
        if self.marked is not None:
            self.desk.bookmark(self.marked.bookmark)
            await self.renew()


def _title(row: Kept) -> Content:
    gone = "no longer in the record"
    return Content(plain(row.title, 300)) if row.title else Content.styled(gone, "$text-muted")


PAGE = BookmarksPage
