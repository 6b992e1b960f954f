"""How varied a set of entries is, and how far two sets lie apart: measures of topics.

A set is a count for each topic; an entry with several topics counts a part for each. Shares are
counts that sum to 1. Nothing here says whether more variety is better.
"""

from collections.abc import Collection, Mapping, Sequence
from math import exp, lgamma, log, log2

import numpy as np

type Counts = Mapping[str, float]

ALPHA = 0.01
"""How much of what was opened is mixed into what was shown, so that nothing is divided by 0."""


def shares(counts: Counts) -> dict[str, float]:
    """Each topic's part of the whole; nothing where there is nothing."""
    total = sum(counts.values())
    return {topic: count / total for topic, count in counts.items() if count} if total else {}


def entropy(counts: Counts) -> float:
    """Bits of Shannon's entropy, with the correction of Miller (1955) for few entries."""
    parts = shares(counts)
    plain = -sum(part * log2(part) for part in parts.values())
    return plain + (len(parts) - 1) / (2 * sum(counts.values()) * log(2)) if parts else 0.0


def effective(bits: float) -> float:
    """How many equally frequent topics have as much entropy."""
    return float(2.0**bits)


def simpson(counts: Counts) -> float:
    """1 / sum of squared shares (Simpson 1949): hardly moved by rare topics; 0 for nothing."""
    squares = sum(part**2 for part in shares(counts).values())
    return 1 / squares if squares else 0.0


def within(vectors: Sequence[Sequence[float]]) -> float | None:
    """The mean of 1 - cosine over all pairs of a list's entries (Ziegler 2005); None below two."""
    if len(vectors) < 2:
        return None
    rows = np.asarray(vectors, dtype=float)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    unit = rows / np.where(length == 0, 1, length)
    count = len(rows)
    likeness = (float((unit.sum(axis=0) ** 2).sum()) - float((unit**2).sum())) / 2
    return 1 - likeness / (count * (count - 1) / 2)


def richness(counts: Counts, size: int) -> float:
    """The topics to be expected among so many entries drawn from the set (Hurlbert 1971)."""
    total = sum(counts.values())
    size = min(size, int(total))
    return sum(1 - exp(_none_of(total, count, size)) for count in counts.values() if count)


def coverage(shown: Counts, others: Counts) -> float | None:
    """Topics shown for each that strangers were shown, among equally many entries."""
    size = int(min(sum(shown.values()), sum(others.values())))
    return richness(shown, size) / richness(others, size) if size else None


def novelty(shown: Counts, known: Collection[str]) -> float:
    """The share of what was shown whose topics are not among the known ones."""
    return sum(part for topic, part in shares(shown).items() if topic not in known)


def surprise(shown: Counts, popular: Counts) -> float:
    """The mean of -log2 of how popular each topic is; one that is not there counts half an entry.

    `popular` is what everybody got.
    """
    total = sum(popular.values())
    if not total:
        return 0.0
    rarity = {topic: -log2(max(popular.get(topic, 0.0), 0.5) / total) for topic in shown}
    return sum(part * rarity[topic] for topic, part in shares(shown).items())


def divergence(one: Counts, other: Counts) -> float | None:
    """Jensen and Shannon's divergence in bits, 0 (the same) to 1; None where one is empty."""
    first, second = shares(one), shares(other)
    if not first or not second:
        return None
    middle = {
        topic: (first.get(topic, 0) + second.get(topic, 0)) / 2 for topic in {**first, **second}
    }
    return (_from(first, middle) + _from(second, middle)) / 2 / log(2)


def miscalibration(opened: Counts, shown: Counts) -> float | None:
    """Steck's (2018) C_KL in nats: 0 where what is shown has the shares of what was opened."""
    wanted, given = shares(opened), shares(shown)
    if not wanted or not given:
        return None
    mixed = {
        topic: (1 - ALPHA) * given.get(topic, 0.0) + ALPHA * part for topic, part in wanted.items()
    }
    return _from(wanted, mixed)


def _from(parts: Counts, base: Counts) -> float:
    """Kullback and Leibler's divergence in nats."""
    return sum(part * log(part / base[topic]) for topic, part in parts.items() if part)


def _none_of(total: float, count: float, size: int) -> float:
    """The logarithm of the chance that none of `count` is among `size` drawn of `total`."""
    if total - count < size:
        return float("-inf")
    return _choose(total - count, size) - _choose(total, size)


def _choose(total: float, size: int) -> float:
    return lgamma(total + 1) - lgamma(size + 1) - lgamma(total - size + 1)
