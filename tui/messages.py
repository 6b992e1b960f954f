"""Every message that workers and widgets of the screen post."""

from dataclasses import dataclass
from typing import Any

from textual.message import Message
from textual.widget import Widget

from tui.status import Status


@dataclass
class Changed(Message):
    """The store or the recording changed; posted to the screen that is shown."""

    status: Status


@dataclass
class Chosen(Message):
    """A row was opened with Enter or a second click."""

    sender: Widget
    row: Any

    @property
    def control(self) -> Widget:
        """The widget the row stands in, for selectors."""
        return self.sender


@dataclass
class Moved(Message):
    """The cursor of a table now stands on a row."""

    sender: Widget
    row: Any

    @property
    def control(self) -> Widget:
        """The widget the row stands in, for selectors."""
        return self.sender


@dataclass
class Sought(Message):
    """The words in a search line changed; `done` when Enter or Escape ended the search."""

    words: str
    done: bool = False
