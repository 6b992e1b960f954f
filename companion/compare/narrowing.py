"""Whether what a place shows one person is about ever less, beside what it shows strangers.

Points are weeks (or days, where these are more) with enough entries of both sides. The value of a
point is the entropy of the person's topics less that of strangers', in bits: a season or a smaller
catalogue changes both by the same factor and cancels. What the person opened in the same time
tells whether the place or the person became narrower.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from math import log2
from typing import NamedTuple

import numpy as np

from companion.compare.diversity import effective, entropy, miscalibration, within
from companion.compare.measure import POOLED
from companion.compare.round import Ranking, Round
from companion.compare.rules import rule
from companion.compare.trend import Trend, trend

DAY, WEEK = 1, 7

type Topics = Callable[[str], Sequence[str]]
type Tally = defaultdict[str, float]


class Opened(NamedTuple):
    """When the person opened something, and what it was about."""

    at: datetime
    topics: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Point:
    """What was shown and opened in one week or day; `apart` is the diversity of each list.

    Counts are entries by topic; `visits` counts rounds.
    """

    begins: date
    visits: int = 0
    mine: Tally = field(default_factory=lambda: defaultdict(float))
    theirs: Tally = field(default_factory=lambda: defaultdict(float))
    opened: Tally = field(default_factory=lambda: defaultdict(float))
    apart: list[float] = field(default_factory=list)
    theirs_apart: list[float] = field(default_factory=list)

    @property
    def enough(self) -> bool:
        """Whether both sides have as many entries as a point takes."""
        least = rule("narrowing_entries")
        shown = min(sum(self.mine.values()), sum(self.theirs.values()))
        return shown >= least and self.visits >= rule("narrowing_visits")

    @property
    def difference(self) -> float:
        """Bits by which the person's topics are more varied than strangers'."""
        return entropy(self.mine) - entropy(self.theirs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How varied a place was over time.

    `run` is the trend of the difference to strangers, in bits a point. `choices` is that of the
    entropy of what the person opened and `calibration` that of how far the two lie apart; None
    where too little was opened to tell.
    """

    place: str
    days: int
    points: tuple[Point, ...]
    run: Trend
    choices: Trend | None
    calibration: Trend | None

    @property
    def quarters(self) -> tuple[Sequence[Point], Sequence[Point]]:
        """The first and the last quarter of the points."""
        size = max(len(self.points) // 4, 1)
        return self.points[:size], self.points[-size:]

    @property
    def mine(self) -> tuple[float, float]:
        """The person's effective topics in the first and in the last quarter."""
        first, last = (_typical(some, "mine") for some in self.quarters)
        return first, last

    @property
    def theirs(self) -> tuple[float, float]:
        """The same of strangers."""
        first, last = (_typical(some, "theirs") for some in self.quarters)
        return first, last

    @property
    def narrows(self) -> bool:
        """Whether it narrows for the person alone, by enough; the corrected p comes besides."""
        left, left_to_others = (last / first for first, last in (self.mine, self.theirs))
        most = rule("narrowing_share")
        return self.run.interval[1] < 0 and left <= most and left <= most * left_to_others

    @property
    def steady(self) -> bool:
        """Whether a narrowing by as much is ruled out."""
        lost = self.run.interval[0] * (len(self.points) - 1)
        return lost > log2(rule("narrowing_share"))

    @property
    def beyond_choices(self) -> bool:
        """Whether what is shown moves away from what the person opens."""
        run = self.calibration
        return run is not None and run.slope > 0 and run.p <= rule("alpha")

    @property
    def choices_too(self) -> bool:
        """Whether what the person opens becomes narrower itself."""
        run = self.choices
        return run is not None and run.slope < 0 and run.p <= rule("alpha")


def course(rounds: Sequence[Round], topics: Topics, opened: Sequence[Opened]) -> Course | None:
    """The course of one place; None where there are too few points to tell."""
    points, days = timed(rounds, topics, opened)
    run = trend([it.difference for it in points])
    if run is None:
        return None
    told = [it for it in points if sum(it.opened.values()) >= rule("narrowing_opened")]
    return Course(
        place=rounds[0].place,
        days=days,
        points=tuple(points),
        run=run,
        choices=trend([entropy(it.opened) for it in told]),
        calibration=trend([miscalibration(it.opened, it.mine) or 0.0 for it in told]),
    )


def timed(
    rounds: Iterable[Round], topics: Topics, opened: Sequence[Opened]
) -> tuple[list[Point], int]:
    """The points that have enough, and their days: weeks, or days where those are more."""
    both = [it for it in rounds if it.mine and it.strangers and it.block != POOLED]
    found = {
        days: [it for it in _points(both, topics, opened, days) if it.enough]
        for days in (WEEK, DAY)
    }
    days = max(found, key=lambda it: len(found[it]))
    return found[days], days


def _points(
    rounds: Sequence[Round], topics: Topics, opened: Sequence[Opened], days: int
) -> list[Point]:
    points: dict[int, Point] = {}
    for one in rounds:
        point = points.setdefault(_number(one.seen_at, days), _begun(one.seen_at, days))
        point.visits += 1
        for ranking in one.mine:
            _add(point.mine, point.apart, ranking, topics)
        for ranking in one.strangers:
            _add(point.theirs, point.theirs_apart, ranking, topics)
    for act in opened:
        if (at := _number(act.at, days)) in points:
            join(points[at].opened, _parts(act.topics))
    return [points[number] for number in sorted(points)]


def join(tally: Tally, more: Mapping[str, float]) -> None:
    """Count more to a tally."""
    for topic, count in more.items():
        tally[topic] += count


def _parts(topics: Sequence[str]) -> dict[str, float]:
    """One entry, divided among its topics."""
    return {topic: 1 / len(topics) for topic in topics}


def _add(tally: Tally, apart: list[float], ranking: Ranking, topics: Topics) -> None:
    told = [_parts(named) for key in ranking if (named := topics(key))]
    for one in told:
        join(tally, one)
    names = list(dict.fromkeys(topic for one in told for topic in one))
    inside = within([[one.get(topic, 0.0) for topic in names] for one in told])
    if inside is not None:
        apart.append(inside)


def _number(at: datetime, days: int) -> int:
    return (at.date().toordinal() - 1) // days  # weeks begin on Mondays


def _begun(at: datetime, days: int) -> Point:
    return Point(begins=date.fromordinal(_number(at, days) * days + 1))


def _typical(points: Sequence[Point], side: str) -> float:
    return effective(float(np.mean([entropy(getattr(it, side)) for it in points])))
