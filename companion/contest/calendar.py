"""Cases as an iCalendar file (RFC 5545): what the law sets, what is only a wish, when to measure.

Lines end in CRLF and are folded at 75 octets; text is escaped. A day the law does not set is
never called a deadline.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

OCTETS = 75


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A day in the calendar; `uid` stays the same when it is exported again."""

    uid: str
    day: date
    summary: str
    description: str = ""


def calendar(entries: Iterable[Entry], now: datetime) -> bytes:
    """The whole file, in UTF-8."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Companion//Contest desk//EN"]
    for entry in entries:
        lines += _event(entry, now)
    return b"".join(map(_folded, [*lines, "END:VCALENDAR"]))


def _event(entry: Entry, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(entry.uid)}@companion.invalid"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{_escaped(entry.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Text as a value: RFC 5545, 3.3.11; control characters, which it forbids, are left out."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(c for c in plain if c == "\n" or (c >= " " and c != "\x7f"))
    for special in "\\;,":
        plain = plain.replace(special, f"\\{special}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A line in pieces of 75 octets at most, never cut within a character (3.1)."""
    pieces, piece, room = [], b"", OCTETS
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece, room = b"", OCTETS - 1
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
