"""Distances between many lists at once: 1 - RBO_ext, in arrays instead of loops."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from companion.compare.rbo import DEEPEST
from companion.compare.round import Ranking

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]

_CELLS = 4_000_000
"""Comparisons of single items held at once: some megabytes."""


def cleaned(ranking: Ranking) -> Ranking:
    """A ranking as it is compared: each item once, at its best rank, down to the deepest."""
    return tuple(dict.fromkeys(ranking))[:DEEPEST]


def distances(sets: Sequence[Sequence[Ranking]], p: float) -> list[Floats]:
    """For each set of lists the square matrix of their distances, 0 to 1."""
    if not any(sets):
        return [np.zeros((0, 0)) for _ in sets]
    lists = [one for each in sets for one in each]
    items, lengths = _numbered(lists)
    firsts = np.cumsum([0, *(len(each) for each in sets)])
    pairs = [
        (first + i, first + j)
        for first, each in zip(firsts[:-1], sets, strict=True)
        for i, j in combinations(range(len(each)), 2)
    ]
    left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    apart = np.clip(1 - _in_pieces(items, lengths, (left, right), p), 0, 1)
    return _squares([len(each) for each in sets], apart)


def _squares(sizes: Sequence[int], apart: Floats) -> list[Floats]:
    squares, done = [], 0
    for size in sizes:
        square, count = np.zeros((size, size)), size * (size - 1) // 2
        upper = np.triu_indices(size, 1)
        square[upper] = apart[done : done + count]
        squares.append(square + square.T)
        done += count
    return squares


def _numbered(lists: Sequence[Ranking]) -> tuple[Ints, Ints]:
    """Items as numbers, one row a list, filled up with -1; and the length of each list."""
    numbers: dict[str, int] = {}
    every = [cleaned(one) for one in lists]
    rows = np.full((len(lists), max(1, *(len(one) for one in every))), -1, dtype=np.int64)
    for row, one in zip(rows, every, strict=True):
        row[: len(one)] = [numbers.setdefault(key, len(numbers)) for key in one]
    return rows, np.array([len(one) for one in every], dtype=np.int64)


def _in_pieces(items: Ints, lengths: Ints, pairs: tuple[Ints, Ints], p: float) -> Floats:
    left, right = pairs
    step = max(1, _CELLS // items.shape[1] ** 2)
    parts = [
        _overlap(
            (items[left[at : at + step]], items[right[at : at + step]]),
            (lengths[left[at : at + step]], lengths[right[at : at + step]]),
            p,
        )
        for at in range(0, len(left), step)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def _overlap(items: tuple[Ints, Ints], lengths: tuple[Ints, Ints], p: float) -> Floats:
    """RBO_ext (Webber 2010, eq. 32) of each pair of rows."""
    short, long = np.minimum(*lengths), np.maximum(*lengths)
    shared = _shared(*items)
    depth = np.arange(1, shared.shape[1] + 1)
    weight = p**depth / depth
    rows, some = np.arange(len(short)), np.maximum(short, 1)
    at_short, at_long = shared[rows, some - 1], shared[rows, np.maximum(long, 1) - 1]
    seen = (shared * weight * (depth <= long[:, None])).sum(axis=1)
    between = (depth > short[:, None]) & (depth <= long[:, None])
    past = ((depth - short[:, None]) * weight * between).sum(axis=1) * at_short / some
    rest = ((at_long - at_short) / np.maximum(long, 1) + at_short / some) * p**long
    found = (1 - p) / p * (seen + past) + rest
    return np.asarray(np.where(short == 0, (long == 0).astype(float), found))


def _shared(left: Ints, right: Ints) -> Floats:
    """How many items the first d entries of both rows share, for each d."""
    same = (left[:, :, None] == right[:, None, :]) & (left[:, :, None] >= 0)
    width = left.shape[1]
    rows, ranks = np.nonzero(same.any(axis=2))
    depths = np.maximum(ranks, same.argmax(axis=2)[rows, ranks])
    counts = np.bincount(rows * width + depths, minlength=len(left) * width)
    return counts.reshape(-1, width).cumsum(axis=1).astype(float)
