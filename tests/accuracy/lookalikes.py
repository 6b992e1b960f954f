"""Signals in made-up exchanges: what is planted is found, look-alikes are left alone.

The seed is drawn anew each time; `PLANTED_SEED` sets it.
"""

import os
import random
from collections import Counter
from collections.abc import Iterable

from companion.extract.signals.rules import signals
from companion.model import Signal
from tests.accuracy.planted import Planted, worlds
from tests.accuracy.report import Report

COUNT = 5_000
JUDGED = {"identifier", "pii", "segment", "trait", "score", "location", "experiment"}


def run(report: Report) -> None:
    seed = int(os.environ.get("PLANTED_SEED", random.SystemRandom().randrange(10**6)))
    report.line(f"seed {seed}")
    counts = count(worlds(random.Random(seed), COUNT))
    for kind in sorted(counts.planted):
        report.check(f"recall of {kind}", counts.found[kind] / counts.planted[kind], 0.95)
    for kind in sorted(counts.alike):
        report.line(f"{kind}: {counts.claimed[kind]} of {counts.alike[kind]} claimed")
    share = counts.claimed.total() / counts.alike.total()
    report.check_at_most("look-alikes claimed", share, 0.01)


class Counts:
    """How often each kind was planted, found, looked alike, and was claimed all the same."""

    def __init__(self) -> None:
        self.planted, self.found = Counter[str](), Counter[str]()
        self.alike, self.claimed = Counter[str](), Counter[str]()
        self.misses: list[str] = []


def count(planted: Iterable[Planted]) -> Counts:
    counts = Counts()
    for world in planted:
        told = signals(world.exchange).signals
        for kind, value in world.facts:
            counts.planted[kind] += 1
            good = any(it.kind == kind and _holds(it, value) for it in told)
            counts.found[kind] += good
            if not good:
                counts.misses.append(f"missed {kind} {value} in {world.exchange.url}")
        for kind, value in world.lookalikes:
            counts.alike[kind] += 1
            bad = [it for it in told if it.kind in JUDGED and _holds(it, value)]
            counts.claimed[kind] += bool(bad)
            counts.misses += [f"claimed {kind} as {it.kind} {it.name}={value}" for it in bad]
    return counts


def _holds(signal: Signal, value: str) -> bool:
    values = (signal.value,) if isinstance(signal.value, str) else signal.value
    return any(it.startswith(value[:200]) for it in values)
