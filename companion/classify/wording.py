"""Words of titles and reasons: dated facts, host first, then who is said to own it."""

from collections.abc import Iterable
from datetime import datetime

from companion.model import Level, Owner

FORBIDDEN = ("ignored", "violat", "illegal", "spies", "spying", "manipulat", "steal", "secretly")
"""What no title, letter or report may say, as beginnings of words."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(time: datetime) -> str:
    """A date in words, whatever the locale: "3 May 2026"."""
    return f"{time.day} {MONTHS[time.month - 1]} {time.year}"


def moment(time: datetime) -> str:
    """A date and time of day in UTC: "3 May 2026 10:02 UTC"."""
    return f"{day(time)} {time:%H:%M} UTC"


def exactly(time: datetime) -> str:
    """A date and time of day in UTC to the second."""
    return f"{day(time)} {time:%H:%M:%S} UTC"


def named(party: str, owner: Owner | None) -> str:
    """A party and, where a source names it, its owner with that source and its date."""
    if owner is None:
        return party
    return f"{party} ({owner.name}, according to {owner.short or owner.source}, {owner.date})"


def masked(value: str) -> str:
    """An identifier as lists show it: the first 4 and last 2 characters."""
    return f"{value[:4]}…{value[-2:]}" if len(value) > 8 else f"{value[:2]}…"


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 day", "3 days"."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def listed(words: Iterable[str], limit: int = 4) -> str:
    """Words in a row, the first few of them by name: "a, b and 3 more"."""
    every = list(words)
    if len(every) > limit:
        every = [*every[: limit - 1], f"{len(every) - limit + 1} more"]
    return " and ".join(part for part in (", ".join(every[:-1]), *every[-1:]) if part)


def short(text: str, signs: int) -> str:
    """A text that is cut where it is longer than so many signs; a quoted one stays quoted."""
    if len(text) <= signs:
        return text
    closing = '"' if text.endswith('"') and text.startswith('"') else ""
    return f"{text[: signs - 1 - len(closing)].rstrip()}…{closing}"


def span(first: datetime, last: datetime) -> str:
    """When something was seen: once, or from the first to the last time."""
    if first == last:
        return f"seen once, on {moment(first)}"
    return f"seen from {moment(first)} to {moment(last)}"


def forbidden(text: str) -> tuple[str, ...]:
    """The words of a text that may not be used."""
    lowered = text.lower()
    return tuple(word for word in FORBIDDEN if word in lowered)


def said(level: Level, sentence: str) -> str:
    """A sentence with how sure it is in front, unless it was observed."""
    if level is Level.OBSERVED:
        return sentence[:1].upper() + sentence[1:]
    return f"{level.value.capitalize()}: {sentence}"
