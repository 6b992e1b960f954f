"""Rank-biased overlap of two rankings that may be uneven and may not share their items.

Source: Webber, Moffat and Zobel, "A similarity measure for indefinite rankings", ACM TOIS 28(4),
2010. All values lie between 0 (nothing shared) and 1 (equal as far as both go). The functions
here are the plain ones; `companion.compare.matrix` computes the same for many pairs at once.
"""

from collections.abc import Sequence
from math import log

from companion.compare.round import Ranking

DEEPEST = 100
"""Ranks beyond carry hardly any weight (1 % at the largest p); they are not looked at."""

_LEAST_P, _MOST_P = 0.5, 0.98


def fitting_p(length: int) -> float:
    """The p at which the first `length` ranks carry about 85 % of the weight.

    0.80 for 5, 0.90 for 10, 0.95 for 20, 0.98 for 50 and more.
    """
    return min(max(1 - 1 / max(length, 1), _LEAST_P), _MOST_P)


def top_weight(p: float, length: int) -> float:
    """The share of the whole weight that the first `length` ranks carry (eq. 21)."""
    tail = log(1 / (1 - p)) - sum(p**rank / rank for rank in range(1, length))
    return float(1 - p ** (length - 1) + (1 - p) / p * length * tail)


def overlaps(one: Ranking, other: Ranking) -> list[int]:
    """How many items the first d entries of both share, for d = 1 to the longer length."""
    seen_one: set[str] = set()
    seen_other: set[str] = set()
    shared, every = 0, []
    for depth in range(max(len(one), len(other))):
        left, right = _at(one, depth), _at(other, depth)
        shared += left is not None and left in seen_other
        shared += right is not None and right in seen_one
        shared += left is not None and left == right
        seen_one.update(() if left is None else (left,))
        seen_other.update(() if right is None else (right,))
        every.append(shared)
    return every


def rbo(one: Ranking, other: Ranking, p: float) -> float:
    """RBO_ext: the overlap seen, taken on beyond both ends (eq. 32). Items must not repeat."""
    short, long = sorted((len(one), len(other)))
    if short == 0:
        return float(long == 0)
    shared = overlaps(one, other)
    at_short, at_long = shared[short - 1], shared[long - 1]
    seen = sum(x * p**d / d for d, x in enumerate(shared, 1))
    beyond = sum(at_short * (d - short) * p**d / (short * d) for d in range(short + 1, long + 1))
    rest = ((at_long - at_short) / long + at_short / short) * p**long
    return float((1 - p) / p * (seen + beyond) + rest)


def rbo_least(one: Ranking, other: Ranking, p: float) -> float:
    """RBO_min: what the overlap is at least, whatever follows (eq. 11)."""
    shared = overlaps(one, other)
    if not shared:
        return 0.0
    last = shared[-1]
    seen = sum((x - last) * p**d / d for d, x in enumerate(shared, 1))
    return float((1 - p) / p * (seen - last * log(1 - p)))


def residual(one: Ranking, other: Ranking, p: float) -> float:
    """How much above the least the overlap could still be, had the lists gone on (eq. 30)."""
    short, long = sorted((len(one), len(other)))
    if short == 0:
        return 1.0
    shared = overlaps(one, other)[-1]
    full = long + short - shared
    parts = short * _harmonic(p, short + 1, full) + long * _harmonic(p, long + 1, full)
    parts += shared * (log(1 / (1 - p)) - _harmonic(p, 1, full))
    return float(p**short + p**long - p**full - (1 - p) / p * parts)


def average_overlap(one: Ranking, other: Ranking) -> float:
    """The mean share of common items over all depths of the longer list (their fig. 5)."""
    shared = overlaps(one, other)
    return sum(x / d for d, x in enumerate(shared, 1)) / len(shared) if shared else 1.0


def visible(rankings: Sequence[Ranking]) -> int:
    """The length that half of the lists reach: what a person sees at that place."""
    lengths = sorted(len(one) for one in rankings)
    return min(lengths[len(lengths) // 2], DEEPEST) if lengths else 0


def _harmonic(p: float, first: int, last: int) -> float:
    return float(sum(p**d / d for d in range(first, last + 1)))


def _at(ranking: Ranking, depth: int) -> str | None:
    return ranking[depth] if depth < len(ranking) else None
