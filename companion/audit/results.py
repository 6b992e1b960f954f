"""From an audit's store to its results: every comparison of the plan, corrected within a site."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import numpy as np

from companion.audit import counts, disclosed, lists, prices
from companion.audit.loads import Block, Load, blocks, loads, missing
from companion.audit.plan import Place, Plan, Player
from companion.audit.result import KINDS, Result
from companion.compare.claims import MISSING
from companion.decode.hosts import registrable
from companion.store import tests
from companion.store.open import Database

type Held = dict[str, list[Load]]


def results(db: Database, plan: Plan) -> list[Result]:
    """Judge what there is, and keep it among the store's tests; may be asked at any time."""
    held = loads(db, plan)
    for every in held.values():
        disclosed.settle(db, every)
    found = [one for subject in plan.subjects for one in _of(db, plan, subject, held)]
    with db.atomic():
        tests.put(db, [one.test for one in found])
    return found


def _of(db: Database, plan: Plan, subject: Player, held: Held) -> Iterator[Result]:
    by_site: defaultdict[str, list[tuple[Place, list[Block]]]] = defaultdict(list)
    for place in plan.places:
        compared = list(blocks(plan, subject.name, held.get(place.name, [])))
        if compared:
            by_site[_site(place)].append((place, compared))
        for measure in place.measures:
            why = _nothing_of(db, plan, place, measure, held.get(place.name, []))
            if why:
                yield _nothing(subject, place, measure, why)
    for site, family in by_site.items():
        rng = np.random.default_rng(plan.seed)
        yield from _of_site(plan, subject, site, family, rng)


def _of_site(
    plan: Plan,
    subject: Player,
    site: str,
    family: Sequence[tuple[Place, list[Block]]],
    rng: np.random.Generator,
) -> Iterator[Result]:
    every = [
        one
        for place, held in family
        if "lists" in place.measures
        for one in lists.compared(plan, place, held, rng)
    ]
    yield from lists.judged(subject.name, every)
    asked = [
        one
        for place, held in family
        if "prices" in place.measures
        for one in prices.asked(place, held, rng)
    ]
    yield from prices.judged(subject.name, site, asked)
    for measure in counts.UNITS:
        counted = [
            counts.counted(place, measure, held, rng)
            for place, held in family
            if measure in place.measures
        ]
        yield from counts.judged(subject, site, counted)


def _nothing_of(
    db: Database, plan: Plan, place: Place, measure: str, held: list[Load]
) -> tuple[str, ...]:
    """Why nothing can be compared at a place by a measure; empty where something can."""
    if not held:
        return missing(db, plan, place.name) or ("no load of it is there yet",)
    lists_of = [one for load in held for one in load.lists.values()]
    if measure == "lists" and not lists_of:
        return ("no list was found on it",)
    if measure == "prices" and not any(item.price for one in lists_of for item in one.items):
        return ("no price was found on it",)
    return ()


def _site(place: Place) -> str:
    return registrable(urlsplit(place.url).hostname or "")


def _nothing(subject: Player, place: Place, measure: str, why: tuple[str, ...]) -> Result:
    """A comparison that was wanted, and for which nothing came."""
    return Result(
        measure=measure,
        kind=KINDS[measure],
        subject=subject.name,
        site=_site(place),
        place=place.name,
        surface="",
        n=0,
        strangers=0,
        effect=None,
        interval=None,
        p=None,
        q=None,
        family=0,
        verdict=MISSING,
        sentence=f"missing: not comparable ({'; '.join(why)})",
        unit="",
        missing=why,
    )
