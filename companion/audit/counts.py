"""Counts: how much third parties were told at a place, a subject's loads against strangers'."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from companion.audit.loads import Block, Load
from companion.audit.plan import Place, Player
from companion.audit.result import GPC, KINDS, Result, Side
from companion.compare import claims
from companion.compare.corrections import benjamini_hochberg
from companion.compare.effect import Effect, effect
from companion.compare.matrix import Floats
from companion.compare.permutation import p_values
from companion.compare.rules import rule

SMALLEST = 0.5
"""Difference of means below which counts are taken as equal: half of one."""
UNITS = {
    "identifiers": "identifiers and personal data sent to third parties at one load",
    "consent": "third parties told of the visitor at one load",
}
_COUNTS: dict[str, Callable[[Load], set[str]]] = {
    "identifiers": lambda load: {f"{party}: {name}" for party, name in load.told},
    "consent": lambda load: {party for party, _ in load.told},
}
_SHOWN = 15


@dataclass(frozen=True, slots=True)
class Counted:
    """The blocks of one place by one count, before correction."""

    place: Place
    measure: str
    blocks: Sequence[Block]
    n: int
    effect: Effect
    p: float | None


def counted(place: Place, measure: str, held: Sequence[Block], rng: np.random.Generator) -> Counted:
    """Measure one count at a place; the sign tells whether the subject had more."""
    usable = [block for block in held if not block.why]
    values = [_relabelled(block, measure) for block in usable]
    enough = len(usable) >= rule("rounds")
    return Counted(
        place=place,
        measure=measure,
        blocks=held,
        n=len(usable),
        effect=effect([float(each[0, 0]) for each in values]),
        p=float(p_values(values, rng, two_sided=True)[0]) if enough else None,
    )


def judged(subject: Player, site: str, family: Sequence[Counted]) -> list[Result]:
    """What may be said of the counts of one site, corrected for how many there are."""
    tested = [one.p for one in family if one.p is not None]
    qs = iter(benjamini_hochberg(tested))
    paired = [(one, next(qs) if one.p is not None else None) for one in family]
    return [_result(subject, site, one, q, len(tested)) for one, q in paired]


def _relabelled(block: Block, measure: str) -> Floats:
    """Difference of means for each way to name the subject's loads, as it was first.

    The sign counts: exchanging both sides is another way, also where they are equally many.
    """
    count = _COUNTS[measure]
    values = np.array([len(count(load)) for load in (*block.mine, *block.strangers)], dtype=float)
    rows = []
    for chosen in combinations(range(len(values)), len(block.mine)):
        me = np.zeros(len(values), dtype=bool)
        me[list(chosen)] = True
        rows.append(values[me].mean() - values[~me].mean())
    return np.array(rows)[None, :]


def _result(subject: Player, site: str, one: Counted, q: float | None, family: int) -> Result:
    word = _word(one, q)
    shown = next((block for block in one.blocks if not block.why), None)
    return Result(
        measure=one.measure,
        kind=GPC if subject.gpc and one.measure == "consent" else KINDS[one.measure],
        subject=subject.name,
        site=site,
        place=one.place.name,
        surface="",
        n=one.n,
        strangers=sum(len(block.strangers) for block in one.blocks if not block.why),
        effect=one.effect.mean if one.n else None,
        interval=one.effect.interval,
        p=one.p,
        q=q,
        family=family,
        verdict=word,
        sentence=_sentence(subject.name, one, word),
        unit=UNITS[one.measure],
        missing=tuple(dict.fromkeys(why for block in one.blocks for why in block.why)),
        sides=_sides(shown, one.measure) if shown else (),
    )


def _word(one: Counted, q: float | None) -> str:
    if q is None or one.p is None:
        return claims.NOT_TESTED if one.n else claims.MISSING
    if q <= rule("alpha") and abs(one.effect.mean) >= SMALLEST:
        # Visitors were assigned by chance to browsers that were all new: no test group stays
        # with one side over the blocks.
        return claims.PERSONAL if one.p <= rule("because") else claims.DIFFERS
    return claims.NO_DIFFERENCE if one.effect.inside(SMALLEST) else claims.INCONCLUSIVE


def _sentence(subject: str, one: Counted, word: str) -> str:
    more = "more" if one.effect.mean > 0 else "fewer"
    told = f"{abs(one.effect.mean):.1f} {more} {UNITS[one.measure]} than strangers"
    if one.effect.interval:
        low, high = one.effect.interval
        told += f" (95 % between {low:.1f} and {high:.1f}; {one.n} blocks)"
    said = {
        claims.PERSONAL: f"Likely: “{subject}” had {told}, because of what it did",
        claims.DIFFERS: f"Likely: “{subject}” had {told}",
        claims.NO_DIFFERENCE: f"We compared {one.n} blocks and saw no difference above {SMALLEST};"
        " smaller ones could hide.",
        claims.INCONCLUSIVE: "Cannot say yet: more blocks needed.",
        claims.NOT_TESTED: f"Too little data ({one.n} of {rule('rounds'):.0f} needed).",
        claims.MISSING: "missing: not comparable",
    }
    return said[word]


def _sides(block: Block, measure: str) -> tuple[Side, ...]:
    loads = (*block.mine[:1], *block.strangers[:2])
    return tuple(
        Side(
            visitor=load.visit.id,
            view=load.view.id,
            lines=tuple(sorted(_COUNTS[measure](load))[:_SHOWN]),
        )
        for load in loads
    )
