"""One inference: the claim, the acts that may be behind it, the places it stands in."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widget import Widget

from companion.model import Act
from companion.report.inferences import Inference
from tui.messages import Chosen
from tui.place import Page
from tui.queries import grounds
from tui.views import Grounds, Spot
from tui.widgets.blocks import Block, Blocks, Heading, Row
from tui.widgets.plain import plain
from tui.words import clock, count, level, moment, owned, word


class InferencePage(Page):
    """A claim about you, what in the record may have led to it, and where it was seen."""

    def __init__(self, inference: Inference) -> None:
        super().__init__()
        self.inference = inference

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

    async def on_chosen(self, message: Chosen) -> None:
        """Open the place in its exchange."""
        await self.show("exchange", message.row)

    def _widgets(self, found: Grounds) -> Iterator[Widget]:
        yield Block(_summary(self.inference, found))
        yield Heading("Acts that may be behind it")
        if not found.acts:
            since = moment(found.begins) if found.begins else "the beginning"
            yield Block(Content(f"None in the record, which begins {since}."))
        for act in found.acts:
            yield self._act(act)
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

    def _act(self, act: Act) -> Widget:
        time = clock(act.seen_at, self.desk.clock())
        line = Content.assemble(
            (f"{time:<14}", "$text-muted"),
            f"{word('act', act.kind)} ",
            (plain(act.text, 160), "bold"),
            (f"   on {plain(act.site, 80)}", "$text-muted"),
        )
        return Row(line, leads=Spot(exchange=act.exchange, note=act.text))


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
