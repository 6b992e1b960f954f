"""The search line: opened with /, filters while one types, Escape clears and closes it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.messages import Sought


class Search(Input):
    """An input that stays hidden until it is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Clear"),
        Binding("down", "keep", "To the list", show=False),
    ]

    def __init__(self, what: str) -> None:
        super().__init__(placeholder=f"Search {what}", id="search", max_length=200)
        self.display = False

    def open(self) -> None:
        """Show and focus it."""
        self.display = True
        # At once: the next key may be waiting already, and belongs into the line.
        self.screen.set_focus(self)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every letter searches."""
        event.stop()
        self.post_message(Sought(self.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps the words and goes to the list."""
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the words, go to the list; without words the line goes away."""
        self.display = bool(self.value)
        self.post_message(Sought(self.value, done=True))

    def action_leave(self) -> None:
        """Forget the words and close."""
        self.value = ""
        self.display = False
        self.post_message(Sought("", done=True))
