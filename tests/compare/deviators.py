"""Made-up readers who turn to something new now and then, and lists that follow them or do not."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from companion.compare.deviation import Done, Listed
from tests.builders import NOON

USUAL, NEW = 4, 24
LENGTH = 20
BURST = 6
"""Acts on one topic in a row on a day."""


def lived(
    rng: np.random.Generator, *, discount: float = 1.0, days: int = 150, delay: int = 0
) -> tuple[list[Done], list[Listed]]:
    """A day is a burst on some topic, one in three a new one; then two lists.

    A list has the topics of the last two weeks, those off the profile counted `discount` times; a
    third of it is for everyone.
    """
    done: list[Done] = []
    listed: list[Listed] = []
    weights: list[tuple[int, int, float]] = []
    for day in range(days):
        new = day > 35 and day % 3 == 0
        topic = int(rng.integers(NEW) + USUAL) if new else int(rng.integers(USUAL))
        for number in range(BURST):
            at = NOON + timedelta(days=day, minutes=number)
            done.append((at, (f"t{topic}",)))
        weights.append((day, topic, discount if new else 1.0))
        recent = Counter[int]()
        for then, one, weight in weights:
            if day - 14 <= then <= day - delay:
                recent[one] += weight  # type: ignore[assignment]
        at = NOON + timedelta(days=day, hours=3)
        listed += [(at + timedelta(hours=more), _list(recent, rng)) for more in (0, 3)]
    return done, listed


def _list(recent: Counter[int], rng: np.random.Generator) -> Sequence[Sequence[str]]:
    everyone = np.full(USUAL + NEW, 1 / (USUAL + NEW))
    mine = np.array([recent[one] for one in range(USUAL + NEW)], dtype=float)
    parts = (mine / mine.sum() if mine.sum() else everyone) * 2 / 3 + everyone / 3
    return [(f"t{one}",) for one in rng.choice(USUAL + NEW, size=LENGTH, p=parts)]
