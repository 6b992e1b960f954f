"""Questions over the screen that asks them: one thing out of a list, or a word."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option


class AskScreen(ModalScreen[str | None]):
    """Answers with what was typed, None when it was left with Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Leave")]

    def __init__(self, question: str, accept: str, value: str = "") -> None:
        super().__init__()
        self._question = question
        self._accept = accept
        self._value = value

    def compose(self) -> ComposeResult:
        """The question over a line to write in."""
        with Vertical():
            yield Static(Content(self._question), markup=False)
            yield Input(self._value, restrict=self._accept)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer."""
        event.stop()
        self.dismiss(event.value)


class ChoiceScreen(ModalScreen[str | None]):
    """Answers with the id that was chosen, None when it was left with Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave"),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
    ]

    def __init__(self, options: Sequence[tuple[str, Content]]) -> None:
        super().__init__()
        self._options = options

    def compose(self) -> ComposeResult:
        """The options below each other."""
        yield OptionList(*(Option(words, id=name) for name, words in self._options))

    def action_step(self, way: int) -> None:
        """The vim keys do what the arrows do."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if way > 0 else options.action_cursor_up)()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        event.stop()
        self.dismiss(event.option.id)
