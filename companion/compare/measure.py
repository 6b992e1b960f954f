"""From the rounds of one place to figures, before they are corrected for how many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from companion.compare.effect import Effect, effect
from companion.compare.looks import adjusted, looks, next_look
from companion.compare.matrix import Floats, distances
from companion.compare.outsider import jars, outsider_p
from companion.compare.own import matched_p, own
from companion.compare.permutation import p_values, statistics
from companion.compare.rbo import fitting_p, visible
from companion.compare.round import Round
from companion.compare.rules import rule

POOLED = "pooled"
"""The block of lists that were not delivered within one minute of each other."""

_MANY = 20
"""Strangers in a round above which the self copy adds nothing but work."""

type Matches = Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the rounds of one place show.

    `n` counts comparable rounds, or strangers where lists were pooled; `needed` how many of them
    a test takes; `p` is adjusted for looks and None below. `because` is the best p of the ways to
    tell a profile from a lottery, `way` names it; `outside` the p of standing apart from all
    strangers. `repeated`: the difference is there on two days (under a plan: in every block).
    """

    site: str
    place: str
    n: int
    needed: int
    strangers: int
    pooled: bool
    effect: Effect
    p: float | None
    outside: float | None = None
    because: float | None = None
    way: str = ""
    repeated: bool = False
    missing: tuple[str, ...] = ()
    next_look: int | None = None
    first: datetime
    last: datetime


def measure(
    rounds: Sequence[Round],
    rng: np.random.Generator,
    *,
    planned: int | None = None,
    matches: Matches | None = None,
) -> Measured:
    """Measure the rounds of one place, oldest first; at least one.

    `planned` rounds were fixed beforehand; `matches` says whether an item follows what the
    person did.
    """
    some = [one for one in rounds if one.mine and one.strangers]
    blocked = [one for one in some if one.block != POOLED and len(one.strangers) > 1]
    names = jars(blocked)
    if len(blocked) >= rule("rounds") and len(names) == len(set(names)):
        return _blocked(rounds, blocked, rng, planned, matches)
    if len(set(jars(some))) >= rule("strangers"):
        return _pooled(rounds, some)
    return _too_little(rounds, blocked, planned)


def _blocked(
    rounds: Sequence[Round],
    blocked: Sequence[Round],
    rng: np.random.Generator,
    planned: int | None,
    matches: Matches | None,
) -> Measured:
    p = rbo_p(blocked)
    values = relabelled(blocked, p)
    observed = [float(each[0, 0]) for each in values]
    reached = looks(len(blocked), planned)
    due = _due(len(blocked), planned)
    outside = outsider_p(blocked[:due], p) if due else None
    ways = {
        "strangers": outside,
        "acts": _follows(blocked, reached, p, matches),
        "new browsers": _new_selves(blocked[:due] if due else blocked, p, rng),
    }
    way, because = min(
        ((name, found) for name, found in ways.items() if found is not None),
        key=lambda pair: pair[1],
        default=("", None),
    )
    return Measured(
        site=blocked[0].site,
        place=blocked[0].place,
        n=len(blocked),
        needed=int(rule("rounds")),
        strangers=len(jars(blocked)),
        pooled=False,
        effect=effect(observed),
        p=adjusted(reached, lambda n: float(p_values(values[:n], rng)[0])) if reached else None,
        outside=outside,
        because=because,
        way=way,
        repeated=_again(blocked, observed, planned),
        missing=_reasons(rounds),
        next_look=next_look(len(blocked), planned),
        first=blocked[0].seen_at,
        last=blocked[-1].seen_at,
    )


def _follows(
    rounds: Sequence[Round],
    reached: tuple[tuple[int, float], ...],
    p: float,
    matches: Matches | None,
) -> float | None:
    """The p that what the person got more of follows what the person did, over all looks."""
    if matches is None or not reached:
        return None
    return adjusted(reached, lambda n: matched_p(own(rounds[:n], p), matches))


def relabelled(rounds: Sequence[Round], p: float) -> list[Floats]:
    """T of each round for every labeling, (1, labelings), as it was first."""
    mine = [each.mine[: 1 if len(each.strangers) > _MANY else 2] for each in rounds]
    sets = [[*own, *each.strangers] for own, each in zip(mine, rounds, strict=True)]
    squares = distances(sets, p)
    return [
        statistics(square, len(own))[None, :] for own, square in zip(mine, squares, strict=True)
    ]


def rbo_p(rounds: Sequence[Round]) -> float:
    """The p of rank-biased overlap that fits what is visible at the place."""
    return fitting_p(visible([one for each in rounds for one in (*each.mine, *each.strangers)]))


def _due(rounds: int, planned: int | None) -> int:
    """The rounds the second claim is tested on, once; 0 before they are there."""
    due = max(planned or 0, int(rule("rounds_because")))
    return due if rounds >= due else 0


def _new_selves(rounds: Sequence[Round], p: float, rng: np.random.Generator) -> float | None:
    """Where the person's browser is new in every round, a lottery is drawn anew in each."""
    if not all(one.new_self for one in rounds):
        return None
    squares = distances([[one.mine[0], *one.strangers] for one in rounds], p)
    return float(p_values([statistics(each, 1)[None, :] for each in squares], rng)[0])


def _again(rounds: Sequence[Round], values: Sequence[float], planned: int | None) -> bool:
    """Whether the difference is there on two days, or in every block of a plan."""
    if planned is not None:
        return min(values) > 0
    days: dict[object, list[float]] = {}
    for one, value in zip(rounds, values, strict=True):
        days.setdefault(one.seen_at.date(), []).append(value)
    return sum(float(np.mean(each)) > 0 for each in days.values()) >= rule("days")


def _pooled(rounds: Sequence[Round], some: Sequence[Round]) -> Measured:
    """Lists of other times: the person against each stranger's browser, without an interval."""
    p, names = rbo_p(some), jars(some)
    found = outsider_p(some, p)
    mine = [one for each in some for one in each.mine]
    lists = [*mine, *(one for each in some for one in each.strangers)]
    return Measured(
        site=some[0].site,
        place=some[0].place,
        n=len(set(names)),
        needed=int(rule("strangers")),
        strangers=len(set(names)),
        pooled=True,
        effect=Effect(_unblocked(distances([lists], p)[0], len(mine)), None),
        p=found,
        outside=found,
        missing=_reasons(rounds),
        first=some[0].seen_at,
        last=some[-1].seen_at,
    )


def _unblocked(square: Floats, mine: int) -> float:
    """T of all lists taken together."""
    across = square[:mine, mine:].mean()
    sides = [square[:mine, :mine], square[mine:, mine:]]
    noises = [one.sum() / (len(one) * (len(one) - 1)) for one in sides if len(one) > 1]
    return float(across - np.mean(noises))


def _too_little(rounds: Sequence[Round], blocked: Sequence[Round], planned: int | None) -> Measured:
    observed = [float(each[0, 0]) for each in relabelled(blocked, rbo_p(blocked))]
    return Measured(
        site=rounds[0].site,
        place=rounds[0].place,
        n=len(blocked),
        needed=int(rule("rounds")),
        strangers=len(set(jars(blocked))),
        pooled=False,
        effect=effect(observed),
        p=None,
        missing=_reasons(rounds),
        next_look=next_look(len(blocked), planned),
        first=rounds[0].seen_at,
        last=rounds[-1].seen_at,
    )


def _reasons(rounds: Sequence[Round]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(why for one in rounds for why in one.missing))
