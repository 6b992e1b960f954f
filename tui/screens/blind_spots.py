"""Blind spots: what can't be seen here, counted."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widget import Widget

from tui.blindness import blindness
from tui.place import Page, place
from tui.views import Blindness
from tui.widgets.blocks import Block, Blocks, Heading
from tui.widgets.plain import plain
from tui.words import count, window

ALWAYS = (
    "What companies do and hand to each other on their own servers.",
    "Other browsers, apps and devices than the one that is recorded.",
    "What you did before the record began.",
    "Sites that are left alone on purpose: banks, patient portals, government, sign-in, webmail.",
    "Whether you looked: a list here was delivered, not necessarily seen.",
)


@place("6", title="Blind spots", order=6)
class BlindSpots(Page):
    """What can't be seen from here, and why a silence is no proof.

    Gaps and failures of the recording, what imported files lack, comparisons that could not be
    made, what could not be read, and what never shows in a browser.
    """

    def body(self) -> Iterable[Widget]:
        """One column."""
        yield Blocks(id="blind")

    async def renew(self) -> None:
        """Count anew."""
        found = await self.desk.reader.study(blindness)
        column = self.query_one("#blind", Blocks)
        async with column.batch():
            await column.remove_children()
            await column.mount_all(self._widgets(found))
        if self.focused is None:
            self.set_focus(column.query(Block).first())

    def _widgets(self, found: Blindness) -> Iterator[Widget]:
        status = self.status
        yield Heading("The record")
        yield Block(
            Content(f"{window(status.first, status.last)} · {count(status.exchanges, 'exchange')}")
        )
        yield Heading("What the recording lost")
        yield Block(_points(found.losses) if found.losses else Content("Nothing that it knows of."))
        for name, limits in found.files:
            yield Heading(f"What imported files can't show: {plain(name, 120)}")
            yield Block(_points(limits))
        if found.untested:
            yield Heading("Comparisons that could not be made")
            yield Block(_points(found.untested))
        if found.unread:
            yield Heading("How much of what third parties sent and got could be read")
            yield Block(_points(found.unread))
        yield Heading("What no recording shows")
        yield Block(_points(ALWAYS))


def _points(points: Iterable[str]) -> Content:
    return Content("\n").join(Content(f"- {plain(point, 300)}") for point in points)
