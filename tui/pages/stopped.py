"""Lists that used to come: which, since when, and how to look into it."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tui.messages import Chosen
from tui.place import Page
from tui.widgets.blocks import Block, Blocks, Heading, Row
from tui.widgets.plain import plain

if TYPE_CHECKING:
    from companion.extract.slates.drift import Drift

ABOUT = (
    "These came regularly, and on none of the last pages of their sort. The site may have dropped"
    " or rebuilt them, may show them only to who is signed in, or writes them in a way that is not"
    " read here any more: then they are delivered still, and missing in this record."
)


class StoppedPage(Page):
    """The lists that stopped coming. Enter shows the last delivery that was as before."""

    def __init__(self, found: "Sequence[Drift]") -> None:
        super().__init__()
        self.found = found

    def body(self) -> Iterable[Widget]:
        """One column."""
        with Blocks(id="stopped"):
            yield from self._widgets()

    def on_mount(self) -> None:
        """Put the focus at the top."""
        super().on_mount()
        self.set_focus(self.query(Block).first())

    async def on_chosen(self, message: Chosen) -> None:
        """Open a delivery."""
        await self.show("slate", message.row)

    def _widgets(self) -> Iterator[Widget]:
        yield Heading("Lists that stopped coming")
        yield Block(Content(ABOUT))
        for drift in self.found:
            yield Row(Content(plain(drift.words, 400)), leads=drift.slate)
            look = f"companion slates --html {shlex.quote(drift.url)}"
            yield Block(
                Content.assemble(
                    ("why each list is taken or not: ", "$text-muted"), plain(look, 400)
                )
            )


PAGE = StoppedPage
