"""Lists: what was chosen to be shown, as delivered."""

from collections.abc import Iterable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.model import Slate
from tui.messages import Chosen, Moved
from tui.place import Page, place
from tui.queries import lists, lists_extent, stopped
from tui.widgets.columns import Column
from tui.widgets.plain import plain
from tui.widgets.sources import Stored
from tui.widgets.table import Table
from tui.words import clock, count, disclosed, word

if TYPE_CHECKING:
    from companion.extract.slates.drift import Drift

PREVIEW = 4
LOOK_SECONDS = 60.0
"""Between two looks for lists that stopped; it reads the last visits of every site."""
EMPTY = (
    "No lists yet. Feeds, recommendations, search results and ads appear here in the order they"
    " were delivered, as soon as a page with one is recorded."
)


@place("4", title="Lists", order=4)
class Lists(Page):
    """Every list that was delivered, the newest first, in the order the site gave it.

    For you: what the bytes say, or what a comparison measured. Says so: whether anything at the
    list tells that it was chosen for you. Enter shows the entries with rank, reason and label;
    b lays the list beside what strangers got at the same place.

    Where a list that came regularly comes no more, a line on top says so; d shows which.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "beside", "Beside strangers'"),
        Binding("d", "stopped", "What stopped"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._stopped: tuple[Drift, ...] = ()
        self._looked = -LOOK_SECONDS

    def body(self) -> Iterable[Widget]:
        """The table, and a word while there is nothing."""
        notice = Static(id="notice", markup=False)
        notice.display = False
        yield notice
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield Table[Slate](
            Column("When", lambda it: clock(it.seen_at, self.desk.clock()), width=12),
            Column("Site", lambda it: it.site or it.party, share=2),
            Column("Heading", lambda it: it.heading or "no heading", share=3),
            Column("Sort", lambda it: word("surface", it.surface), width=11, least=90),
            Column("For you", lambda it: word("personalized", it.personalized), width=12, least=76),
            Column("Says so", disclosed, width=8, least=90),
            Column("No.", lambda it: str(it.total), width=4, right=True),
            id="slates",
        )
        yield Static(id="preview", classes="preview", markup=False)

    async def renew(self) -> None:
        """Begin, or follow what arrives."""
        table = self.query_one("#slates", Table)
        await table.attend(lambda: Stored(self.desk.reader, lists, lists_extent))
        self.query_one("#empty").display = table.bare
        table.display = not table.bare
        if table.display and self.focused is None:
            self.set_focus(table)
        if monotonic() - self._looked >= LOOK_SECONDS:
            self._looked = monotonic()
            await self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What stopped can only be shown where something did."""
        if action == "stopped":
            return bool(self._stopped)
        return super().check_action(action, parameters)

    async def action_beside(self) -> None:
        """Show the marked list beside what strangers got there."""
        if (row := self.query_one("#slates", Table).row) is not None:
            await self.show("beside", row.id)

    async def action_stopped(self) -> None:
        """Show which lists stopped coming."""
        await self.show("stopped", self._stopped)

    async def _look(self) -> None:
        self._stopped = await self.desk.reader.study(stopped)
        notice = self.query_one("#notice", Static)
        notice.display = bool(self._stopped)
        self.refresh_bindings()
        if self._stopped:
            notice.update(Content(_told(self._stopped)))

    def on_moved(self, message: Moved) -> None:
        """Show the first entries of the marked list."""
        items = message.row.items[:PREVIEW] if message.row else ()
        words = [Content(f"{it.rank:>3}  {plain(it.title or it.item, 200)}") for it in items]
        self.query_one("#preview", Static).update(Content("\n").join(words))

    async def on_chosen(self, message: Chosen) -> None:
        """Open a list."""
        await self.show("slate", message.row.id)


def _told(found: "Sequence[Drift]") -> str:
    since = min(it.since for it in found)
    bare = any(it.sort == "untitled" for it in found)
    what = "stopped coming or lost their titles" if bare else "stopped coming"
    many = count(len(found), "list")
    return f"{many} {what}, since {since.day} {since:%B %Y}. d shows which."
