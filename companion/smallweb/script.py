"""What the demo's person does, as data: steps for a browser, and habits of a week."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

_FILE = Path(__file__).with_name("script.toml")


class Hands(Protocol):
    """What can be done with a browser; a driven Chromium and the HTTP visitor both have it."""

    def visit(self, url: str) -> None:
        """Go to an address."""

    def click(self, text: str) -> None:
        """Click the first link or button whose text contains some words."""

    def type(self, selector: str, text: str) -> None:
        """Fill a field."""

    def press_enter(self) -> None:
        """Press the Enter key in the field filled last."""

    def settle(self) -> None:
        """Wait until the page that a click or the Enter key opens is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step; exactly one of visit, click, type (with `into`) and press is given."""

    visit: str = ""
    click: str = ""
    type: str = ""
    into: str = ""
    press: str = ""

    def play(self, hands: Hands) -> None:
        """Does the step, and waits for the page it opens."""
        if self.visit:
            hands.visit(self.visit)
        elif self.type:
            hands.type(self.into, self.type)
        else:
            if self.click:
                hands.click(self.click)
            else:
                hands.press_enter()
            hands.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """What is done on a site week after week; see script.toml."""

    site: str
    days: Sequence[int]
    pages: int
    likes: Sequence[str]
    searches: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The demo's person, the contexts she names, the sites she compares, and what she does."""

    person: Mapping[str, str]
    contexts: Mapping[str, str]
    compared: tuple[str, ...]
    visible: tuple[Step, ...]
    later: tuple[Step, ...]
    habits: tuple[Habit, ...]


@cache
def script() -> Script:
    """The script of the demo."""
    raw = tomllib.loads(_FILE.read_text("utf-8"))
    return Script(
        person=raw["person"],
        contexts=raw["contexts"],
        compared=tuple(raw["compared"]),
        visible=tuple(Step(**step) for step in raw["visible"]),
        later=tuple(Step(**step) for step in raw["later"]),
        habits=tuple(Habit(**habit) for habit in raw["habit"]),
    )


def play(steps: Iterable[Step], hands: Hands) -> None:
    """Does the steps one after the other."""
    for step in steps:
        step.play(hands)
