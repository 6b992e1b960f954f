"""Findings: all of them, to filter, sort and search."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.messages import Chosen, Moved
from tui.place import Page, place
from tui.queries import finding_rows
from tui.triage import EVERYTHING, Triage, choices
from tui.views import FindingRow
from tui.widgets.choice import ChoiceScreen
from tui.widgets.columns import Column
from tui.widgets.plain import plain
from tui.widgets.search import Search
from tui.widgets.sources import Held
from tui.widgets.table import Table
from tui.words import LEVEL_WIDTH, SEVERITY_WIDTH, clock, count, kind_title, level, severity

NONE = "No finding matches. Escape in the search line clears the words, f chooses another filter."
EMPTY = "Nothing found so far. Claims that compare days need several days of record."


@place("5", title="Findings", order=5)
class Findings(Page):
    """Every claim that can be made, with filter, order and search.

    s changes the order, f filters by weight, certainty, kind or site, / searches. Enter opens the
    evidence, other readings and the ways to contest.
    """

    searches: ClassVar[str] = "titles, parties and sites"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort", "Order"),
        Binding("f", "filter", "Filter"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.triage = Triage()
        self._rows: tuple[FindingRow, ...] = ()

    def body(self) -> Iterable[Widget]:
        """How the list was made, the list, and the search line."""
        yield Static(id="how", classes="note", markup=False)
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield Table[FindingRow](
            Column("Weight", lambda it: severity(it.severity), width=SEVERITY_WIDTH),
            Column("Certainty", lambda it: level(it.confidence), width=LEVEL_WIDTH),
            Column("What", lambda it: kind_title(it.kind), share=4),
            Column("Who", lambda it: it.party, share=3),
            Column("Where", lambda it: it.site, share=3),
            Column("Last", lambda it: clock(it.last_seen, self.desk.clock()), width=12, least=100),
            id="findings",
        )
        yield Static(id="preview", classes="preview", markup=False)

    async def renew(self) -> None:
        """Read the findings anew, keep the cursor on its finding."""
        self._rows = await self.desk.reader.study(finding_rows)
        await self._show()

    async def only(self, chosen: str) -> None:
        """Show only what is chosen, all of it."""
        search = self.query_one(Search)
        search.value, search.display = "", False
        self.triage = Triage(only=chosen)
        await self._show()

    async def on_chosen(self, message: Chosen) -> None:
        """Open a finding."""
        await self.show("finding", message.row.id)

    def on_moved(self, message: Moved) -> None:
        """Say what the marked finding is about."""
        row = message.row
        words = (
            [Content.styled(plain(row.title), "bold"), Content(plain(row.why, 400))] if row else []
        )
        self.query_one("#preview", Static).update(Content("\n").join(words))

    async def seek(self, words: str) -> None:
        """Show the findings the words stand in."""
        if words != self.triage.words:
            self.triage = replace(self.triage, words=words)
            await self._show()

    async def action_sort(self) -> None:
        """The next order."""
        self.triage = replace(self.triage, sort=self.triage.next_sort())
        await self._show()

    def action_filter(self) -> None:
        """Choose what to see."""
        options = [
            (name, Content.assemble(plain(words, 40), (f"  {number:,}", "$text-muted")))
            for name, words, number in choices(self._rows)
        ]
        if options:
            self.app.push_screen(ChoiceScreen(options), self._filtered)

    async def _filtered(self, chosen: str | None) -> None:
        if chosen is not None:
            self.triage = replace(self.triage, only=chosen)
            await self._show()

    async def _show(self) -> None:
        table = self.query_one("#findings", Table)
        held = table.row.id if table.row is not None else None
        rows = self.triage.applied(self._rows)
        cursor = next((n for n, row in enumerate(rows) if row.id == held), 0)
        empty = self.query_one("#empty", Static)
        empty.update(Content(NONE if self._rows else EMPTY))
        empty.display = not rows
        table.display = bool(rows)
        self.query_one("#how", Static).update(self._how(len(rows)))
        await table.show(Held(rows), cursor=cursor)
        if rows and self.focused is None:
            self.set_focus(table)

    def _how(self, shown: int) -> Content:
        parts = [count(shown, "finding"), f"by {self.triage.sort}"]
        if shown != len(self._rows):
            parts[0] = f"{shown:,} of {count(len(self._rows), 'finding')}"
        if self.triage.only != EVERYTHING:
            words = {name: said for name, said, _ in choices(self._rows)}
            parts.append(f"only: {plain(words.get(self.triage.only, self.triage.only), 60)}")
        return Content(" · ".join(parts))
