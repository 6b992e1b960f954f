"""The shield: what is held back on the way out, by the person's choice; each use is counted."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.contest.shield import Action, ActionKind
from tui.messages import Chosen
from tui.place import Page
from tui.shielding import ShieldRow, hold_back, let_pass, shield_rows
from tui.widgets.choice import AskScreen, ChoiceScreen
from tui.widgets.columns import Column
from tui.widgets.sources import Held
from tui.widgets.table import Table
from tui.words import book, clock

EMPTY = (
    "Nothing is held back, and nothing ever was. a begins: send the opt-out signal to a site, keep"
    " a cookie or parameter from a party, or block one. A way of the sort “network” at a finding"
    " does the same with one key."
)
ABOUT = (
    "Off unless you switch it on. Nothing is measured there meanwhile. A page that breaks is one"
    " key from normal: N lets everything pass again."
)
HOST = r"[A-Za-z0-9.\-]*"
NAME = r"[^\s;=&]*"
KINDS = tuple(ActionKind)


class ShieldPage(Page):
    """What is held back: since when, from whom, how many requests it changed.

    Enter switches the marked action off, or on again; a begins another; N lets everything pass.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("a", "begin", "Hold something back")]

    def __init__(self, subject: object = None) -> None:
        super().__init__()

    def body(self) -> Iterable[Widget]:
        """What it is, and the list."""
        yield Static(ABOUT, classes="lead", markup=False)
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield Table[ShieldRow](
            Column("", _mark, width=5),
            Column("What", lambda it: it.action.words, share=3),
            Column("Since", lambda it: clock(it.action.since, self.desk.clock()), width=12),
            Column("Until", self._until, width=12, least=76),
            Column("Changed", lambda it: f"{it.uses:,}", width=8, right=True),
            id="actions",
        )

    async def renew(self) -> None:
        """Read the choice and its uses anew."""
        rows = await self.desk.reader.study(shield_rows, self.desk.reader.path)
        table = self.query_one("#actions", Table)
        self.query_one("#empty").display = not rows
        table.display = bool(rows)
        await table.show(Held(rows), cursor=table.cursor)
        if rows and self.focused is None:
            self.set_focus(table)

    async def on_chosen(self, message: Chosen) -> None:
        """Switch it."""
        action: Action = message.row.action
        if action.on:
            await let_pass(self.desk, action)
        else:
            await hold_back(self.desk, action)
        await self.renew()

    def action_begin(self) -> None:
        """Ask what, then from whom, then under which name."""
        words = book()["shield"]
        options = [(it.value, Content(words[it.value])) for it in KINDS]
        self.app.push_screen(ChoiceScreen(options), self._whom)

    def _whom(self, kind: str | None) -> None:
        """From whom, and under which name where only that is withheld."""
        words = book()["shield"]

        async def held(host: str | None) -> None:
            if kind and host and kind == ActionKind.WITHHOLD:
                self.app.push_screen(
                    AskScreen(words["name"], NAME), partial(self._hold, kind, host)
                )
            elif kind and host:
                await self._hold(kind, host, "")

        if kind is not None:
            self.app.push_screen(AskScreen(words["whom"], HOST), held)

    async def _hold(self, kind: str, host: str, name: str | None) -> None:
        if name is not None:
            wanted = Action(
                kind=ActionKind(kind), of=host.lower(), name=name, since=self.desk.clock()
            )
            await hold_back(self.desk, wanted)
            await self.renew()

    def _until(self, row: ShieldRow) -> str:
        until = row.action.until
        return clock(until, self.desk.clock()) if until else ""


def _mark(row: ShieldRow) -> Content:
    return (
        Content.styled("◆ on", "bold") if row.action.on else Content.styled("◇ off", "$text-muted")
    )


PAGE = ShieldPage
