"""Places at which strangers fall into groups, as they do in an experiment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from companion.classify.comparisons import delivered
from companion.classify.detector import Compared
from companion.classify.record import Record
from companion.classify.wording import counted
from companion.compare.assemble import by_place
from companion.compare.groups import groups
from companion.compare.levels import not_tested
from companion.compare.measure import POOLED
from companion.compare.price import split
from companion.compare.round import Offered, PriceRound, Round
from companion.compare.rules import rule
from companion.model import Evidence, Slate


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """One place or price: how many strangers are in each group (none: no groups), how tight.

    `what` names it in a sentence; `n` counts the strangers looked at.
    """

    party: str
    place: str
    what: str
    n: int
    sizes: tuple[int, ...]
    tightness: float
    evidence: tuple[Evidence, ...]
    first: datetime
    last: datetime


def split_places(site: str, record: Record) -> list[Split]:
    """Every place and price of a site at which strangers could be looked at."""
    slates = record.slates(site)
    offers: defaultdict[Offered, list[PriceRound]] = defaultdict(list)
    for one in record.price_rounds(site):
        offers[one.offer].append(one)
    places = by_place(it for it in record.rounds(site) if it.block != POOLED and it.strangers)
    prices = [_price(site, slates, it) for it in offers.values()]
    return [*_lists(site, slates, places), *(it for it in prices if it.sizes)]


def as_test(one: Split) -> Compared:
    """A place that was looked at, as a test."""
    if one.n < rule("groups_strangers"):
        verdict, why = "not_tested", not_tested(one.n, int(rule("groups_strangers")))
    elif one.sizes:
        verdict, why = "differs", f"strangers fall into {len(one.sizes)} groups"
    else:
        verdict, why = "inconclusive", f"{counted(one.n, 'stranger')}, no groups among them"
    return Compared(surface=one.place, n=one.n, verdict=verdict, why=why)


def first_of_each(found: Iterable[Split]) -> list[Split]:
    """One place for each party: the one with the tightest groups."""
    best: dict[str, Split] = {}
    for one in sorted(found, key=lambda it: -it.tightness):
        best.setdefault(one.party, one)
    return list(best.values())


def _lists(
    site: str, slates: Sequence[Slate], places: Mapping[str, Sequence[Round]]
) -> list[Split]:
    found = []
    for place, rounds in places.items():
        seen = groups(rounds) if len(rounds) >= rule("rounds") else None
        sticks = seen is not None and seen.mine is not None
        at = [it for it in slates if it.place == place]
        heading = f'the list headed "{at[0].heading}"' if at and at[0].heading else "a list"
        found.append(
            Split(
                party=at[0].party if at else site,
                place=place,
                what=heading,
                n=sum(len(it.strangers) for it in rounds),
                sizes=seen.sizes if seen and sticks else (),
                tightness=seen.silhouette if seen else 0.0,
                evidence=delivered(rounds[0], rounds[-1]),
                first=rounds[0].seen_at,
                last=rounds[-1].seen_at,
            )
        )
    return found


def _price(site: str, slates: Sequence[Slate], rounds: Sequence[PriceRound]) -> Split:
    offer = rounds[0].offer
    at = [(it, entry) for it in slates for entry in it.items if entry.item == offer.item]
    return Split(
        party=at[0][0].party if at else site,
        place=f"price | {offer.item} | {offer.currency}",
        what=f'the price of "{at[0][1].title if at else offer.item}"',
        n=sum(len(it.strangers) for it in rounds),
        sizes=split(rounds),
        tightness=1.0,
        evidence=tuple(
            Evidence(slate=it.id, locator=it.locator, note=f"{entry.price} asked")
            for it, entry in at[:2]
        ),
        first=rounds[0].seen_at,
        last=rounds[-1].seen_at,
    )
