"""What joins two parts of life: the companies, the places a value was met in, the findings."""

from collections.abc import Iterable
from typing import Any

from textual.content import Content
from textual.widget import Widget

from companion.extract.owners import owner_of
from companion.model import FindingId
from companion.store.crossings import Meeting
from tui.life import Crossing, spot
from tui.messages import Chosen
from tui.place import Page
from tui.widgets.blocks import Block, Blocks, Heading, Row
from tui.widgets.plain import plain
from tui.words import count, headline, owned

MOST = 40
"""How many values of a crossing are listed."""


class CrossingPage(Page):
    """Two parts of your life: who met the same value in both, where, and what was found of it.

    Enter opens the place in the exchange, or the finding.
    """

    def __init__(self, crossing: Crossing) -> None:
        super().__init__()
        self.crossing = crossing

    @property
    def subject(self) -> Any:
        """The two parts of life."""
        return self.crossing

    def body(self) -> Iterable[Widget]:
        """One column."""
        with Blocks(id="crossing"):
            yield from self._widgets()

    def on_mount(self) -> None:
        """Put the focus at the top."""
        super().on_mount()
        self.set_focus(self.query(Block).first())

    async def on_chosen(self, message: Chosen) -> None:
        """Open a finding, or the place where a value was met."""
        if not isinstance(message.row, Meeting):
            await self.show("finding", message.row)
            return
        place = await self.desk.reader.ask(spot, message.row)
        if place is None:
            self.notify("That exchange is no longer in the record.", markup=False)
            return
        await self.show("exchange", place)

    def _widgets(self) -> Iterable[Widget]:
        one = self.crossing
        yield Block(
            Content("\n").join(
                [
                    Content.styled(f"{plain(one.one)} and {plain(one.other)}", "bold"),
                    Content(
                        f"{count(len(one.meetings), 'value')} of yours met in both, by"
                        f" {count(len(one.parties), 'party', 'parties')}. Your browser could be"
                        " known again there; that it was is only said by a finding."
                    ),
                ]
            )
        )
        if one.found:
            yield Heading("What was found")
        for finding in one.found:
            words = [headline(finding), Content(plain(finding.title))]
            yield Block(Content("\n").join(words), leads=FindingId(finding.id))
        for number, meetings in enumerate(one.meetings[:MOST], 1):
            yield Heading(f"Value {number}")
            for met in meetings:
                line = Content.assemble(
                    (f"{plain(met.context, 20):<14}", "$text-muted"),
                    f"{plain(met.site, 60)}  ",
                    owned(met.party, owner_of(met.party)),
                )
                yield Row(line, leads=met)
        if (left := len(one.meetings) - MOST) > 0:
            yield Row(Content(f"and {count(left, 'more value')}"))


PAGE = CrossingPage
