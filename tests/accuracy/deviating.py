"""Lists that count what is new less, on made-up readers: said only where it is so.

No rule was made on these readers.
"""

import numpy as np

from companion.compare.deviation import Deviation, deviation
from tests.accuracy.report import Report
from tests.compare.deviators import lived

RUNS, SEED = 100, 20_261_124


def run(report: Report) -> None:
    for name, changes in {"at once": {}, "after three days": {"delay": 3}}.items():
        got = measured(RUNS, **changes)
        wrong = np.mean([it.discounted for it in got])
        report.check_at_most(f"lists follow all alike, {name}: said to discount", wrong, 0.05)
    for left, days in ((0.0, 150), (0.0, 300), (0.2, 300)):
        got = measured(RUNS, discount=left, days=days)
        said = np.mean([it.discounted for it in got])
        report.line(f"what is new counts {left:.1f} times, {days} days: said {said:.3f}")
        report.line(f"  DDR in the middle {np.median([it.ddr for it in got]):.2f}")


def measured(runs: int, **changes) -> list[Deviation]:
    """What is measured of so many readers."""
    rng = np.random.default_rng(SEED)
    made = (deviation(*lived(rng, **changes), rng) for _ in range(runs))
    return [it for it in made if it is not None]
