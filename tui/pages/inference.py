"""One inference: the claim, the acts that may be behind it, the places it stands in."""

import asyncio
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.report.inferences import Inference
from companion.store.verdicts import Verdict
from tui.inferring import grounds
from tui.messages import Chosen
from tui.place import Page
from tui.said import say, unsay, words_on
from tui.views import Grounds, Spot
from tui.widgets.blocks import Block, Blocks, Heading, Row
from tui.widgets.causes import causes
from tui.widgets.choice import ChoiceScreen
from tui.widgets.plain import plain
from tui.words import clock, count, level, moment, owned, word

CHOICES = 60
"""How many claims of one inference can be judged."""


class InferencePage(Page):
    """A claim about you, what in the record may have led to it, and where it was seen.

    v says what you think of a claim: true, wrong, too intimate, don't know; u takes it back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "judge", "Your verdict"),
    ]

    def __init__(self, inference: Inference) -> None:
        super().__init__()
        self.inference = inference

    @property
    def subject(self) -> Any:
        """The inference."""
        return self.inference

    def body(self) -> Iterable[Widget]:
        """One column."""
        yield Blocks(id="inference")

    async def renew(self) -> None:
        """Read the grounds once."""
        column = self.query_one("#inference", Blocks)
        if column.children:
            return
        found = await self.desk.reader.ask(grounds, self.inference)
        await column.mount_all(self._widgets(found))
        self.set_focus(column.query(Block).first())
        await self._show_words()

    async def on_chosen(self, message: Chosen) -> None:
        """Open the place in its exchange."""
        await self.show("exchange", message.row)

    def action_judge(self) -> None:
        """Ask about which claim, where there are several; then what the person says of it."""
        claims = self.inference.claims
        if len(claims) == 1:
            self._ask(claims[0])
            return
        options = [(str(n), Content(plain(it, 200))) for n, it in enumerate(claims[:CHOICES])]
        self.app.push_screen(
            ChoiceScreen(options), lambda n: self._ask(claims[int(n)]) if n is not None else None
        )

    async def _unsay(self, claim: str) -> None:
        await asyncio.to_thread(unsay, self.desk.reader.path, self.inference.word_id(claim))
        if self.is_attached:
            await self._show_words()

    def _ask(self, claim: str) -> None:
        options = [(it.value, Content(it.value)) for it in Verdict]

        async def judged(chosen: str | None) -> None:
            if chosen is not None:
                path, now = self.desk.reader.path, self.desk.clock()
                await asyncio.to_thread(say, path, self.inference, claim, Verdict(chosen), now)
                self.desk.did(f"“{plain(claim, 60)}”: {chosen}", partial(self._unsay, claim))
                await self._show_words()

        self.app.push_screen(ChoiceScreen(options), judged)

    async def _show_words(self) -> None:
        """The person's words under the claims, and how often this holder was wrong."""
        said, tally = await self.desk.reader.ask(words_on, self.inference)
        lines = [Content(f"you say: {verdict}  {plain(claim, 200)}") for claim, verdict in said]
        if tally:
            lines.append(Content.styled(tally, "$text-muted"))
        self.query_one("#verdicts", Static).update(Content("\n").join(lines))
        self.refresh_bindings()

    def _widgets(self, found: Grounds) -> Iterator[Widget]:
        yield Block(_summary(self.inference, found))
        yield Static(id="verdicts", classes="note", markup=False)
        yield Heading("Acts that could be behind it")
        yield from causes(found.behind, self.desk.clock())
        yield Heading("Where it was seen")
        for signal in found.signals:
            time = clock(signal.seen_at, self.desk.clock())
            words = (
                f"{signal.direction.value}, on {signal.site or 'an unknown page'}  {signal.locator}"
            )
            spot = Spot(
                exchange=signal.exchange,
                locator=signal.locator,
                direction=signal.direction,
                note=f"{word('signal', signal.kind)} {signal.name}",
            )
            line = Content.assemble((f"{time:<14}", "$text-muted"), plain(words, 240))
            yield Row(line, leads=spot)
        left = self.inference.times - len(found.signals)
        if left > 0:
            yield Row(Content(f"and {left:,} more times"))


def _summary(inference: Inference, found: Grounds) -> Content:
    lines = [
        Content.styled(plain(", ".join(inference.claims), 2_000), "bold"),
        Content.assemble(
            word("signal", inference.kind),
            f" “{plain(inference.name, 80)}”  ",
            ("sensitive  " if inference.sensitive else "", "bold"),
            level(inference.confidence),
        ),
        Content.assemble("held by  ", owned(inference.holder, found.owner)),
        Content(f"since {moment(inference.since)}, last {moment(inference.last)}"),
        Content(
            f"met {count(inference.times, 'time')} on {plain(', '.join(inference.sites[:6]), 300)}"
            if inference.sites
            else f"met {count(inference.times, 'time')}"
        ),
    ]
    return Content("\n").join(lines)


PAGE = InferencePage
