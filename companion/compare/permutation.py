"""Whether the person's lists lie apart from strangers' by more than strangers from each other.

The statistic of a round is T = mean d(U, C) - (mean d(U, U') + mean d(C, C')) / 2, only inside
the round, so that drift cancels. Under the null hypothesis it does not matter who of the round
got which list; so T is computed for every way to name the person's lists, and the sum over
rounds is compared with all its relabellings: exactly where there are at most 20 000, else with
9 999 draws and p = (b + 1) / (m + 1) (Datta and others, AdFisher, PoPETs 2015).
"""

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from math import prod

import numpy as np

from companion.compare.matrix import Floats

EXACT_UP_TO = 20_000
DRAWS = 9_999
_TIE = 1e-9
"""Sums that differ by less are equal: they were added up in another order."""
_CELLS = 8_000_000


@cache
def labelings(mine: int, strangers: int) -> tuple[tuple[int, ...], ...]:
    """Which lists of a round could be the person's; as it was comes first.

    With as many of each, exchanging both sides gives the same T and is named once.
    """
    every = combinations(range(mine + strangers), mine)
    return tuple(one for one in every if mine != strangers or 0 in one)


@cache
def contrasts(mine: int, strangers: int) -> Floats:
    """For each labeling the weights with which the round's distances add up to T.

    Shape (labelings, lists * lists). One list of the person has no noise of its own: then
    strangers' noise alone is taken off. So it is with one stranger and two lists of the person.
    """
    rows = []
    for chosen in labelings(mine, strangers):
        me = np.zeros(mine + strangers, dtype=bool)
        me[list(chosen)] = True
        noises = [_mean_within(side) for side in (me, ~me) if side.sum() > 1]
        across = np.outer(me, ~me) / (mine * strangers)
        rows.append((across - sum(noises) / len(noises)).ravel() if noises else across.ravel())
    return np.array(rows)


def _mean_within(side: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Floats:
    inside = np.outer(side, side) & ~np.eye(len(side), dtype=bool)
    return np.asarray(inside / inside.sum())


def statistics(square: Floats, mine: int) -> Floats:
    """T of a round for each labeling; `square` are the distances, the person's lists first.

    Also for many rounds at once: shape (..., lists, lists) gives (..., labelings).
    """
    size = square.shape[-1]
    flat = square.reshape(*square.shape[:-2], size * size)
    return np.asarray(flat @ contrasts(mine, size - mine).T)


def smallest_p(labels: Sequence[int]) -> float:
    """The smallest p that rounds with so many labelings can reach."""
    return 1 / prod(labels)


def p_values(
    rounds: Sequence[Floats],
    rng: np.random.Generator,
    *,
    exact_up_to: int = EXACT_UP_TO,
    draws: int = DRAWS,
    two_sided: bool = False,
) -> Floats:
    """The p of a sum over rounds that is so large (two-sided: so far from 0), for many surfaces.

    Each round is (surfaces, labelings) with the observed labeling first; the number of labelings
    may differ between rounds.
    """
    labels = [each.shape[1] for each in rounds]
    joined = np.concatenate(rounds, axis=1)
    size = np.abs if two_sided else np.positive
    observed = size(np.sum([each[:, 0] for each in rounds], axis=0))[:, None]
    count = prod(labels)
    picks = _every(labels) if count <= exact_up_to else _drawn(labels, draws, rng)
    drawn = count > exact_up_to
    step = max(1, _CELLS // picks.shape[1])
    hits = np.concatenate(
        [
            (size(joined[at : at + step] @ picks) >= observed[at : at + step] - _TIE).sum(axis=1)
            for at in range(0, len(joined), step)
        ]
    )
    return np.asarray((hits + drawn) / (picks.shape[1] + drawn))


def _every(labels: Sequence[int]) -> Floats:
    """All relabellings as columns of ones and zeros."""
    grid = np.indices(labels).reshape(len(labels), -1)
    return _columns(labels, grid)


def _drawn(labels: Sequence[int], draws: int, rng: np.random.Generator) -> Floats:
    return _columns(labels, np.stack([rng.integers(count, size=draws) for count in labels]))


def _columns(
    labels: Sequence[int], choices: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
) -> Floats:
    return np.concatenate(
        [
            (np.arange(count)[:, None] == chosen).astype(float)
            for count, chosen in zip(labels, choices, strict=True)
        ]
    )
