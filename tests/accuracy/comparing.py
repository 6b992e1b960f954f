"""How often comparing claims what is not so, and finds what is, on made-up surfaces.

A surface has 20 entries; each load swaps six pairs of neighbours and replaces one entry. Claims are
those of the program: measured, corrected within families of ten places, judged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from companion.compare.claims import DIFFERS, NO_DIFFERENCE, PERSONAL, Verdict, verdicts
from companion.compare.effect import effect
from companion.compare.measure import measure, relabelled
from companion.compare.permutation import p_values
from companion.compare.price import priced
from companion.compare.rbo import fitting_p
from companion.compare.round import PriceRound, Round
from companion.compare.rules import rule
from tests.accuracy.report import Report
from tests.compare import markets, paper
from tests.compare.surfaces import Surface, squares, surfaces
from tests.compare.worlds import BASE

SURFACES = 1_000
RUNS = 300
SEED = 20_261_124
FAMILY = 10
ROUNDS = 5


def run(report: Report) -> None:
    parts = {
        estimates: RUNS,
        nulls: SURFACES,
        buckets: RUNS,
        discoveries: SURFACES // FAMILY,
        power: SURFACES,
        prices: RUNS,
    }
    for number, (part, count) in enumerate(parts.items()):
        part(report, np.random.default_rng([SEED, number]), count)


def estimates(report: Report, rng: np.random.Generator, runs: int) -> None:
    """On the small web's newspaper the interval of five rounds holds the effect of 4 000 days.

    Five times as many runs as are asked for: the share of 300 wavers by more than a per cent.
    """
    for share in (0.0, 0.1, 0.5):
        hits = coverage(share, rng, 5 * runs)
        report.check(f"personal share {share:.0%}: effect in its interval", hits, 0.93)


def coverage(share: float, rng: np.random.Generator, runs: int, days: int = 4_000) -> float:
    """The share of runs of five rounds whose interval holds the mean of very many days."""
    truth = float(np.mean(effects(paper.rounds(share, rng, days))))
    values = np.reshape(effects(paper.rounds(share, rng, ROUNDS * runs)), (runs, ROUNDS))
    bounds = [effect(list(map(float, each))).interval or (0, 0) for each in values]
    return float(np.mean([low <= truth <= high for low, high in bounds]))


def effects(rounds: Sequence[Round]) -> list[float]:
    """T of each round, at the p of a list of the newspaper's length."""
    return [float(each[0, 0]) for each in relabelled(rounds, fitting_p(paper.LENGTH))]


def nulls(report: Report, rng: np.random.Generator, count: int) -> None:
    """Nothing is personal: the T test alone, and the verdicts after correction."""
    for name, surface in {"noise": Surface(), "noise and drift": Surface(drift=2)}.items():
        p = raw_p(surface, rng, count)
        report.check_at_most(f"{name}: claim 1 false, p <= .05", np.mean(p <= 0.05), 0.065)
        found = judged([surface] * min(count, RUNS), rng)
        wrong = [one.word in (DIFFERS, PERSONAL) for one in found]
        report.check_at_most(f"{name}: verdict differs", np.mean(wrong), 0.065)


def raw_p(surface: Surface, rng: np.random.Generator, count: int) -> np.ndarray:
    """The p of the T test of five rounds on many surfaces at once."""
    values = squares(surface, rng, count)
    return p_values([values[:, at] for at in range(values.shape[1])], rng)


def judged(kinds: Sequence[Surface], rng: np.random.Generator) -> list[Verdict]:
    """Verdicts on surfaces, ten places a site."""
    measured = [
        measure(next(surfaces(kind, rng, 1)), rng, matches=kind.matches(rng)) for kind in kinds
    ]
    parts = [measured[at : at + FAMILY] for at in range(0, len(measured), FAMILY)]
    return [one for part in parts for one in verdicts(part)]


def buckets(report: Report, rng: np.random.Generator, runs: int) -> None:
    """A sticky test group and no profile: the person in one of two arms, or alone in one."""
    for name, share in {"half and half": 0.5, "one in ten": 0.9, "the person alone": 1.0}.items():
        for rounds in (5, 10, 20):
            kind = Surface(arm=5, others=share, rounds=rounds)
            found = judged([kind] * runs, rng)
            differs = np.mean([one.word == DIFFERS for one in found])
            wrong = np.mean([one.word == PERSONAL for one in found])
            report.line(f"test group, {name}, {rounds} rounds: claim 1 {differs:.3f}")
            report.check_at_most(f"test group, {name}, {rounds} rounds: claim 2", wrong, 0.01)


def discoveries(report: Report, rng: np.random.Generator, sites: int) -> None:
    """One personal place in five: the share of claims that are wrong, and of places found."""
    kinds = [Surface(personal=0.25 if at % 5 == 0 else 0.0) for at in range(sites * FAMILY)]
    found = judged(kinds, rng)
    wrong, right = [], []
    for at in range(0, len(found), FAMILY):
        claimed = [one.word in (DIFFERS, PERSONAL) for one in found[at : at + FAMILY]]
        false = sum(claimed[n] for n in range(FAMILY) if n % 5)
        wrong.append(false / max(sum(claimed), 1))
        right.append((sum(claimed) - false) / 2)
    report.check_at_most("false discoveries after correction", np.mean(wrong), 0.065)
    report.line(f"personal places found after correction: {np.mean(right):.3f}")
    calm = [one.word == NO_DIFFERENCE for at, one in enumerate(found) if at % 5]
    report.line(f"places shown to be no different: {np.mean(calm):.3f}")


def power(report: Report, rng: np.random.Generator, count: int) -> None:
    """Five rounds, some of 20 entries changed for the person, at the test's own level."""
    for changed, least in {1: 0.45, 3: 0.90, 5: 0.99}.items():
        p = raw_p(Surface(personal=changed / len(BASE)), rng, count)
        report.check(f"power for {changed} of 20 changed", np.mean(p <= 0.05), least)
        report.line(f"  with the first look's share of the error: {np.mean(p <= 0.025):.3f}")


@dataclass(frozen=True, slots=True)
class Flags:
    """How many markets there were, in how many a price was said to differ, and because of you."""

    count: int
    flagged: int
    because: int


def flags(made: Iterator[Sequence[PriceRound]], rng: np.random.Generator) -> Flags:
    """What is said of some markets, one offer each."""
    found = [priced(rounds, rng) for rounds in made]
    standing = [one for one in found if (one.p or 1) <= rule("alpha") and one.stands_out]
    return Flags(len(found), len(standing), sum(one.because for one in standing))


def prices(report: Report, rng: np.random.Generator, runs: int) -> None:
    for name, market in markets.NULLS.items():
        found = flags((market(rng) for _ in range(runs)), rng)
        report.check_at_most(f"prices, {name}: flags", found.flagged / runs, 0)
    found = flags((markets.personal(rng) for _ in range(runs)), rng)
    report.check("prices, 5 % for one person: found", found.because / runs, 0.95)
