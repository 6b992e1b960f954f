"""What a list gives room to over time, for the person and for strangers, and what fades.

The room of a topic is the sum of (1 - p) p^(rank - 1) over its ranks, so that what stands on top
counts most. Something fades for the person where its share falls against that of strangers, to
half or less, while strangers go on getting it: what is withdrawn for all does not fade.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

import numpy as np

from companion.compare.measure import rbo_p
from companion.compare.round import Ranking, Round
from companion.compare.rules import rule
from companion.compare.trend import Trend, trend

_LEAST_SHARE = 0.02
"""A share below counts as this: the logarithm of nothing is no figure."""

type Topics = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """One topic of one place: shares of room in the first and last quarter of the days.

    `trend` is that of the difference of log odds between the person and strangers, a day.
    """

    place: str
    topic: str
    days: int
    mine: tuple[float, float]
    theirs: tuple[float, float]
    trend: Trend

    @property
    def fades(self) -> bool:
        """Whether it fades for the person alone; the corrected p comes besides.

        At first strangers got it as well, in the end far more of it: what only the person got, and
        now gets like everybody, is an interest that has passed.
        """
        less = rule("fading_share")
        return (
            self.trend.interval[1] < 0
            and self.mine[1] <= less * self.mine[0]
            and self.theirs[1] >= rule("fading_others") * self.theirs[0]
            and self.theirs[0] >= less * self.mine[0]
            and self.mine[1] <= less * self.theirs[1]
            and self.theirs[1] > 0
        )


def exposures(rounds: Sequence[Round], topics: Topics) -> list[Exposure]:
    """Every topic that had room in the person's first lists at a place; days need both sides."""
    both = [one for one in rounds if one.mine and one.strangers]
    p = rbo_p(both)
    mine, theirs = (_daily(both, side, topics, p) for side in ("mine", "strangers"))
    days = sorted(mine)
    if len(days) < rule("trend_points"):
        return []
    quarter = max(len(days) // 4, 1)
    had = {topic for day in days[:quarter] for topic in mine[day]}
    found = []
    for topic in sorted(had):
        series = [_odds(mine[day][topic]) - _odds(theirs[day][topic]) for day in days]
        sides = [[share[day][topic] for day in days] for share in (mine, theirs)]
        shares = [(_mean(side[:quarter]), _mean(side[-quarter:])) for side in sides]
        run = trend(series)
        if run is not None and shares[0][0] >= rule("fading_room"):
            found.append(
                Exposure(
                    place=both[0].place,
                    topic=topic,
                    days=len(days),
                    mine=shares[0],
                    theirs=shares[1],
                    trend=run,
                )
            )
    return found


def room(ranking: Ranking, topics: Topics, p: float) -> Counter[str]:
    """The room each topic has in a list; the topics of one item share its rank."""
    found: Counter[str] = Counter()
    for rank, key in enumerate(ranking):
        named = topics(key)
        for topic in named:
            found[topic] += (1 - p) * p**rank / len(named)  # type: ignore[assignment]  # a Counter adds up floats as well
    return found


def _daily(
    rounds: Sequence[Round], side: str, topics: Topics, p: float
) -> Mapping[date, Mapping[str, float]]:
    """The share of room of each topic on each day; one that is not there has none."""
    days: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for one in rounds:
        for ranking in getattr(one, side):
            days[one.seen_at.date()] += room(ranking, topics, p)
    return {day: _shares(found) for day, found in days.items()}


def _shares(found: Counter[str]) -> Mapping[str, float]:
    total = sum(found.values())
    return defaultdict(float, {topic: size / total for topic, size in found.items()})


def _odds(share: float) -> float:
    kept = min(max(share, _LEAST_SHARE), 1 - _LEAST_SHARE)
    return log(kept / (1 - kept))


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values))
