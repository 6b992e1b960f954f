"""Every measure of variety at the beginning and at the end of a course, for those who want more."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

import numpy as np

from companion.compare.diversity import (
    Counts,
    coverage,
    divergence,
    miscalibration,
    novelty,
    simpson,
    surprise,
)
from companion.compare.narrowing import Course, Point, Tally, join

REMEMBERED = timedelta(days=30)
FIRST_DAYS = timedelta(days=14)

type Ends = tuple[float | None, float | None]
"""A figure in the first and in the last quarter of the points; None where it can't be told."""


def measures(course: Course) -> dict[str, Ends]:
    """Topics, diversity inside lists, coverage, novelty and divergences (method book, §9)."""
    beginning = _beginning(course.points)
    ends = [_of_quarter(some, course.points, beginning) for some in course.quarters]
    return {name: (_rounded(ends[0][name]), _rounded(ends[1][name])) for name in ends[0]}


def _of_quarter(
    some: Sequence[Point], every: Sequence[Point], beginning: Counts
) -> dict[str, float | None]:
    mine, theirs, opened = (_pooled(some, side) for side in ("mine", "theirs", "opened"))
    return {
        "simpson": simpson(mine),
        "simpson_strangers": simpson(theirs),
        "inside_lists": _mean(it for point in some for it in point.apart),
        "inside_strangers_lists": _mean(it for point in some for it in point.theirs_apart),
        "coverage": coverage(mine, theirs),
        "novelty": _mean(_news(some, every)),
        "surprise": surprise(mine, theirs),
        "apart_from_strangers": divergence(mine, theirs),
        "apart_from_opened": divergence(mine, opened),
        "apart_from_own_beginning": divergence(mine, beginning),
        "calibration": miscalibration(opened, mine),
    }


def _news(some: Sequence[Point], every: Sequence[Point]) -> Iterator[float]:
    """How much of each point was not shown in the 30 days before; not of the first one."""
    for point in some:
        since = point.begins - REMEMBERED
        before = [it for it in every if since <= it.begins < point.begins]
        if before:
            yield novelty(point.mine, _pooled(before, "mine").keys())


def _beginning(points: Sequence[Point]) -> Counts:
    until = points[0].begins + FIRST_DAYS
    return _pooled([it for it in points if it.begins < until], "mine")


def _pooled(points: Sequence[Point], side: str) -> Tally:
    found: Tally = defaultdict(float)
    for point in points:
        join(found, getattr(point, side))
    return found


def _mean(values: Iterator[float]) -> float | None:
    held = list(values)
    return float(np.mean(held)) if held else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
