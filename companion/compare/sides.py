"""One round side by side: how alike the person's and strangers' lists are, by every measure."""

from dataclasses import dataclass

from companion.compare.beside import Beside, beside
from companion.compare.distances import edits, jaccard, order, personal_share
from companion.compare.matrix import cleaned
from companion.compare.rbo import fitting_p, rbo, rbo_least, residual, visible
from companion.compare.round import Ranking, Round


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike two lists are, by every measure; `order` is None below five shared items."""

    overlap: float
    least: float
    residual: float
    jaccard: float
    edits: int
    order: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The person's list beside a stranger's; how alike two strangers' lists are is the noise.

    `noise` and `personal` (the share of ranks that differ from a stranger's but not between
    strangers) need a second stranger.
    """

    beside: Beside
    alike: Alike
    noise: Alike | None
    personal: float | None


def side_by_side(one: Round) -> Sides | None:
    """The first lists of each side of a round; None where one side is missing."""
    if not one.mine or not one.strangers:
        return None
    mine, theirs = cleaned(one.mine[0]), cleaned(one.strangers[0])
    another = cleaned(one.strangers[1]) if len(one.strangers) > 1 else None
    p = fitting_p(visible([*one.mine, *one.strangers]))
    return Sides(
        beside=beside(mine, theirs),
        alike=alike(mine, theirs, p),
        noise=None if another is None else alike(theirs, another, p),
        personal=None if another is None else personal_share(mine, theirs, another),
    )


def alike(one: Ranking, other: Ranking, p: float) -> Alike:
    """Two lists by every measure, rank-biased overlap at a p."""
    return Alike(
        overlap=rbo(one, other, p),
        least=rbo_least(one, other, p),
        residual=residual(one, other, p),
        jaccard=jaccard(one, other),
        edits=edits(one, other),
        order=order(one, other),
    )
