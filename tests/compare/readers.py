"""Made-up readers over weeks: what a place shows them and strangers, and what they open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from math import cos, pi

import numpy as np

from companion.compare.narrowing import Course, Opened, course
from companion.compare.round import Round
from tests.builders import NOON
from tests.compare.worlds import a_round

TOPICS = 12
LENGTH = 20
VISITS = 3
BITS = 3.2
"""The entropy of what everybody gets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Weeks of a place; `slope` is what the person's topics lose, in bits a week.

    `season` is how many bits everybody's topics swing by, `carried` how much of a week's chance
    stays in the next, `opens` the things opened a week, `chooses` the slope of those.
    """

    weeks: int = 36
    slope: float = 0.0
    season: float = 0.0
    shrinks: float = 0.0
    carried: float = 0.3
    wavers: float = 0.15
    opens: int = 8
    chooses: float = 0.0


def topic(key: str) -> tuple[str, ...]:
    """The topic of an entry."""
    return (key.partition(" ")[0],)


def lived(reader: Reader, rng: np.random.Generator) -> tuple[list[Round], list[Opened]]:
    """The rounds of a reader's weeks, three a week, and what was opened."""
    rounds, opened, waver = [], [], 0.0
    for week in range(reader.weeks):
        waver = reader.carried * waver + rng.normal(0, reader.wavers)
        all_get = BITS + reader.season * cos(2 * pi * week / 26) + reader.shrinks * week
        mine = tempered(all_get + reader.slope * week + waver)
        theirs = tempered(all_get)
        for visit in range(VISITS):
            at = NOON + timedelta(days=7 * week + 2 * visit - 6)
            rounds.append(
                a_round(
                    number=VISITS * week + visit,
                    seen_at=at,
                    mine=(entries(mine, rng),),
                    strangers=(entries(theirs, rng), entries(theirs, rng)),
                    slates=(f"u{week}", f"c{week}", f"d{week}"),
                )
            )
        chosen = tempered(BITS + reader.chooses * week)
        at = NOON + timedelta(days=7 * week - 5)
        opened += [Opened(at, topic(key)) for key in entries(chosen, rng, reader.opens)]
    return rounds, opened


def course_of(reader: Reader, rng: np.random.Generator) -> Course | None:
    """What is measured of a reader."""
    rounds, opened = lived(reader, rng)
    return course(rounds, topic, opened)


def entries(parts: np.ndarray, rng: np.random.Generator, count: int = LENGTH) -> tuple[str, ...]:
    """A list with topics of these shares."""
    drawn = rng.choice(TOPICS, size=count, p=parts)
    return tuple(f"t{one} {rng.integers(10**6)}" for one in drawn)


def tempered(bits: float) -> np.ndarray:
    """Shares of the topics with so much entropy: steeper where there is less."""
    ranks = np.arange(TOPICS) + 1.0
    return _bisected(lambda steep: ranks**-steep / (ranks**-steep).sum(), bits)


def _bisected(parts: Callable[[float], np.ndarray], bits: float) -> np.ndarray:
    low, high = 0.0, 8.0
    for _ in range(40):
        middle = (low + high) / 2
        held = parts(middle)
        if -(held * np.log2(np.maximum(held, 1e-300))).sum() > bits:
            low = middle
        else:
            high = middle
    return parts(low)
