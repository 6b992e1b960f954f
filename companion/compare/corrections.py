"""Many tests at once: false discoveries, family-wise errors, evidence that multiplies."""

from collections.abc import Sequence
from itertools import accumulate
from math import prod, sqrt

ENOUGH_E = 20
"""An e-value at which a claim may be made; as strong as p = .000625."""


def benjamini_hochberg(ps: Sequence[float]) -> list[float]:
    """q-values for independent or positively dependent tests, in the order given (1995)."""
    return _discoveries(ps, "bh")


def benjamini_yekutieli(ps: Sequence[float]) -> list[float]:
    """q-values under any dependence, for tests that share data in odd ways (2001)."""
    return _discoveries(ps, "by")


def holm(ps: Sequence[float]) -> list[float]:
    """Adjusted p for a headline: the chance that any of the claims is wrong (1979)."""
    ranked = sorted(range(len(ps)), key=lambda at: ps[at])
    steps = ((len(ps) - done) * ps[at] for done, at in enumerate(ranked))
    adjusted = dict(zip(ranked, accumulate(steps, max), strict=True))
    return [min(adjusted[at], 1.0) for at in range(len(ps))]


def bonferroni(ps: Sequence[float]) -> list[float]:
    """Adjusted p, each as if it were the smallest."""
    return [min(len(ps) * p, 1.0) for p in ps]


def e_value(ps: Sequence[float]) -> float:
    """Evidence of independent batches, each p turned into e = 1 / (2 sqrt p), multiplied."""
    return prod(1 / (2 * sqrt(p)) for p in ps)


def e_discoveries(es: Sequence[float], alpha: float) -> int:
    """How many of the largest e-values may be claimed at a false discovery rate (e-BH)."""
    ranked = sorted(es, reverse=True)
    good = [k for k, e in enumerate(ranked, 1) if e >= len(es) / (alpha * k)]
    return max(good, default=0)


def _discoveries(ps: Sequence[float], method: str) -> list[float]:
    from scipy.stats import false_discovery_control  # noqa: PLC0415 - heavy, and only wanted here

    return [float(q) for q in false_discovery_control(ps, method=method)] if ps else []
