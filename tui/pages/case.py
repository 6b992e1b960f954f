"""One case: what it is about, what was done, what can follow."""

import asyncio
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from companion.contest.cases import following, overdue
from companion.contest.knowledge import knowledge
from companion.errors import CompanionError
from tui.cases import CaseRow, case_row, move, put_back
from tui.contesting import Case, ways
from tui.messages import Chosen
from tui.place import Page
from tui.queries import dossier
from tui.widgets.blocks import Block, Blocks, Heading, Row
from tui.widgets.choice import ChoiceScreen
from tui.widgets.plain import plain
from tui.words import headline, moment, word


class CasePage(Page):
    """A finding you contest: its history, what can follow, the way and its letter.

    n says what happened next; the clock of the law follows from it. r opens the way that was taken,
    with its letter. Nothing is ever sent from here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next", "What happened next"),
        Binding("r", "route", "The way and its letter"),
    ]

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.row: CaseRow | None = None

    @property
    def subject(self) -> Any:
        """The case."""
        return self.row

    def body(self) -> Iterable[Widget]:
        """One column."""
        yield Blocks(id="case")

    async def renew(self) -> None:
        """Read the case anew."""
        self.row = await self.desk.reader.ask(case_row, self._key)
        column = self.query_one("#case", Blocks)
        await column.remove_children()
        await column.mount_all(self._widgets(self.row) if self.row else [Block(Content(GONE))])
        self.set_focus(column.query(Block).first())

    async def on_chosen(self, message: Chosen) -> None:
        """Open the finding."""
        await self.show("finding", message.row)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a case that is held can go on, and only one with its finding has a way."""
        match action:
            case "next":
                return self.row is not None and bool(following(self.row.contest.state))
            case "route":
                return self.row is not None and self.row.finding is not None
        return super().check_action(action, parameters)

    def action_next(self) -> None:
        """Say what happened."""
        if self.row is None:
            return
        options = [
            (it, Content.assemble((word("state", it), "bold"), f"  {_meaning(it)}"))
            for it in following(self.row.contest.state)
        ]
        self.app.push_screen(ChoiceScreen(options), self._moved)

    async def action_route(self) -> None:
        """Open the way that was taken."""
        if self.row is None or self.row.finding is None:
            return
        found = await self.desk.reader.ask(dossier, self.row.finding.id)
        country = self.desk.settings.country
        for route in await self.desk.reader.ask(ways, found, country) if found else ():
            if route.id == self.row.contest.route:
                await self.show("route", Case(finding=self.row.finding, route=route))
                return
        self.notify("This way is not offered where you live now.", markup=False)

    async def _moved(self, state: str | None) -> None:
        if state is None or self.row is None:
            return
        country = self.desk.settings.country
        path, now, held = self.desk.reader.path, self.desk.clock(), self.row.contest
        try:
            await asyncio.to_thread(move, path, self.row, state, country, now)
        except CompanionError as error:
            self.notify(str(error), markup=False)
            return
        undo = partial(asyncio.to_thread, put_back, path, held)
        self.desk.did(f"The case is {word('state', state)}", undo)
        await self.renew()

    def _widgets(self, row: CaseRow) -> Iterator[Widget]:
        one = row.contest
        yield Block(
            Content("\n").join(
                [
                    Content.styled(plain(row.title), "bold"),
                    Content(f"{word('state', one.state)}: {_meaning(one.state)}"),
                    Content(self._due(row)),
                ]
            )
        )
        if row.finding is not None:
            yield Heading("What it is about")
            words = Content("\n").join([headline(row.finding), Content(plain(row.finding.title))])
            yield Block(words, leads=row.finding.id)
        yield Heading("What was done")
        for at, state, note in one.events:
            line = Content.assemble(
                (f"{moment(at)}   ", "$text-muted"),
                (word("state", state), "bold"),
                f"  {plain(note)}",
            )
            yield Row(line)

    def _due(self, row: CaseRow) -> str:
        due = row.contest.due
        if due is None:
            return "no day is set by law, or none runs now"
        late = "; that day has passed" if overdue(row.contest, self.desk.clock()) else ""
        return f"an answer is due by law on {due:%Y-%m-%d}{late}"


GONE = "This case is no longer in the record."


def _meaning(state: str) -> str:
    return knowledge().state[state].meaning


PAGE = CasePage
