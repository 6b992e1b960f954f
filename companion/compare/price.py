"""Whether the person was asked another price than strangers for the same thing.

Prices move by themselves: with time, place, currency, tax and by chance. So only rounds count in
which nothing of that moved, and what splits strangers among each other is a price test, not a
price for one person. Pooling over time gave 39 % false alarms in simulated panels; a step in the
middle of a round 86 %.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from statistics import median

import numpy as np

from companion.compare.effect import Effect, effect
from companion.compare.matrix import Floats
from companion.compare.permutation import labelings, p_values
from companion.compare.round import Offered, PriceRound
from companion.compare.rules import rule

_MOST_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """What the rounds of one offer show; shares of the price, positive where the person pays more.

    `standing` counts the rounds in which the person's price stood out, `days` their days;
    `splits` says that prices differ among strangers; `outside` is the p of paying another price
    than all of them; `abstained` says why rounds were left out.
    """

    site: str
    offer: Offered
    n: int
    strangers: int
    effect: Effect
    p: float | None
    standing: int
    days: int
    splits: bool
    outside: float
    abstained: tuple[str, ...]
    first: datetime
    last: datetime

    @property
    def stands_out(self) -> bool:
        """Whether the difference is large, clear and seen again; the corrected p comes besides."""
        return (
            abs(self.effect.mean) >= rule("price_effect")
            and self.standing >= rule("price_rounds")
            and self.days >= rule("days")
            and not self.splits
        )

    @property
    def because(self) -> bool:
        """Whether chance between browsers is ruled out by enough strangers."""
        return self.strangers >= rule("strangers") and self.outside <= rule("alpha")


def priced(rounds: Sequence[PriceRound], rng: np.random.Generator) -> Priced:
    """Measure the rounds of one offer, oldest first; at least one."""
    kept = [one for one in rounds if why_not(one) is None]
    differences = [difference(one) for one in kept]
    standing = _standing(kept, differences)
    enough = len(kept) >= rule("price_rounds")
    values = [_relabelled(one) for one in kept]
    return Priced(
        site=rounds[0].site,
        offer=rounds[0].offer,
        n=len(kept),
        strangers=sum(len(one.strangers) for one in kept),
        effect=effect(differences),
        p=float(p_values(values, rng, two_sided=True)[0]) if enough else None,
        standing=len(standing),
        days=len({one.seen_at.date() for one in standing}),
        splits=any(spread(one.strangers) >= rule("price_effect") for one in kept),
        outside=_outside(kept),
        abstained=tuple(dict.fromkeys(why for one in rounds if (why := why_not(one)))),
        first=rounds[0].seen_at,
        last=rounds[-1].seen_at,
    )


def why_not(one: PriceRound) -> str | None:
    """Why a round of prices says nothing; None where it does."""
    if one.missing:
        return one.missing[0]
    if not one.mine or len(one.strangers) < rule("price_strangers"):
        return (
            f"fewer than {rule('price_strangers'):.0f} strangers' prices in a round; an audit asks"
            " as many, or import what others saved at the same minute"
        )
    if min(*one.mine, *one.strangers) <= 0:
        return "a price of nothing"
    if one.first is None or one.last is None:
        return "no control before and after"
    if spread((one.first, one.last)) > rule("price_step"):
        return "the control's price moved within the round"
    return None


def difference(one: PriceRound) -> float:
    """(median U - median C) / median C."""
    return _apart([float(p) for p in one.mine], [float(p) for p in one.strangers])


def spread(prices: Sequence[Decimal]) -> float:
    """The width of some prices as a share of their middle."""
    return float((max(prices) - min(prices)) / median(prices))


def _apart(mine: Sequence[float], strangers: Sequence[float]) -> float:
    middle = median(strangers)
    return (median(mine) - middle) / middle


def _standing(rounds: Sequence[PriceRound], differences: Sequence[float]) -> list[PriceRound]:
    """Rounds whose price stands out from the spread of both sides, in the direction of most."""
    direction = float(np.sign(sum(differences)))
    return [
        one
        for one, found in zip(rounds, differences, strict=True)
        if found * direction >= max(rule("price_effect"), rule("price_spread") * _noise(one))
    ]


def _noise(one: PriceRound) -> float:
    return max(spread(one.mine), spread(one.strangers))


def _relabelled(one: PriceRound) -> Floats:
    """The difference of a round for every labeling, (1, labelings), as it was first."""
    prices = [float(price) for price in (*one.mine, *one.strangers)]
    rows = [
        _apart([prices[at] for at in me], [p for at, p in enumerate(prices) if at not in me])
        for me in labelings(len(one.mine), len(one.strangers))
    ]
    return np.array([rows])


def _outside(rounds: Sequence[PriceRound]) -> float:
    """(1 + strangers as far from the round's middle as the person) / (1 + strangers)."""
    far = [
        abs(float(price / median(one.strangers)) - 1) for one in rounds for price in one.strangers
    ]
    me = abs(float(np.mean([difference(one) for one in rounds]))) if rounds else 0.0
    return (1 + sum(each >= me - 1e-9 for each in far)) / (1 + len(far))


def split(rounds: Sequence[PriceRound]) -> tuple[int, ...]:
    """How many strangers were asked each of a few prices, the lowest first; empty without a split.

    The same steps between prices have to come again in both halves of the rounds, each with two
    strangers, and the person has to stay on one of them: so a price test looks, not noise.
    """
    kept = [one for one in rounds if why_not(one) is None]
    half = len(kept) // 2
    whole, first, second = (_steps(some) for some in (kept, kept[:half], kept[half:]))
    sizes = tuple(whole[step] for step in sorted(whole))
    calm = 2 <= len(whole) <= _MOST_STEPS and set(first) == set(second) and min(sizes) > 1
    mine = {_step(price, one) for one in kept for price in one.mine}
    return sizes if calm and len(mine) == 1 and mine <= set(whole) else ()


def _steps(rounds: Sequence[PriceRound]) -> Counter[float]:
    return Counter(_step(price, one) for one in rounds for price in one.strangers)


def _step(price: Decimal, one: PriceRound) -> float:
    """A price as a multiple of the lowest of its round, to a per cent."""
    return round(float(price / min(*one.mine, *one.strangers)), 2)
