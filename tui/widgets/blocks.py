"""A page of text as blocks: the arrows go from block to block, Enter opens one that leads on."""

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from tui.messages import Chosen


class Block(Static, can_focus=True):
    """A few lines that belong together; `leads` is what is opened by Enter, if anything."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", "Open")]

    def __init__(
        self,
        content: Content,
        leads: Any = None,
        *,
        classes: str = "",
        id: str | None = None,  # noqa: A002 - Textual's word
    ) -> None:
        super().__init__(content, markup=False, classes=classes, id=id)
        self.leads = leads
        self.set_class(leads is not None, "-leads")

    @property
    def text(self) -> str:
        """What it says, without its colours."""
        shown = self.content
        return shown.plain if isinstance(shown, Content) else str(shown)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a block that leads on offers to be opened."""
        return self.leads is not None if action == "open" else True

    def action_open(self) -> None:
        """Say that this was chosen."""
        self.post_message(Chosen(self, self.leads))

    def on_click(self, event: Click) -> None:
        """The first click takes the focus, the second opens; one is enough with the focus."""
        if event.chain > 1 and self.leads is not None:
            self.action_open()


class Row(Block):
    """A block of one line in a row of such; an arrow shows that it leads on."""

    def __init__(self, content: Content, leads: Any = None) -> None:
        arrow = Content.styled("  →", "$accent") if leads is not None else ""
        super().__init__(Content.assemble(content, arrow), leads, classes="-row")


class Heading(Static):
    """The title over some blocks."""

    def __init__(self, words: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(Content(words), markup=False, id=id)


class Blocks(VerticalScroll, can_focus=False):
    """Blocks below each other; the arrows scroll a tall one before they leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Next", show=False),
        Binding("up,k", "step(-1)", "Previous", show=False),
        Binding("pagedown,space,ctrl+d", "page_down", "Page down", show=False),
        Binding("pageup,ctrl+u", "page_up", "Page up", show=False),
        Binding("home,g", "edge(0)", "Top", show=False),
        Binding("end,G", "edge(-1)", "End", show=False),
    ]

    def action_step(self, way: int) -> None:
        """To the next block, or one line on while the focused one reaches out of view."""
        blocks = list(self.query(Block))
        focused = self.screen.focused
        if focused not in blocks or not isinstance(focused, Block):
            if blocks:
                self.screen.set_focus(blocks[0])
            return
        if self._reaches_out(focused, way):
            self.scroll_relative(y=way, animate=False)
            return
        index = blocks.index(focused) + way
        if 0 <= index < len(blocks):
            self.screen.set_focus(blocks[index], scroll_visible=False)
            self._reveal(blocks[index], way)
        else:
            self.scroll_relative(y=way, animate=False)

    def action_edge(self, index: int) -> None:
        """To the first or the last block."""
        blocks = list(self.query(Block))
        if blocks:
            self.screen.set_focus(blocks[index], scroll_visible=False)
        self.scroll_to(y=0 if index == 0 else self.max_scroll_y, animate=False)

    def _reaches_out(self, block: Block, way: int) -> bool:
        top, bottom = self._span(block)
        if way > 0:
            return bottom > self.scroll_offset.y + self.size.height
        return top < self.scroll_offset.y

    def _reveal(self, block: Block, way: int) -> None:
        top, bottom = self._span(block)
        room = self.size.height
        if bottom > self.scroll_offset.y + room:
            self.scroll_to(y=min(top, bottom - room) if way > 0 else bottom - room, animate=False)
        elif top < self.scroll_offset.y:
            # Going up, the heading above a first block should come into view with it.
            self.scroll_to(y=max(0, max(top, bottom - room) - 2), animate=False)

    @staticmethod
    def _span(block: Block) -> tuple[int, int]:
        region = block.virtual_region
        return region.y, region.bottom
