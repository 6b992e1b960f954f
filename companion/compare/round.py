"""Rounds: what the person and strangers got at the same place within one minute.

A ranking is the keys of a list's entries, best first. A round is compared only within itself, so
that a drift of the site from one round to the next cancels out. Whoever records or imports
answers makes rounds; everything else in this package only reads them.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

type Ranking = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Simultaneous lists of one place: the person's (one, or two with the self copy), strangers'.

    `key` is the same for all places compared in one go; `place` is a slate's place; `block` what
    a plan assigned visitors within (the round itself, unless a plan says otherwise). `missing`
    says in words why something could not be compared ("a stranger got a sign-in page"): it never
    counts as a difference. `jars` name the browsers of `strangers` in their order; without them
    each was a new one. `new_self` says that the person's browser was new too (in an audit).
    `slates` are the ids of the lists, the person's first, where they are kept.
    """

    key: str
    site: str
    place: str
    seen_at: datetime
    mine: tuple[Ranking, ...]
    strangers: tuple[Ranking, ...]
    missing: tuple[str, ...] = ()
    block: str = ""
    jars: tuple[str, ...] = ()
    new_self: bool = False
    slates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What must be equal before two prices may be compared at all."""

    item: str
    variant: str = ""
    quantity: str = ""
    seller: str = ""
    currency: str
    tax: str = ""
    delivery: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRound:
    """Simultaneous prices of one offer, each list in the order in which they were asked for.

    `first` and `last` are the prices of the control asked before and of the control asked after
    all others (both are among `strangers`), None where there was none. `missing` says why
    something could not be compared: an ambiguous number, another currency, tax mode or place.
    """

    key: str
    site: str
    offer: Offered
    seen_at: datetime
    mine: tuple[Decimal, ...]
    strangers: tuple[Decimal, ...]
    first: Decimal | None = None
    last: Decimal | None = None
    missing: tuple[str, ...] = ()
    block: str = ""
