"""The words of the screen, read from words.toml, and how facts become words and marks.

A mark never stands without its word, and colour never carries meaning alone.
"""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from textual.content import Content

from companion.model import Finding, FindingKind, Level, Owner, Severity, Slate
from tui.widgets.plain import plain

MARKS = {Level.OBSERVED: "●", Level.LIKELY: "◐", Level.POSSIBLE: "○"}
SEVERITY_WIDTH = 13
LEVEL_WIDTH = 10
HOUR_SECONDS = 3_600
DAY_SECONDS = 24 * HOUR_SECONDS


@cache
def book() -> Mapping[str, Any]:
    """The tables of words.toml."""
    return tomllib.loads(files("tui").joinpath("words.toml").read_text("utf-8"))


def kind_title(kind: FindingKind) -> str:
    """A kind of finding in a few words: "Passes you on"."""
    return str(book()["kind"][kind]["title"])


def kind_meaning(kind: FindingKind) -> str:
    """What a kind of finding means, in one sentence."""
    return str(book()["kind"][kind]["meaning"])


def word(table: str, name: str) -> str:
    """The word for a value of the contract; the value itself when it has none."""
    return str(book()[table].get(name, name))


def severity(value: Severity) -> Content:
    """Squares and a word: "■■■□□ serious"."""
    squares = "■" * value + "□" * (5 - value)
    return Content.assemble(
        (squares, f"$severity-{int(value)}"), " ", (word("severity", str(int(value))), "bold")
    )


def level(value: Level) -> Content:
    """A mark and a word: "◐ likely"."""
    return Content.assemble((MARKS[value], "$accent"), f" {value.value}")


def owned(party: str, owner: Owner | None) -> Content:
    """A party, and who is said to own it."""
    if owner is None or owner.name == party:
        return Content(plain(party))
    return Content.assemble(plain(party), (f"  {plain(owner.name)}", "$text-muted"))


def headline(finding: Finding) -> Content:
    """Severity, certainty and kind on one line."""
    return Content.assemble(
        severity(finding.severity),
        "   ",
        level(finding.confidence),
        "   ",
        (kind_title(finding.kind), "$text-muted"),
    )


def clock(time: datetime, now: datetime) -> str:
    """A time of today as "10:02:31", an older one as "3 May 10:02", another year's as a date."""
    if time.date() == now.date():
        return f"{time:%H:%M:%S}"
    if time.year == now.year:
        return f"{time.day:>2} {time:%b %H:%M}"
    return f"{time:%Y-%m-%d}"


def age(since: datetime, now: datetime) -> str:
    """How long ago something was, in its largest unit: "3 d", "5 h", "20 min"."""
    seconds = max(0.0, (now - since).total_seconds())
    if seconds >= DAY_SECONDS:
        return f"{seconds // DAY_SECONDS:,.0f} d"
    if seconds >= HOUR_SECONDS:
        return f"{seconds // HOUR_SECONDS:.0f} h"
    return f"{seconds // 60:.0f} min"


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 gap", "2,400 exchanges"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def moment(time: datetime) -> str:
    """A date and time of day: "3 May 2026 10:02:31 UTC"."""
    return f"{time.day} {time:%B %Y %H:%M:%S} UTC"


def window(first: datetime | None, last: datetime | None) -> str:
    """From when to when something was recorded."""
    if first is None or last is None:
        return "nothing recorded"
    if first.date() == last.date():
        return f"{first.day} {first:%B %Y, %H:%M} to {last:%H:%M} UTC"
    return f"{first.day} {first:%B %Y %H:%M} to {last.day} {last:%B %Y %H:%M} UTC"


def disclosed(slate: Slate) -> str:
    """Whether a list says that it was chosen for the person."""
    return {True: "yes", False: "no", None: "unclear"}[slate.disclosed]
