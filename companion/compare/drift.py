"""How the distance between the person's list and strangers' goes over time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from companion.compare.matrix import distances
from companion.compare.measure import POOLED, rbo_p, relabelled
from companion.compare.round import Round
from companion.compare.trend import Trend, breaks, trend


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One value a day: how far the person's list lay from strangers', less their noise.

    `breaks` are the days on which another stretch begins. `mine` and `theirs` are the mean
    distances from one day's list to the next day's.
    """

    days: int
    trend: Trend | None
    breaks: tuple[date, ...]
    mine: float
    theirs: float


def drift(rounds: Sequence[Round], rng: np.random.Generator) -> Drift | None:
    """The course of one place; None below two days."""
    some = [one for one in rounds if one.mine and len(one.strangers) > 1 and one.block != POOLED]
    p = rbo_p(some)
    values: defaultdict[date, list[float]] = defaultdict(list)
    for one, each in zip(some, relabelled(some, p), strict=True):
        values[one.seen_at.date()].append(float(each[0, 0]))
    days = sorted(values)
    if len(days) < 2:
        return None
    series = [float(np.mean(values[day])) for day in days]
    first = {one.seen_at.date(): one for one in reversed(some)}
    return Drift(
        days=len(days),
        trend=trend(series),
        breaks=tuple(days[at] for at in breaks(series, rng)),
        mine=_steps([first[day].mine[0] for day in days], p),
        theirs=_steps([first[day].strangers[0] for day in days], p),
    )


def _steps(lists: Sequence[tuple[str, ...]], p: float) -> float:
    pairs = [[one, other] for one, other in pairwise(lists)]
    return float(np.mean([square[0, 1] for square in distances(pairs, p)]))
