"""Trust over time on one site: how often things went well, as counts of counts.

Each part stands by itself (method book, section 13): no mean, no sum over parts, no ranking. A
point covers the four weeks up to its own, and none reaches over a change of our detectors.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from companion.compare.proportion import beta, beta_more

WINDOW = 4
"""Weeks that a point covers."""
DELIVERIES = 20
"""Lists and labels in those weeks, below which nothing is said."""
CHANCES = 5
"""Chances of a part in those weeks, below which nothing is said of it."""
WINDOWS = 3
"""Points that share no week, before a change is told."""
SURE = 0.95


type Count = tuple[int, int]
"""Hits and chances."""


class Part(StrEnum):
    """What is counted; each name is what a hit is."""

    CONTROL = "control"
    REFUSAL = "refusal"
    REASON = "reason"
    SAID = "said"
    KEPT = "kept"
    DISCREET = "discreet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What was counted on a site in the week that begins on a Monday (UTC).

    `held` are the things about the person that were seen
    going to or coming from the site's parties, `shown` those that the site itself told.
    """

    begins: date
    deliveries: int = 0
    counts: Mapping[Part, Count] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A part in the weeks up to one; `interval` (95 %) is None where there is not enough yet.

    `begins` is the Monday of the last week, `segment` counts the changes of detectors before it.
    """

    begins: date
    hits: int
    chances: int
    interval: tuple[float, float] | None
    segment: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How many things about the person were seen in the weeks up to one, and told to them."""

    begins: date
    held: int
    shown: int
    enough: bool


def points(weeks: Sequence[Week], part: Part, breaks: Sequence[date] = ()) -> list[Point]:
    """A part in every week from the first to the last; `breaks` are days of other detectors."""
    return [_point(begins, held, part, breaks) for begins, held in _windows(weeks, breaks)]


def known(weeks: Sequence[Week], breaks: Sequence[date] = ()) -> list[Known]:
    """What was seen about the person beside what was told, in every week; lower bounds both."""
    return [
        Known(
            begins=begins,
            held=len(frozenset[str]().union(*(it.held for it in held))),
            shown=len(frozenset[str]().union(*(it.shown for it in held))),
            enough=_enough(held),
        )
        for begins, held in _windows(weeks, breaks)
    ]


def change(found: Sequence[Point]) -> str:
    """Whether hits are "more" or "fewer" than two windows before; empty where it can't be told.

    Three windows without a week in common, and a difference of posteriors that is .95 sure.
    """
    apart = found[::-1][::WINDOW][:WINDOWS]
    if len(apart) < WINDOWS or len({it.segment for it in apart}) > 1:
        return ""
    if any(it.interval is None for it in apart):
        return ""
    now, before = apart[0], apart[-1]
    sure = beta_more((now.hits, now.chances), (before.hits, before.chances))
    return "more" if sure > SURE else "fewer" if sure < 1 - SURE else ""


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _windows(weeks: Sequence[Week], breaks: Sequence[date]) -> Iterator[tuple[date, list[Week]]]:
    """Every week, with the weeks up to it that are counted together."""
    if not weeks:
        return
    held = {it.begins: it for it in weeks}
    first, last = min(held), max(held)
    for number in range((last - first).days // 7 + 1):
        begins = first + timedelta(weeks=number)
        around = (begins - timedelta(weeks=back) for back in range(WINDOW))
        same = _segment(begins, breaks)
        yield (
            begins,
            [held[it] for it in around if it in held and _segment(it, breaks) == same],
        )


def _segment(begins: date, breaks: Sequence[date]) -> int:
    """How many changes of detectors there were before a week; the week of one is a new stretch."""
    return sum(monday(it) <= begins for it in breaks)


def _point(begins: date, held: Sequence[Week], part: Part, breaks: Sequence[date]) -> Point:
    counts = [it.counts.get(part, (0, 0)) for it in held]
    hits, chances = sum(it[0] for it in counts), sum(it[1] for it in counts)
    enough = _enough(held) and chances >= CHANCES
    return Point(
        begins=begins,
        hits=hits,
        chances=chances,
        interval=beta(hits, chances) if enough else None,
        segment=_segment(begins, breaks),
    )


def _enough(held: Sequence[Week]) -> bool:
    return sum(it.deliveries for it in held) >= DELIVERIES
