"""Trust over time on one site: read from the store, and drawn with characters.

All but `trusted` is pure. A mark never stands without its words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from companion.store import verdicts
from companion.trust.points import Known, Part, Point
from tui.said import tally
from tui.words import book, count

if TYPE_CHECKING:
    from companion.trust.account import Account

ROWS = 5
SHOWN = 26
"""Weeks that are drawn, the newest."""
AXIS = 8
INDICES = {
    "agency": (Part.CONTROL, Part.REFUSAL),
    "predictability": (Part.REASON, Part.SAID),
    "respect": (Part.KEPT, Part.DISCREET),
}
SHARE, RANGE, NOTHING, BREAK = "●", "│", "·", "┊"
HELD, SHOWN_TO_YOU, BOTH = "●", "○", "◉"
LEGEND = (
    f"Each column is the four weeks up to its own: {SHARE} what was counted, {RANGE} between which"
    f" shares it may lie (95 %), {NOTHING} not enough yet, {BREAK} our detectors changed."
)
CHANGES = {
    "more": "more often than eight weeks before",
    "fewer": "less often than eight weeks before",
}

type Marks = Mapping[int, str]
"""What stands in a column, by row from below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted:
    """What is counted of a site, as points over weeks; `changes` of parts, where they are told.

    `judged` says of each company met there how the person judged its labels.
    """

    account: "Account"
    parts: Mapping[Part, Sequence[Point]]
    changes: Mapping[Part, str]
    known: Sequence[Known]
    judged: Sequence[str] = ()


def trusted(db: Any, site: str) -> Trusted:
    """What is counted of a site."""
    from companion.trust.account import account  # noqa: PLC0415 - only for this screen
    from companion.trust.points import change, known, points  # noqa: PLC0415

    found = account(db, site)
    parts = {part: points(found.weeks, part, found.breaks) for part in Part}
    return Trusted(
        account=found,
        parts=parts,
        changes={part: told for part, them in parts.items() if (told := change(them))},
        known=known(found.weeks, found.breaks),
        judged=[tally(*it) for it in verdicts.ledger(db, site).items()],
    )


def extent(found: "Account") -> list[str]:
    """How far it goes, a line for each part of life."""
    return [
        f"{it.context or 'no part of life known'}: of {count(it.lists, 'list')} here"
        f" {it.personal:,} personal, {it.same:,} the same for all, {it.untested:,} not tested"
        for it in found.extents
    ]


def reach(found: "Account") -> list[str]:
    """From when on it is counted, where what came before was not read."""
    if found.since is None:
        return []
    return [f"So much came here that only the newest was counted, about from {found.since} on."]


def right(found: "Account") -> list[str]:
    """What it did right, with denominators."""
    return [f"{it.what}: {it.times:,} of {it.chances:,}" for it in found.credits]


def part(which: Part, found: Trusted) -> list[str]:
    """A part in words, then drawn."""
    points = found.parts[which]
    title, now = book()["trust"][which], _now(points)
    change = CHANGES.get(found.changes.get(which, ""), "")
    head = f"{title}: {now}" + (f"; {change}" if change else "")
    if not any(it.interval for it in points):
        return [head]
    return [head, *drawn(list(map(_share, points)), _dates(points), _breaks(points))]


def asymmetry(known: Sequence[Known]) -> list[str]:
    """What they were seen to hold beside what they told, in words, then drawn."""
    enough = [it for it in known if it.enough]
    if not enough:
        return ["not enough yet"]
    last, top = enough[-1], max(it.held for it in enough) or 1
    things = f"at least {count(last.held, 'thing')} about you seen, {last.shown:,} told to you"
    return [
        f"{things}, in the four weeks to that of {last.begins}",
        *drawn(
            [_two(it, top) if it.enough else {0: NOTHING} for it in known],
            [it.begins for it in known],
            (),
            top=f"{top:,}",
        ),
        f"{HELD} seen, {SHOWN_TO_YOU} told to you, {BOTH} both",
    ]


def drawn(
    columns: Sequence[Marks], dates: Sequence[date], breaks: Iterable[int], top: str = "100 %"
) -> list[str]:
    """Columns over weeks, the newest; the axis on the left, the first and last week below."""
    first = max(0, len(columns) - SHOWN)
    broken = {it for it in breaks if it > first}
    ends = {ROWS - 1: top, 0: top.replace("100", "0") if "%" in top else "0"}
    rows = []
    for row in reversed(range(ROWS)):
        cells = (
            f"{BREAK if number in broken else ' '}{columns[number].get(row, ' ')}"
            for number in range(first, len(columns))
        )
        rows.append(f"{ends.get(row, ''):>{AXIS - 2}} ┤{''.join(cells)}".rstrip())
    return [*rows, f"{'':<{AXIS}}{dates[first]} to {dates[-1]}"]


def _now(points: Sequence[Point]) -> str:
    """The newest point in words."""
    if not points:
        return "not enough yet"
    last = points[-1]
    counted = f"{last.hits:,} of {last.chances:,}"
    if last.interval is None:
        return f"not enough yet ({counted})" if last.chances else "not enough yet"
    low, high = last.interval
    return f"{counted}, between {low:.0%} and {high:.0%}".replace("%", " %")


def _share(point: Point) -> Marks:
    if point.interval is None:
        return {0: NOTHING}
    low, high = map(_row, point.interval)
    return dict.fromkeys(range(low, high + 1), RANGE) | {_row(point.hits / point.chances): SHARE}


def _two(known: Known, top: int) -> Marks:
    held, shown = _row(known.held / top), _row(min(known.shown / top, 1))
    return {held: BOTH} if held == shown else {held: HELD, shown: SHOWN_TO_YOU}


def _row(share: float) -> int:
    return round(share * (ROWS - 1))


def _dates(points: Sequence[Point]) -> list[date]:
    return [it.begins for it in points]


def _breaks(points: Sequence[Point]) -> Iterator[int]:
    """The columns before which our detectors changed."""
    return (
        number
        for number in range(1, len(points))
        if points[number].segment > points[number - 1].segment
    )
