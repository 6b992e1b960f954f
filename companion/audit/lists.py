"""Lists: a subject's against strangers', in blocks, by the method of compare."""

from collections.abc import Sequence

import numpy as np

from companion.audit.disclosed import told_beside
from companion.audit.loads import Block, Load
from companion.audit.plan import Place, Plan
from companion.audit.result import KINDS, Result, Side
from companion.compare.claims import Verdict, verdicts
from companion.compare.measure import Measured, measure
from companion.compare.round import Ranking, Round

_SHOWN = 12
UNIT = "distance of lists, 0 the same, 1 nothing in common"


def compared(
    plan: Plan, place: Place, held: Sequence[Block], rng: np.random.Generator
) -> list[tuple[Place, Measured, Sequence[Block]]]:
    """Every list of a place, measured; a list that not all of a block got is missing there."""
    names = dict.fromkeys(
        name for block in held for load in (*block.mine, *block.strangers) for name in load.lists
    )
    found = []
    for name in names:
        rounds = [_round(name, block) for block in held]
        found.append((place, measure(rounds, rng, planned=plan.blocks), held))
    return found


def judged(subject: str, family: Sequence[tuple[Place, Measured, Sequence[Block]]]) -> list[Result]:
    """What may be said of the lists of one site, corrected for how many there are."""
    said = verdicts([measured for _, measured, _ in family])
    return [
        _result(subject, place, verdict, blocks)
        for (place, _, blocks), verdict in zip(family, said, strict=True)
    ]


def _round(name: str, block: Block) -> Round:
    everyone = (*block.mine, *block.strangers)
    without = sum(name not in load.lists for load in everyone)
    missing = list(block.why)
    if without:
        missing.append(f"{without} of {len(everyone)} visitors of a block did not get this list")
    site = (
        next(load.lists[name].site or "" for load in everyone if name in load.lists)
        if (without < len(everyone))
        else ""
    )
    return Round(
        key=f"block {block.number}",
        site=site,
        place=name,
        seen_at=block.seen_at,
        mine=() if missing else tuple(_ranking(load, name) for load in block.mine),
        strangers=() if missing else tuple(_ranking(load, name) for load in block.strangers),
        missing=tuple(missing),
        block=str(block.number),
        jars=() if missing else tuple(load.visit.id for load in block.strangers),
        new_self=True,
    )


def _ranking(load: Load, name: str) -> Ranking:
    return tuple(item.item for item in load.lists[name].items)


def _result(subject: str, place: Place, verdict: Verdict, blocks: Sequence[Block]) -> Result:
    one = verdict.measured
    return Result(
        measure="lists",
        kind=KINDS["lists"],
        subject=subject,
        site=_site(one.place, blocks),
        place=place.name,
        surface=one.place,
        n=one.n,
        strangers=one.strangers,
        effect=one.effect.mean if one.n else None,
        interval=one.effect.interval,
        p=one.p,
        q=verdict.q,
        family=verdict.family,
        verdict=verdict.word,
        sentence=_of_visitor(verdict.sentence, subject),
        unit=UNIT,
        missing=one.missing,
        disclosed=told_beside([load for block in blocks for load in block.mine], one.place),
        sides=_sides(one.place, blocks),
    )


def _of_visitor(sentence: str, subject: str) -> str:
    """The sentence of a level, about a made-up visitor instead of the reader."""
    said = sentence.replace("your list", f"the list of “{subject}”")
    return said.replace("your profile", "what it did").replace("rounds", "blocks")


def _site(name: str, blocks: Sequence[Block]) -> str:
    everyone = (load for block in blocks for load in (*block.mine, *block.strangers))
    return next((load.lists[name].site or "" for load in everyone if name in load.lists), "")


def _sides(name: str, blocks: Sequence[Block]) -> tuple[Side, ...]:
    """The first block as it came: a subject's list and two strangers'."""
    for block in blocks:
        shown = [load for load in (*block.mine[:1], *block.strangers[:2]) if name in load.lists]
        if len(shown) > 1:
            return tuple(_side(load, name) for load in shown)
    return ()


def _side(load: Load, name: str) -> Side:
    items = load.lists[name].items[:_SHOWN]
    return Side(
        visitor=load.visit.id,
        view=load.view.id,
        lines=tuple(f"{item.rank}. {item.title or item.item}" for item in items),
    )
