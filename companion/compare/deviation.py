"""Whether a list follows what one does out of the ordinary less than what one always does.

An event is a day's acts on one topic, off the profile where it had less than a twentieth of the
acts of the 30 days before. E is how much the topic's share in the next three lists moves for each
share by which it moves in the acts; DDR is E of events off the profile over that of the others
(method book, §9). Lists that follow after 1, 3 or 7 days are looked at, and of each sort of event
the lag counts at which lists follow best: a slow list is no list that discounts.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from companion.compare.rules import rule

LAGS = (1, 3, 7)
_LISTS = 3
_REMEMBERED = 30
_ROUNDS = 999
_MOST, _LEAST = 97.5, 2.5

type Listed = tuple[datetime, Sequence[Sequence[str]]]
"""When a list came, and the topics of each of its entries."""
type Done = tuple[datetime, Sequence[str]]
"""When something was done, and its topics."""


@dataclass(frozen=True, slots=True)
class Event:
    """How far a topic's share moved in the acts and then in the lists; `off` the profile or not."""

    day: date
    topic: str
    off: bool
    acts: float
    lists: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """DDR of a place with its interval.

    `lag` is the days after which the lists follow best what is off the profile. `off` and `usual`
    count the events, `topics` are those off the profile, the most met first.
    """

    off: int
    usual: int
    lag: int
    ddr: float
    interval: tuple[float, float]
    topics: tuple[str, ...]

    @property
    def discounted(self) -> bool:
        """Whether deviations surely count less than half as much."""
        return self.interval[1] < rule("deviation_least")


def deviation(
    done: Sequence[Done], listed: Sequence[Listed], rng: np.random.Generator
) -> Deviation | None:
    """How much deviations count; None with too few events, or where the lists follow nothing."""
    looked = {lag: list(events(done, listed, lag)) for lag in LAGS}
    best, other = _best(looked, off=True), _best(looked, off=False)
    if best is None or other is None:
        return None
    (lag, off), (_, usual) = best, other
    above, below = _drawn(off, rng), _drawn(usual, rng)
    # A draw in which what is usual is not followed counts as one without any discount.
    ratios = np.divide(above, below, out=np.full(_ROUNDS, np.inf), where=below > 0)
    low = np.percentile(ratios, _LEAST, method="lower")
    high = np.percentile(ratios, _MOST, method="higher")
    if not np.isfinite(high):  # what is usual is not surely followed either
        return None
    return Deviation(
        off=len(off),
        usual=len(usual),
        lag=lag,
        ddr=_followed(off) / _followed(usual),
        interval=(float(low), float(high)),
        topics=tuple(topic for topic, _ in Counter(it.topic for it in off).most_common()),
    )


def events(done: Sequence[Done], listed: Sequence[Listed], lag: int) -> Iterator[Event]:
    """The events before and after which there are lists; topics that no list has are left out."""
    lists = sorted(((at, _parts(entries)) for at, entries in listed), key=lambda it: it[0])
    times = [at for at, _ in lists]
    stock = {topic for _, parts in lists for topic in parts}
    past = _Past(done)
    for (day, topic), first in sorted(past.first.items()):
        before = past.share(topic, day - timedelta(days=1))
        after = past.share(topic, day)
        moved = _moved(lists, times, topic, (first, first + timedelta(days=lag)))
        if topic not in stock or before is None or after is None or moved is None:
            continue
        if after > before:
            yield Event(day, topic, before < rule("deviation_off"), after - before, moved)


class _Past:
    """Acts by day; `first` is when a topic's first act of a day was done."""

    def __init__(self, done: Sequence[Done]) -> None:
        self.first: dict[tuple[date, str], datetime] = {}
        self._days: defaultdict[date, Counter[str]] = defaultdict(Counter)
        self._windows: dict[date, Counter[str]] = {}
        for at, named in sorted(done, key=lambda it: it[0]):
            self._days[at.date()].update(named)
            for topic in named:
                self.first.setdefault((at.date(), topic), at)

    def share(self, topic: str, until: date) -> float | None:
        """A topic's share of the acts of 30 days, the last one included; None where few."""
        if until not in self._windows:
            days = (until - timedelta(days=back) for back in range(_REMEMBERED))
            found = (self._days[day] for day in days if day in self._days)
            self._windows[until] = sum(found, Counter())
        some = self._windows[until]
        total = some.total()
        return some[topic] / total if total >= rule("deviation_acts") else None


def _best(
    looked: Mapping[int, Sequence[Event]], *, off: bool
) -> tuple[int, Sequence[Event]] | None:
    """The lag at which lists follow one sort of event best; None with too few of them."""
    some = {lag: [it for it in found if it.off is off] for lag, found in looked.items()}
    held = {lag: it for lag, it in some.items() if len(it) >= rule("deviation_events")}
    return max(held.items(), key=lambda it: _followed(it[1]), default=None)


def _followed(some: Sequence[Event]) -> float:
    """E: what the lists moved for what the acts moved."""
    return sum(it.lists for it in some) / sum(it.acts for it in some)


def _drawn(some: Sequence[Event], rng: np.random.Generator) -> np.ndarray:
    """E of events drawn again, many times."""
    at = rng.integers(len(some), size=(_ROUNDS, len(some)))
    lists, acts = (np.array([getattr(it, side) for it in some]) for side in ("lists", "acts"))
    drawn: np.ndarray = lists[at].sum(axis=1) / acts[at].sum(axis=1)
    return drawn


def _moved(
    lists: Sequence[tuple[datetime, Counter[str]]],
    times: Sequence[datetime],
    topic: str,
    bounds: tuple[datetime, datetime],
) -> float | None:
    """The topic's share in the next three lists less that in the last three before."""
    before = lists[: bisect_left(times, bounds[0])][-_LISTS:]
    start = bisect_left(times, bounds[1])
    after = lists[start : start + _LISTS]
    if len(before) < _LISTS or len(after) < _LISTS:
        return None
    return _room(after, topic) - _room(before, topic)


def _room(lists: Sequence[tuple[datetime, Counter[str]]], topic: str) -> float:
    total = sum((parts for _, parts in lists), Counter[str]())
    return total[topic] / total.total() if total else 0.0


def _parts(entries: Sequence[Sequence[str]]) -> Counter[str]:
    """Entries by their first topic."""
    return Counter(named[0] for named in entries if named)
