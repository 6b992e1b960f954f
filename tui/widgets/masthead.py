"""The head of every screen: is it recording, what is there, what was lost; and the screens."""

from collections.abc import Sequence
from typing import Protocol

from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from tui.status import Status
from tui.words import count

MADE_UP = "made-up data"


class Named(Protocol):
    """What the masthead needs to know of a screen."""

    @property
    def key(self) -> str:
        """The key that opens it."""
        ...

    @property
    def name(self) -> str:
        """Its mode."""
        ...

    @property
    def title(self) -> str:
        """What people call it."""
        ...


class Masthead(Widget):
    """Two lines: the state of the record, and the screens with their keys."""

    status: reactive[Status] = reactive(Status(), layout=False)
    here: reactive[str] = reactive("", layout=False)

    def __init__(self, places: Sequence[Named]) -> None:
        super().__init__()
        self._places = places

    def render(self) -> Content:
        """Both lines, cut to the width there is."""
        width = self.content_size.width
        right = Content.styled(f" {MADE_UP} ", "$made-up") if self.status.demo else Content("")
        room = max(0, width - right.cell_length)
        left = Content.assemble(("Companion", "bold"), "   ", state(self.status))
        if left.cell_length > room:
            left = state(self.status)
        first = Content.assemble(left.truncate(room, ellipsis=True, pad=True), right)
        return Content("\n").join([first, self._tabs().truncate(width, pad=True)])

    def on_click(self, event: Click) -> None:
        """A click on a screen's name opens it."""
        start = 0
        labels = tabs(self._places, self.here, self.content_size.width)
        for place, label in zip(self._places, labels, strict=True) if event.y == 1 else ():
            start += len(place.key) + 1 + len(label)
            if event.x < start:
                self.run_worker(self.app.run_action(f"app.go('{place.name}')"))
                return

    def _tabs(self) -> Content:
        labels = tabs(self._places, self.here, self.content_size.width)
        return Content("").join(
            Content.assemble(
                (f"{place.key} ", "$accent"),
                (label.rstrip(), "bold underline" if place.name == self.here else "$text-muted"),
                " " * (len(label) - len(label.rstrip())),
            )
            for place, label in zip(self._places, labels, strict=True)
        )


def tabs(places: Sequence[Named], here: str, width: int) -> list[str]:
    """What stands behind each key, with its gap: every title, or as many as there is room for.

    Where it is narrow the screen that is shown keeps its title, and the last ones go first.
    """
    gap = 2
    room = width - sum(len(place.key) + 1 for place in places)
    wanted = {place.name: len(place.title) + gap for place in places}
    room -= wanted.get(here, 0)
    titled = {here}
    for place in places:
        if place.name != here and wanted[place.name] <= room:
            room -= wanted[place.name]
            titled.add(place.name)
        elif place.name != here:
            break
    return [place.title + " " * gap if place.name in titled else "" for place in places]


def state(status: Status) -> Content:
    """The state of the record in words: recording or not, how much, what was lost."""
    if not status.ready:
        words = "the record can't be read" if status.word else "opening the record"
        return Content.styled(words, "$text-muted")
    parts: list[Content | str] = [
        _recording(status.recording),
        *([Content.styled(status.trouble, "bold")] if status.trouble else []),
        count(status.exchanges, "exchange"),
    ]
    if status.held_back:
        parts.insert(1, Content.styled(f"◆ {len(status.held_back):,} held back (N)", "bold"))
    if status.gaps:
        parts.append(Content.styled(count(status.gaps, "gap"), "bold"))
    if status.failures:
        parts.append(Content.styled(count(status.failures, "failure"), "bold"))
    return Content(" · ").join(parts)


def _recording(recording: bool | None) -> Content:
    if recording:
        return Content.assemble(("●", "$recording"), " recording")
    if recording is None:
        return Content.assemble(("○", "$text-muted"), " not recording")
    return Content.assemble(("■", "$recording"), (" recording has ended", "bold"))
