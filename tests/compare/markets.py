"""Made-up shops: what everyone is asked in five rounds, with what moves prices besides a person."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

import numpy as np

from companion.compare.round import PriceRound
from tests.compare.pricing import a_price_round

STRANGERS = 5

type Market = Callable[[np.random.Generator], list[PriceRound]]


def asked(amounts) -> tuple[Decimal, ...]:
    return tuple(Decimal(f"{amount:.2f}") for amount in amounts)


def rounds(
    rng: np.random.Generator, *, mine: float = 1.0, noise: float = 0.0, drift: float = 0.0
) -> list[PriceRound]:
    """Five rounds in which all prices drift from day to day; the person pays `mine` times it."""
    made = []
    for number in range(5):
        base = 20 * (1 + drift * number)
        others = base * (1 + noise * rng.standard_normal(STRANGERS))
        own = base * mine * (1 + noise * rng.standard_normal(2))
        prices = asked(others)
        made.append(
            a_price_round(
                number, mine=asked(own), strangers=prices, first=prices[0], last=prices[-1]
            )
        )
    return made


def personal(rng: np.random.Generator) -> list[PriceRound]:
    """5 % more for the person, drifting from day to day, with a few cents of noise."""
    return rounds(rng, mine=1.05, noise=0.0008, drift=0.01)


def _calm(rng: np.random.Generator) -> list[PriceRound]:
    return rounds(rng)


def _noise(rng: np.random.Generator) -> list[PriceRound]:
    return rounds(rng, noise=0.003, drift=0.01)


def _drift(rng: np.random.Generator) -> list[PriceRound]:
    return rounds(rng, drift=0.05)


def _step(rng: np.random.Generator) -> list[PriceRound]:
    """15 % more from some moment of a round on, for everyone asked after it."""
    made = []
    for one in rounds(rng):
        order = rng.permutation(STRANGERS + 2)
        at = rng.integers(1, STRANGERS + 2)
        late = [bool(place >= at) for place in order]
        prices = asked(20 * (1.15 if after else 1.0) for after in late)
        made.append(
            replace(one, mine=prices[:2], strangers=prices[2:], first=Decimal(20), last=Decimal(23))
        )
    return made


def _currency(rng: np.random.Generator) -> list[PriceRound]:
    return [replace(one, missing=("another currency",)) for one in rounds(rng, mine=1.08)]


def _tax(rng: np.random.Generator) -> list[PriceRound]:
    return [replace(one, missing=("another tax mode",)) for one in rounds(rng, mine=1.19)]


def _bucket(rng: np.random.Generator) -> list[PriceRound]:
    """A price test: 5 % more for half of all browsers, the person's among them or not."""
    made = []
    own = 1.05 if rng.random() < 0.5 else 1.0
    for one in rounds(rng):
        draws = asked(20 * (1.05 if rng.random() < 0.5 else 1.0) for _ in range(STRANGERS))
        made.append(replace(one, mine=asked([20 * own] * 2), strangers=draws, first=draws[0]))
    return [replace(one, last=one.first) for one in made]


def _misparse(rng: np.random.Generator) -> list[PriceRound]:
    """Now and then the list price is read instead of the sale price."""
    made = []
    for one in rounds(rng):
        read = asked(20 * (1.3 if rng.random() < 0.15 else 1.0) for _ in range(STRANGERS + 2))
        made.append(replace(one, mine=read[:2], strangers=read[2:], first=read[2], last=read[-1]))
    return made


NULLS: Mapping[str, Market] = {
    "equal": _calm,
    "noise": _noise,
    "drift": _drift,
    "a step in the middle of a round": _step,
    "currency": _currency,
    "tax": _tax,
    "a price test": _bucket,
    "misparse": _misparse,
}
