"""Did it work? The same thing counted before acting and after, and what that shows.

A finding is counted in looks (page loads of the person's on the site). Honoured means that it is
met in no more than 1 of 20 looks; it is "not honoured" when that share is refuted by a one-sided
binomial test, at .04 shared among the four checks, so that all checks together blame a service
that honours wrongly in fewer than 1 of 20 cases. "Worked" needs that half of what was there before
is refuted too. Everything else can't be told, and the power says what could have been seen.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

TOLERATED = 0.05
"""Share of looks in which it may still be met: pages kept by the browser, late caches."""
ALPHA = 0.05
BLAME = 0.04
"""Chance, over all checks of a case, of blaming a service that just honours; below ALPHA, since
what just honours lies at the edge."""
LEAST = 5
"""Looks before anything is said."""
BUTTONS = (0.0, 0.11, 0.29, 0.43)
"""Shares of what is unwanted that a control holds back, as measured on one platform's buttons
(Mozilla, Does this button work?, 2022), for which the power is stated."""


class Outcome(StrEnum):
    """What a check says."""

    WORKED = "worked"
    NO_EFFECT = "no effect"
    CANT_TELL = "can't tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One of the times of measuring again: `after` the wait of the remedy."""

    name: str
    after: timedelta


CHECKS = (
    Check(name="at once", after=timedelta(0)),
    Check(name="after restart", after=timedelta(days=1)),
    Check(name="after 7 days", after=timedelta(days=7)),
    Check(name="after 30 days", after=timedelta(days=30)),
)


@dataclass(frozen=True, slots=True)
class Count:
    """In how many of so many looks a thing was met."""

    hits: int
    n: int

    @property
    def share(self) -> float:
        """The share of looks; 0 without any."""
        return self.hits / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An outcome, the sentence for it, and by share held back how likely it would be noticed."""

    outcome: Outcome
    why: str
    power: tuple[tuple[float, float], ...]


def judge(before: Count, after: Count, *, checks: int = len(CHECKS)) -> Judged:
    """What two counts show; `checks` share the chance of a wrong "no effect"."""
    powers = tuple((held, power(before, after.n, held, checks=checks)) for held in BUTTONS)
    outcome = _outcome(before, after, BLAME / checks)
    return Judged(outcome=outcome, why=_words(outcome, before, after, powers), power=powers)


def power(before: Count, n: int, held: float, *, checks: int = len(CHECKS)) -> float:
    """How likely n looks show that a service holds back only a share of what was there."""
    from scipy.stats import binom  # noqa: PLC0415 - heavy, and only wanted here

    if n < LEAST:
        return 0.0
    needed = int(binom.isf(BLAME / checks, n, TOLERATED)) + 1
    return float(binom.sf(needed - 1, n, before.share * (1 - held)))


def due(acted: datetime, wait_days: int) -> Iterator[tuple[Check, datetime]]:
    """Each check with the time from which its looks count."""
    start = acted + timedelta(days=wait_days)
    return ((check, start + check.after) for check in CHECKS)


def count(
    looks: Sequence[datetime],
    met: Sequence[datetime],
    within: tuple[datetime, datetime],
    blocked: Callable[[datetime], bool],
) -> Count:
    """Looks within two times while nothing of ours was in the way, and those that met it."""
    since, until = within
    times = sorted(looks)
    ends = [*times[1:], datetime.max.replace(tzinfo=until.tzinfo)] if times else []
    counted = [
        (start, end)
        for start, end in zip(times, ends, strict=True)
        if since <= start <= until and not blocked(start)
    ]
    seen = sorted(at for at in met if at <= until)
    hits = sum(bisect_left(seen, start) < bisect_left(seen, end) for start, end in counted)
    return Count(hits, len(counted))


def _outcome(before: Count, after: Count, alpha: float) -> Outcome:
    if not before.hits or after.n < LEAST:
        return Outcome.CANT_TELL
    test = partial(_p, after)
    if test(TOLERATED, "greater") <= alpha:
        return Outcome.NO_EFFECT
    return Outcome.WORKED if test(before.share / 2, "less") <= ALPHA else Outcome.CANT_TELL


def _p(found: Count, rate: float, alternative: str) -> float:
    from scipy.stats import binomtest  # noqa: PLC0415 - heavy, and only wanted here

    return float(binomtest(found.hits, found.n, rate, alternative=alternative).pvalue)


def _words(
    outcome: Outcome, before: Count, after: Count, powers: Sequence[tuple[float, float]]
) -> str:
    if not before.hits:
        return "Nothing was counted before, so nothing can be compared."
    if after.n < LEAST:
        return f"Too little data ({after.n} of {LEAST} looks needed)."
    figures = f"met in {before.hits} of {before.n} looks before, in {after.hits} of {after.n} after"
    told = ", ".join(f"{chance:.0%} at {held:.0%} held back" for held, chance in powers)
    return f"{outcome.value}: {figures}; such a check notices a service that goes on: {told}."
