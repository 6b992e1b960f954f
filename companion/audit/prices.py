"""Prices: what a subject was asked for a thing against strangers, in blocks of five and more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import numpy as np

from companion.audit.loads import Block, Load
from companion.audit.plan import PRICE_STRANGERS, Place
from companion.audit.result import KINDS, Result, Side
from companion.compare import claims
from companion.compare.corrections import benjamini_hochberg
from companion.compare.price import Priced, priced
from companion.compare.round import Offered, PriceRound
from companion.compare.rules import rule

UNIT = "share of the price, above 0 where the subject was asked more"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing at one place: what the blocks show, before correction."""

    place: Place
    item: str
    title: str
    priced: Priced
    blocks: Sequence[Block]


def asked(place: Place, held: Sequence[Block], rng: np.random.Generator) -> list[Asked]:
    """Everything with a price that a subject and strangers were offered at a place."""
    titles = {key: title for block in held for load in block.mine for key, title in _offers(load)}
    found = []
    for (item, currency), title in titles.items():
        offer = Offered(item=item, currency=currency)
        rounds = [_round(place, offer, block) for block in held]
        if any(one.strangers for one in rounds):
            found.append(Asked(place, item, title, priced(rounds, rng), held))
    return found


def judged(subject: str, site: str, family: Sequence[Asked]) -> list[Result]:
    """What may be said of the prices of one site, corrected for how many there are."""
    tested = [one.priced.p for one in family if one.priced.p is not None]
    qs = iter(benjamini_hochberg(tested))
    paired = [(one, next(qs) if one.priced.p is not None else None) for one in family]
    return [_result(subject, site, one, q, len(tested)) for one, q in paired]


def price_of(load: Load, offer: Offered) -> Decimal | None:
    """What a load asked for a thing; None where it was not there."""
    for slate in load.lists.values():
        for item in slate.items:
            if (item.item, item.currency or "") == (offer.item, offer.currency) and item.price:
                return _decimal(item.price)
    return None


def _offers(load: Load) -> Iterator[tuple[tuple[str, str], str]]:
    for slate in load.lists.values():
        for item in slate.items:
            if item.price and _decimal(item.price) is not None:
                yield (item.item, item.currency or ""), item.title


def _decimal(price: str) -> Decimal | None:
    try:
        return Decimal(price)
    except InvalidOperation:
        return None


def _round(place: Place, offer: Offered, block: Block) -> PriceRound:
    """One block; strangers stand in the order in which they loaded the place."""
    mine = [price for load in block.mine if (price := price_of(load, offer)) is not None]
    theirs = [(load, price_of(load, offer)) for load in block.strangers]
    prices = [price for _, price in theirs if price is not None]
    missing = list(block.why)
    if not mine or not prices:
        missing.append("the thing was not offered to both sides")
    return PriceRound(
        key=f"block {block.number}",
        site=place.url,
        offer=offer,
        seen_at=block.seen_at,
        mine=tuple(mine),
        strangers=tuple(prices),
        first=theirs[0][1] if theirs else None,
        last=theirs[-1][1] if len(theirs) > 1 else None,
        missing=tuple(missing),
        block=str(block.number),
    )


def _result(subject: str, site: str, one: Asked, q: float | None, family: int) -> Result:
    word = _word(one.priced, q)
    found = one.priced
    return Result(
        measure="prices",
        kind=KINDS["prices"],
        subject=subject,
        site=site,
        place=one.place.name,
        surface=f"{one.place.name} | price | {one.title or one.item}",
        n=found.n,
        strangers=found.strangers,
        effect=found.effect.mean if found.n else None,
        interval=found.effect.interval,
        p=found.p,
        q=q,
        family=family,
        verdict=word,
        sentence=_sentence(subject, one, word),
        unit=UNIT,
        missing=found.abstained,
        sides=_sides(one),
    )


def _word(one: Priced, q: float | None) -> str:
    if q is None or one.p is None:
        return claims.NOT_TESTED if one.n else claims.MISSING
    large = abs(one.effect.mean) >= rule("price_effect") and one.standing >= rule("price_rounds")
    if q <= rule("alpha") and large and not one.splits:
        # All browsers were new and assigned by chance: a price test would split strangers too.
        return claims.PERSONAL if one.p <= rule("because") else claims.DIFFERS
    return claims.NO_DIFFERENCE if one.effect.inside(rule("price_effect")) else claims.INCONCLUSIVE


def _sentence(subject: str, one: Asked, word: str) -> str:
    share = abs(one.priced.effect.mean)
    way = "more" if one.priced.effect.mean > 0 else "less"
    told = f"“{subject}” was asked {share:.1%} {way} than strangers in {one.priced.n} blocks"
    said = {
        claims.PERSONAL: f"Likely: {told}, because of what it did",
        claims.DIFFERS: f"Likely: {told}; it may be a random test group",
        claims.NO_DIFFERENCE: f"We compared {one.priced.n} blocks and saw no difference above"
        f" {rule('price_effect'):.0%}; smaller ones could hide.",
        claims.INCONCLUSIVE: "Cannot say yet: more blocks needed.",
        claims.NOT_TESTED: f"Too little data ({one.priced.n} of"
        f" {rule('price_rounds'):.0f} needed).",
        claims.MISSING: f"missing: not comparable ({'; '.join(one.priced.abstained)})",
    }
    return said[word]


def _sides(one: Asked) -> tuple[Side, ...]:
    block = next((each for each in one.blocks if not each.why), None)
    if block is None:
        return ()
    shown = [
        (load, price_of(load, one.priced.offer)) for load in (*block.mine[:1], *block.strangers)
    ]
    return tuple(
        Side(
            visitor=load.visit.id,
            view=load.view.id,
            lines=(f"{price} {one.priced.offer.currency}".strip(),),
        )
        for load, price in shown[: PRICE_STRANGERS + 1]
        if price is not None
    )
