"""Whether the person stands apart from every stranger, or only from some as they do themselves.

A test group is drawn once for each browser: the person's own copy is in the same group, fresh
strangers are not, and that looks personal although no profile is used. So the person counts as
one draw, however often repeated, and is ranked among all strangers by the mean distance to them.
"""

from collections.abc import Sequence

import numpy as np

from companion.compare.matrix import Floats, distances
from companion.compare.round import Ranking, Round

ME = "\0me"


def jars(rounds: Sequence[Round]) -> list[str]:
    """Whose browser each of the strangers' lists came to, in order; a new one where unnamed."""
    return [
        name
        for number, one in enumerate(rounds)
        for name in (one.jars or [f"\0{number}.{n}" for n in range(len(one.strangers))])
    ]


def outsider_p(rounds: Sequence[Round], p: float) -> float:
    """(1 + strangers at least as far from all others as the person) / (1 + strangers)."""
    mine = [one for each in rounds for one in each.mine]
    names = [ME] * len(mine) + jars(rounds)
    lists: list[Ranking] = [*mine, *(one for each in rounds for one in each.strangers)]
    scores = _mean_distances(distances([lists], p)[0], names)
    me = scores.pop(ME)
    return (1 + sum(score >= me - 1e-9 for score in scores.values())) / (1 + len(scores))


def _mean_distances(square: Floats, names: Sequence[str]) -> dict[str, float]:
    """How far each jar's lists lie on average from those of all strangers but itself."""
    every = np.array(names)
    scores = {}
    for name in dict.fromkeys(names):
        others = (every != name) & (every != ME)
        scores[name] = float(square[np.ix_(every == name, others)].mean()) if others.any() else 0.0
    return scores
