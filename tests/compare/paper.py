"""Rounds on the newspaper of the small web: its own recommender, a share of it personal."""

from collections.abc import Sequence

import numpy as np

from companion.compare.round import Ranking, Round
from companion.smallweb.catalogue import pieces
from companion.smallweb.recommend import STRANGER, Taste, mixed
from tests.compare.worlds import a_round, noisy, when

LENGTH = 10
CATALOGUE = list(pieces("news").values())
READER = Taste(dict(zip(sorted({it.topic for it in CATALOGUE})[:3], (0.5, 0.3, 0.2), strict=True)))


def shown(taste: Taste, personal: float, day: int) -> Ranking:
    """The list of a day, the same whoever of that taste looks."""
    return tuple(it.piece.id for it in mixed(CATALOGUE, taste, personal, day, LENGTH))


def rounds(
    personal: float, rng: np.random.Generator, count: int = 5, *, days: Sequence[int] = ()
) -> list[Round]:
    """A round on each of some days, with the noise of single loads."""
    chosen = days or [int(day) for day in rng.integers(10**9, size=count)]
    return [_round(number, personal, day, rng) for number, day in enumerate(chosen)]


def _round(number: int, personal: float, day: int, rng: np.random.Generator) -> Round:
    mine, theirs = shown(READER, personal, day), shown(STRANGER, 0, day)
    return a_round(
        number,
        seen_at=when(number),
        mine=tuple(noisy(rng, mine, 3) for _ in range(2)),
        strangers=tuple(noisy(rng, theirs, 3) for _ in range(2)),
    )
