"""Contexts: the parts of your life, and what was met in more than one of them."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.extract.contexts import is_sensitive
from tui.life import Crossing, Map, life
from tui.messages import Chosen
from tui.place import Page, place
from tui.widgets.columns import Column
from tui.widgets.plain import plain
from tui.widgets.sources import Held
from tui.widgets.table import Table
from tui.words import count

EMPTY = (
    "Nothing was met in two parts of your life so far. Sites get a part of life from a list of"
    " well-known ones; your own word wins."
)


@place("8", title="Contexts", order=8)
class Contexts(Page):
    """The parts of your life (health, work, shopping), and what was met in more than one.

    A line joins two parts: the companies that met the same value of yours in both, and the
    findings about it. That a value was met says that your browser could be known again there, not
    that it was. ! marks a sensitive part. Enter shows by whom and where.
    """

    def body(self) -> Iterable[Widget]:
        """The parts, and the lines between them."""
        yield Static(id="parts", classes="note", markup=False)
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield Table[Crossing](
            Column("", lambda it: Content.styled("!", "bold") if it.sensitive else "", width=1),
            Column("Between", lambda it: it.one, share=2),
            Column("and", lambda it: it.other, share=2),
            Column("Parties", lambda it: f"{len(it.parties):,}", width=7, right=True),
            Column("Values", lambda it: f"{len(it.meetings):,}", width=6, right=True, least=60),
            Column("Findings", lambda it: f"{len(it.found):,}", width=8, right=True),
            Column("Who", lambda it: ", ".join(it.parties), share=5, least=70),
            id="crossings",
        )

    async def renew(self) -> None:
        """Read the map anew."""
        found = await self.desk.reader.study(life)
        table = self.query_one("#crossings", Table)
        held = (table.row.one, table.row.other) if table.row is not None else None
        rows = found.crossings
        cursor = next((n for n, it in enumerate(rows) if (it.one, it.other) == held), 0)
        self.query_one("#empty", Static).display = not rows
        table.display = bool(rows)
        self.query_one("#parts", Static).update(_parts(found))
        await table.show(Held(rows), cursor=cursor)
        if rows and self.focused is None:
            self.set_focus(table)

    async def on_chosen(self, message: Chosen) -> None:
        """Open what joins two parts."""
        await self.show("crossing", message.row)


def _parts(found: Map) -> Content:
    if not found.parts:
        return Content("No part of your life is known yet.")
    told = [
        f"{'! ' if is_sensitive(name) else ''}{plain(name, 40)} {count(len(sites), 'site')}"
        for name, sites in found.parts.items()
    ]
    return Content(" · ".join(told))
