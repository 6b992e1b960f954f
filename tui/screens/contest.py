"""Contest: the cases, what each waits for, and until when."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.contest.cases import ENDED, overdue
from tui.cases import CaseRow, case_rows
from tui.messages import Chosen
from tui.place import Page, place
from tui.widgets.columns import Column
from tui.widgets.sources import Held
from tui.widgets.table import Table
from tui.words import clock, count, kind_title, word

EMPTY = (
    "No case yet. Open a finding (5), choose one of its ways to contest, and press b there: the"
    " case then appears here with its state, and with the day by which the law wants an answer."
)


@place("7", title="Contest", order=7)
class Contest(Page):
    """What you contest: each case with its state, and until when an answer is due by law.

    Enter opens a case, its history and its next steps. A date is only called due where a law sets
    it. Nothing is ever sent from here. s shows the shield: what is held back on the way out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "shield", "Shield")]

    def body(self) -> Iterable[Widget]:
        """How many, and the list."""
        yield Static(id="how", classes="note", markup=False)
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield Table[CaseRow](
            Column("State", lambda it: word("state", it.contest.state), width=16),
            Column("Due by law", _due, width=12),
            Column("What", lambda it: kind_title(it.finding.kind) if it.finding else "", share=3),
            Column("Who", lambda it: it.finding.party if it.finding else "forgotten", share=3),
            Column("Way", lambda it: it.title, share=4, least=90),
            Column("Last", self._last, width=12, least=100),
            id="cases",
        )

    async def renew(self) -> None:
        """Read the cases anew."""
        rows = await self.desk.reader.study(case_rows)
        table = self.query_one("#cases", Table)
        held = table.row.contest.id if table.row is not None else None
        cursor = next((n for n, row in enumerate(rows) if row.contest.id == held), 0)
        self.query_one("#empty", Static).display = not rows
        table.display = bool(rows)
        self.query_one("#how", Static).update(Content(self._how(rows)))
        await table.show(Held(rows), cursor=cursor)
        if rows and self.focused is None:
            self.set_focus(table)

    async def on_chosen(self, message: Chosen) -> None:
        """Open a case."""
        await self.show("case", message.row.contest.id)

    async def action_shield(self) -> None:
        """Show what is held back."""
        await self.show("shield", None)

    def _how(self, rows: tuple[CaseRow, ...]) -> str:
        open_ones = sum(it.contest.state not in ENDED for it in rows)
        late = sum(overdue(it.contest, self.desk.clock()) for it in rows)
        parts = [count(len(rows), "case"), f"{open_ones:,} open"]
        if late:
            parts.append(f"! {late:,} past the day the law sets")
        return " · ".join(parts)

    def _last(self, row: CaseRow) -> str:
        events = row.contest.events
        return clock(events[-1][0], self.desk.clock()) if events else ""


def _due(row: CaseRow) -> str:
    return f"{row.contest.due:%Y-%m-%d}" if row.contest.due else "none"
