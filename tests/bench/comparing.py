"""What comparing lists costs in arrays, beside a plain loop over the same lists in the same run.

1 000 surfaces of 20 lists (five rounds of two and two), 20 entries each; 9 999 relabellings. The
loop is timed on some of the surfaces and counted up.
"""

import random
from itertools import combinations
from statistics import mean, median
from time import process_time

import numpy as np

from companion.compare.matrix import distances
from companion.compare.permutation import DRAWS, labelings, p_values, statistics
from companion.compare.rbo import rbo
from tests.accuracy.report import Report
from tests.compare.surfaces import Surface, surfaces

SURFACES = 1_000
LOOPED = 5
ROUNDS = 5
REPEATS = 3
P = 0.95

type Sets = list[list[tuple[str, ...]]]


def run(report: Report) -> None:
    rng = np.random.default_rng(7)
    made = list(surfaces(Surface(personal=0.1, rounds=ROUNDS), rng, SURFACES))
    sets = [[*one.mine, *one.strangers] for rounds in made for one in rounds]
    in_arrays(sets[: 4 * ROUNDS])  # the first run warms up
    fast, slow = [], []
    for _ in range(REPEATS):
        fast.append(seconds(in_arrays, sets))
        slow.append(seconds(in_loops, sets[: LOOPED * ROUNDS]) * SURFACES / LOOPED)
    report.line(f"in arrays: {median(fast):.2f} s CPU for {SURFACES} surfaces")
    report.line(f"in loops: {median(slow):.1f} s CPU for as many")
    ratio = median(b / a for a, b in zip(fast, slow, strict=True))
    report.check("plain loop / arrays", ratio, 20)


def seconds(what, sets: Sets) -> float:
    began = process_time()
    what(sets)
    return process_time() - began


def in_arrays(sets: Sets) -> list[float]:
    """The p of each surface, all at once."""
    squares = np.array(distances(sets, P))
    values = statistics(squares, 2).reshape(len(sets) // ROUNDS, ROUNDS, -1)
    rng = np.random.default_rng(1)
    found = p_values([values[:, at] for at in range(ROUNDS)], rng, exact_up_to=0)
    return [float(p) for p in found]


def in_loops(sets: Sets) -> list[float]:
    """The same, one number after the other."""
    rng = random.Random(1)
    return [loop_p(sets[at : at + ROUNDS], rng) for at in range(0, len(sets), ROUNDS)]


def loop_p(rounds: Sets, rng: random.Random) -> float:
    values = [[loop_t(lists, me) for me in labelings(2, 2)] for lists in map(loop_square, rounds)]
    observed = sum(each[0] for each in values) - 1e-9
    hits = sum(sum(rng.choice(each) for each in values) >= observed for _ in range(DRAWS))
    return (hits + 1) / (DRAWS + 1)


def loop_square(lists: list[tuple[str, ...]]) -> dict[tuple[int, int], float]:
    pairs = combinations(range(len(lists)), 2)
    return {(i, j): 1 - rbo(lists[i], lists[j], P) for i, j in pairs}


def loop_t(square: dict[tuple[int, int], float], me: tuple[int, ...]) -> float:
    across = mean(d for (i, j), d in square.items() if (i in me) != (j in me))
    within = mean(d for (i, j), d in square.items() if (i in me) == (j in me))
    return across - within
