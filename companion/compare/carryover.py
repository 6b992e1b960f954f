"""Whether a topic came into what one party lists only after the person turned to it elsewhere.

The unit is the day of a visit, as the entries of a day are one draw. What is suspected is picked on
every third day and tested on the others (Lécuyer et al., Sunlight, 2015): listed on more of the
days after the act than before it (Fisher's exact test), and more often than to strangers on the
days after it. Both have to hold, so the larger p counts; it is corrected for all suspects.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from companion.compare.corrections import benjamini_hochberg
from companion.compare.proportion import fisher_p
from companion.compare.rules import rule

_PICKED = 3

type Shown = tuple[datetime, frozenset[str]]
"""When a list came, and the topics in it."""
type Counted = tuple[int, int]
"""On how many days a topic was listed, and on how many it was not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A topic that was suspected, on the days kept for testing; `q` is corrected.

    `first` is the first act on it; `strangers` are counted on the days after it.
    """

    topic: str
    first: datetime
    before: Counted
    after: Counted
    strangers: Counted
    p: float
    q: float = 1.0

    @property
    def shown(self) -> bool:
        """Whether it holds after correction."""
        return self.q <= rule("alpha")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspected:
    """What came of looking at a party's lists: topics with enough days, and those without."""

    tested: tuple[Carried, ...]
    few: int


def carried_over(
    mine: Iterable[Shown], strangers: Iterable[Shown], acted: Mapping[str, Sequence[datetime]]
) -> Suspected:
    """Test the topics that the person turned to elsewhere, each with the times of its acts."""
    listed, theirs = _by_day(mine), _by_day(strangers)
    found, few = [], 0
    for topic, times in acted.items():
        split = _split(listed, times)
        if _enough(split, theirs):
            found += _picked(topic, times, split, (listed, theirs))
        else:
            few += 1
    qs = benjamini_hochberg([it.p for it in found])
    return Suspected(
        tested=tuple(replace(it, q=q) for it, q in zip(found, qs, strict=True)), few=few
    )


type _Days = Mapping[date, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Split:
    before: Sequence[date]
    after: Sequence[date]


def _split(listed: _Days, times: Sequence[datetime]) -> _Split:
    """The days before the first act, and those at most two weeks after one."""
    acts = sorted({it.date() for it in times})
    lag = timedelta(days=rule("carried_days"))
    days = sorted(listed)
    return _Split(
        before=[day for day in days if day < acts[0]],
        after=[day for day in days if any(timedelta(0) < day - act <= lag for act in acts)],
    )


def _enough(split: _Split, theirs: _Days) -> bool:
    held = (_kept(split.before), _kept(split.after), _since(split, theirs))
    return all(len(days) >= rule("carried_least") for days in held)


def _picked(
    topic: str, times: Sequence[datetime], split: _Split, shown: tuple[_Days, _Days]
) -> list[Carried]:
    """The topic with its p, where every third day gives reason to suspect it."""
    listed, theirs = shown
    earlier, later = (
        _share(listed, topic, days[::_PICKED]) for days in (split.before, split.after)
    )
    if later <= earlier:
        return []
    before, after = (_count(listed, topic, _kept(days)) for days in (split.before, split.after))
    others = _count(theirs, topic, _since(split, theirs))
    p = max(fisher_p(after, before), fisher_p(after, others))
    made = Carried(topic=topic, first=min(times), before=before, after=after, strangers=others, p=p)
    return [made]


def _kept(days: Sequence[date]) -> list[date]:
    """The days that nothing was picked on."""
    return [day for at, day in enumerate(days) if at % _PICKED]


def _since(split: _Split, theirs: _Days) -> list[date]:
    """Strangers' days from the first day after an act on."""
    return [day for day in theirs if split.after and day >= split.after[0]]


def _share(days: _Days, topic: str, some: Sequence[date]) -> float:
    return sum(topic in days[day] for day in some) / len(some) if some else 0.0


def _count(days: _Days, topic: str, some: Sequence[date]) -> Counted:
    hits = sum(topic in days[day] for day in some)
    return hits, len(some) - hits


def _by_day(shown: Iterable[Shown]) -> _Days:
    found: defaultdict[date, frozenset[str]] = defaultdict(frozenset)
    for at, topics in shown:
        found[at.date()] |= topics
    return dict(found)
