"""Who visits when: fresh browsers for each block, in an order that the seed decides."""

from collections.abc import Sequence
from random import Random

from companion.audit.plan import STRANGER, Plan
from companion.store.visits import Visit


def visits(plan: Plan) -> list[Visit]:
    """Every visit of a plan, block by block."""
    return [
        Visit(id=f"{player.name} {block}.{turn}", block=block, player=player.name, role=player.role)
        for block in range(1, plan.blocks + 1)
        for player in plan.players
        for turn in range(1, player.repeats + 1)
    ]


def order[T](plan: Plan, block: int, what: str, given: Sequence[T]) -> list[T]:
    """The same things in an order of chance, always the same for a seed, a block and a matter."""
    mixed = list(given)
    Random(f"{plan.seed} {block} {what}").shuffle(mixed)
    return mixed


def turns(plan: Plan, block: int, place: str, given: Sequence[Visit]) -> list[Visit]:
    """In which order the visits of a block load a place.

    A stranger comes first and another last: what moved between them moved for everybody.
    """
    mixed = order(plan, block, f"place {place}", given)
    ends = [one for one in mixed if one.role == STRANGER][:2]
    if len(ends) < 2:
        return mixed
    return [ends[0], *(one for one in mixed if one not in ends), ends[1]]
