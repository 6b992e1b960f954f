"""Whether strangers fall into groups, as they do in an experiment.

Groups are tight where the silhouette (Rousseeuw 1987) of the split is at least .6. A list that
is dealt anew on every request makes groups too; an experiment keeps a browser in its group, so
the person has to stay in one, and the groups have to come again in later rounds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from companion.compare.matrix import Floats, distances
from companion.compare.measure import rbo_p
from companion.compare.round import Ranking, Round
from companion.compare.rules import rule

_MOST = 4
_NEWEST = 50
"""Rounds that are looked at: distances grow with the square of the lists."""


@dataclass(frozen=True, slots=True)
class Groups:
    """How many strangers are in each group, how tight the split is, in which group the person is.

    `mine` counts from 0 and is None where the person's lists are in none or in several.
    """

    sizes: tuple[int, ...]
    silhouette: float
    mine: int | None


def groups(rounds: Sequence[Round]) -> Groups | None:
    """The groups of strangers that come again in a second half of the rounds; None without."""
    rounds = rounds[-_NEWEST:]
    half = len(rounds) // 2
    whole, first, second = (
        _split(some, rbo_p(rounds)) for some in (rounds, rounds[:half], rounds[half:])
    )
    if whole is None or first is None or second is None:
        return None
    sizes = tuple(int((whole.labels == group).sum()) for group in range(whole.count))
    if not _same(first, second, rbo_p(rounds)):
        return None
    return Groups(sizes, whole.silhouette, _home(rounds, whole, rbo_p(rounds)))


@dataclass(frozen=True, slots=True)
class _Split:
    lists: tuple[Ranking, ...]
    labels: np.ndarray[tuple[int], np.dtype[np.int64]]
    silhouette: float
    middles: tuple[Ranking, ...]

    @property
    def count(self) -> int:
        return len(self.middles)


def _split(rounds: Sequence[Round], p: float) -> _Split | None:
    """The tightest split of the strangers' lists, if it is tight enough."""
    lists = tuple(one for each in rounds for one in each.strangers)
    if len(lists) < rule("groups_strangers"):
        return None
    square = distances([lists], p)[0]
    found = [(silhouette(square, labels), labels) for labels in _clusters(square)]
    tight = max(found, key=lambda pair: pair[0], default=(0.0, np.zeros(0, dtype=np.int64)))
    if tight[0] < rule("groups_tight"):
        return None
    return _Split(lists, tight[1], tight[0], _middles(lists, square, tight[1]))


def _clusters(
    square: Floats,
) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """Splits by average linkage into 2 to 4 groups of at least two."""
    from scipy.cluster.hierarchy import fcluster, linkage  # noqa: PLC0415 - heavy, only here
    from scipy.spatial.distance import squareform  # noqa: PLC0415 - heavy, only here

    tree = linkage(squareform(square, checks=False), "average")
    cuts = [fcluster(tree, count, "maxclust") - 1 for count in range(2, _MOST + 1)]
    return [cut for cut in cuts if len(set(cut)) > 1 and min(np.bincount(cut)) > 1]


def silhouette(square: Floats, labels: np.ndarray[tuple[int], np.dtype[np.int64]]) -> float:
    """How much nearer lists are to their own group than to the next, -1 to 1."""
    scores = []
    for at, own in enumerate(labels):
        apart = {g: square[at, labels == g].sum() for g in set(labels)}
        inside = apart.pop(own) / max(int((labels == own).sum()) - 1, 1)
        nearest = min(total / int((labels == g).sum()) for g, total in apart.items())
        farther = max(inside, nearest)
        scores.append((nearest - inside) / farther if farther else 0.0)
    return float(np.mean(scores))


def _middles(
    lists: Sequence[Ranking], square: Floats, labels: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> tuple[Ranking, ...]:
    """Of each group the list that lies nearest to all others of it."""
    middles = []
    for group in sorted(set(labels)):
        inside = np.flatnonzero(labels == group)
        nearest = square[np.ix_(inside, inside)].sum(axis=1).argmin()
        middles.append(lists[inside[nearest]])
    return tuple(middles)


def _same(first: _Split, second: _Split, p: float) -> bool:
    """Whether each group of one half is nearest to another group of the other half."""
    if first.count != second.count:
        return False
    square = distances([[*first.middles, *second.middles]], p)[0]
    across = square[: first.count, first.count :]
    return len(set(across.argmin(axis=1))) == first.count


def _home(rounds: Sequence[Round], whole: _Split, p: float) -> int | None:
    """The group that all of the person's lists are nearest to."""
    mine = [one for each in rounds for one in each.mine]
    square = distances([[*mine, *whole.middles]], p)[0]
    nearest = {int(group) for group in square[: len(mine), len(mine) :].argmin(axis=1)}
    return nearest.pop() if len(nearest) == 1 else None
