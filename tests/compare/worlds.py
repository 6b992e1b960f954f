"""Made-up surfaces: a list with noise, and what makes one person's differ."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import numpy as np

from companion.compare.round import Ranking, Round
from tests.builders import NOON

BASE = tuple(f"item {number}" for number in range(20))


def noisy(rng: np.random.Generator, base: Sequence[str], swaps: int = 6, new: int = 1) -> Ranking:
    """The list as one load delivers it: some neighbours swapped, some items replaced."""
    items = list(base)
    for _ in range(swaps):
        at = rng.integers(len(items) - 1)
        items[at], items[at + 1] = items[at + 1], items[at]
    for _ in range(new):
        items[rng.integers(len(items))] = f"other {rng.integers(10**9)}"
    return tuple(items)


def changed(base: Sequence[str], count: int, prefix: str, rng: np.random.Generator) -> Ranking:
    """A list of which some entries are others."""
    items = list(base)
    for at in rng.choice(len(items), count, replace=False):
        items[at] = f"{prefix} {at}"
    return tuple(items)


def drifted(number: int, shift: int = 2) -> Ranking:
    """The list of a round as it moves on with the news: the oldest entries leave."""
    return tuple(f"item {number * shift + at}" for at in range(len(BASE)))


def when(number: int, days: int = 2, count: int = 5) -> datetime:
    """The time of a round, spread over some days."""
    return NOON + timedelta(days=number * days // count, minutes=11 * number)


def some_rounds(
    rng: np.random.Generator,
    *,
    count: int = 5,
    mine: Callable[[int], Sequence[str]] = lambda _: BASE,
    theirs: Callable[[int], Sequence[str]] = lambda _: BASE,
    **changes,
) -> list[Round]:
    """Rounds of two and two noisy lists; `mine` and `theirs` give a round's list before noise."""
    noise = changes.pop("noise", {})
    return [
        a_round(
            number,
            mine=(noisy(rng, mine(number), **noise), noisy(rng, mine(number), **noise)),
            strangers=tuple(noisy(rng, theirs(number), **noise) for _ in range(2)),
            seen_at=when(number, count=count),
            **changes,
        )
        for number in range(count)
    ]


def a_round(number: int = 0, **changes) -> Round:
    """A round on the start page of news.example with four equal lists."""
    defaults = {
        "key": f"r{number}",
        "site": "news.example",
        "place": "home | items | recommended for you",
        "seen_at": when(number),
        "mine": (BASE, BASE),
        "strangers": (BASE, BASE),
    }
    return Round(**(defaults | changes))
