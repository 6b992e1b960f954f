"""The tour of a minute: a few words over each screen, on the record that is open."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stop: the screen that is shown, and what to see there."""

    screen: str
    words: str


@cache
def steps() -> tuple[Step, ...]:
    """The stops in order, from tour.toml."""
    data = tomllib.loads(files("tui").joinpath("tour.toml").read_text("utf-8"))
    return tuple(Step(screen=it["screen"], words=it["words"].strip()) for it in data["step"])


class TourScreen(ModalScreen[bool]):
    """The words of one stop; answers whether to go on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right", "dismiss(True)", "Next"),
        Binding("escape,q", "dismiss(False)", "End the tour"),
    ]

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def compose(self) -> ComposeResult:
        """The words, and how to go on."""
        every = steps()
        how = f"Enter goes on · Escape ends the tour   {self._number + 1} of {len(every)}"
        words = Content.assemble(every[self._number].words, "\n\n", (how, "$text-muted"))
        yield Static(words, markup=False)

    def on_click(self) -> None:
        """A click goes on, too."""
        self.dismiss(True)
