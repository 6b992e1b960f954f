"""Whether a series rises or falls over time, and where it breaks.

Values are those of the person minus the strangers' of the same time, so that season and changes
for everyone cancel. A series is pre-whitened first: what carries over from one point to the next
would otherwise look like a trend (von Storch 1995).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np

from companion.compare.matrix import Floats
from companion.compare.rules import rule

SHUFFLES = 1_999


@dataclass(frozen=True, slots=True)
class Trend:
    """Mann-Kendall's S, its variance and two-sided p; Sen's slope a point with its interval."""

    n: int
    s: int
    variance: float
    p: float
    slope: float
    interval: tuple[float, float]


def mann_kendall(values: Sequence[float], level: float = 0.95) -> Trend:
    """The trend of a series as it stands, with ties; at least two values."""
    from scipy.stats import theilslopes  # noqa: PLC0415 - heavy, and only wanted here

    series = np.asarray(values, dtype=float)
    count = len(series)
    s = int(np.triu(np.sign(series[None, :] - series[:, None]), 1).sum())
    ties = np.unique(series, return_counts=True)[1].astype(float)
    pairs = count * (count - 1) * (2 * count + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()
    variance = float(pairs) / 18
    z = (abs(s) - 1) / sqrt(variance) if s and variance else 0.0
    sen = theilslopes(series, alpha=level)
    interval = (float(sen.low_slope), float(sen.high_slope))
    return Trend(count, s, variance, erfc(z / sqrt(2)), float(sen.slope), interval)


def prewhitened(values: Sequence[float]) -> tuple[float, ...]:
    """The series without what carries over from one point to the next (lag 1)."""
    series = np.asarray(values, dtype=float)
    centred = series - series.mean()
    power = float((centred**2).sum())
    carry = float((centred[1:] * centred[:-1]).sum()) / power if power else 0.0
    return tuple(float(value) for value in series[1:] - carry * series[:-1])


def trend(values: Sequence[float]) -> Trend | None:
    """The trend of a pre-whitened series; None where there are too few points to say."""
    if len(values) < rule("trend_points"):
        return None
    return mann_kendall(prewhitened(values))


def breaks(values: Sequence[float], rng: np.random.Generator) -> tuple[int, ...]:
    """The points at which a new stretch begins, each shown by a permutation test at .05."""
    return tuple(_breaks(np.asarray(values, dtype=float), rng, 0))


def _breaks(series: Floats, rng: np.random.Generator, start: int) -> list[int]:
    least = int(rule("trend_segment"))
    if len(series) < 2 * least:
        return []
    at, height = _highest(_ranks(series)[None, :], least)
    shuffled = rng.permuted(np.tile(_ranks(series), (SHUFFLES, 1)), axis=1)
    higher = int((_highest(shuffled, least)[1] >= height[0] - 1e-9).sum())
    if (1 + higher) / (1 + SHUFFLES) > rule("alpha"):
        return []
    cut = int(at[0])
    left, right = _breaks(series[:cut], rng, start), _breaks(series[cut:], rng, start + cut)
    return [*left, start + cut, *right]


def _highest(ranks: Floats, least: int) -> tuple[Floats, Floats]:
    """Where the sum of ranks less their mean is farthest from 0, and how far; for each row."""
    sums = np.abs(np.cumsum(ranks - ranks.mean(axis=1, keepdims=True), axis=1))
    inner = sums[:, least - 1 : ranks.shape[1] - least]
    return (inner.argmax(axis=1) + least).astype(float), inner.max(axis=1)


def _ranks(series: Floats) -> Floats:
    from scipy.stats import rankdata  # noqa: PLC0415 - heavy, and only wanted here

    return np.asarray(rankdata(series), dtype=float)
