"""How often a check of a contest blames a service that honours, and notices one that does not.

A page load meets what was contested with the service's share; before acting it is .95. A service
honours as long as it is met in no more than 1 of 20 page loads.
"""

import numpy as np

from companion.contest.outcome import BUTTONS, CHECKS, TOLERATED, Count, Outcome, judge, power
from tests.accuracy.report import Report

RUNS = 300
SEED = 20_261_124
SHARE = 0.95
LOOKS = (10, 20, 40)


def run(report: Report) -> None:
    rng = np.random.default_rng(SEED)
    for n in LOOKS:
        blamed = [
            Outcome.NO_EFFECT in outcomes(rng, TOLERATED, n, len(CHECKS)) for _ in range(RUNS)
        ]
        spared = 1 - float(np.mean(blamed))
        report.check(f"{n} looks: honours, blamed in none of 4 checks", spared, 0.95)
        worked = [outcomes(rng, 0.0, n) == {Outcome.WORKED} for _ in range(RUNS)]
        report.check(f"{n} looks: holds back 100%, worked", float(np.mean(worked)), 0.95)
        for held in BUTTONS:
            share = SHARE * (1 - held)
            seen = [outcomes(rng, share, n) == {Outcome.NO_EFFECT} for _ in range(RUNS)]
            stated = power(Count(round(SHARE * n), n), n, held)
            name = f"{n} looks: holds back {held:.0%}, no effect (power {stated:.3f})"
            report.check(name, float(np.mean(seen)), stated - 0.05)


def outcomes(rng: np.random.Generator, share: float, n: int, checks: int = 1) -> set[Outcome]:
    """What some checks of one service say."""
    before = Count(int(rng.binomial(n, SHARE)), n)
    return {judge(before, Count(int(rng.binomial(n, share)), n)).outcome for _ in range(checks)}
