"""Nothing of the record on the screen, for when others look on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

WORDS = "Hidden. h or Escape shows it again."


class HiddenScreen(ModalScreen[None]):
    """Covers everything; what was open is there again afterwards."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("h,escape", "dismiss(None)", "Show again")]

    def compose(self) -> ComposeResult:
        """One line that tells nothing."""
        yield Static(WORDS, markup=False)
