"""From deliveries to rounds of prices: what everybody was asked for the same thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from companion.compare.assemble import WINDOW
from companion.compare.delivered import Delivered
from companion.compare.round import Offered, PriceRound


def price_rounds(delivered: Iterable[Delivered]) -> list[PriceRound]:
    """Rounds of prices of a site, oldest first; only of things the person was asked a price for."""
    found = [
        made
        for some in _together(sorted(delivered, key=lambda it: (it.seen_at, it.slate)))
        for item in sorted({key for one in some if _mine(one) for key in _priced(one.prices)})
        if (made := _round(item, [one for one in some if item in one.prices]))
    ]
    return sorted(found, key=lambda it: (it.offer.item, it.offer.currency, it.seen_at))


def _priced(prices: Mapping[str, tuple[str | None, str | None]]) -> list[str]:
    return [item for item, (price, _) in prices.items() if price is not None]


def _together(some: Sequence[Delivered]) -> list[list[Delivered]]:
    """Deliveries by their round; those without by the place and the minute they came in."""
    keys: defaultdict[tuple[str, str], list[Delivered]] = defaultdict(list)
    windows: list[list[Delivered]] = []
    free: defaultdict[tuple[str, str], list[Delivered]] = defaultdict(list)
    for one in some:
        (keys if one.key else free)[one.key or one.place, "" if one.key else one.address].append(
            one
        )
    for each in free.values():
        windows += _minutes(each)
    return [*keys.values(), *windows]


def _minutes(some: Sequence[Delivered]) -> list[list[Delivered]]:
    windows: list[list[Delivered]] = []
    for one in some:
        if windows and one.seen_at - windows[-1][0].seen_at <= WINDOW:
            windows[-1].append(one)
        else:
            windows.append([one])
    return windows


def _mine(one: Delivered) -> bool:
    return one.own or one.arm.startswith("U")


def _round(item: str, some: Sequence[Delivered]) -> PriceRound | None:
    """One item's prices in a round; a control asked first and last brackets the person's."""
    mine = [one for one in some if _mine(one)]
    others = [one for one in some if not _mine(one)]
    if not mine or not others:
        return None
    strangers = list({one.visitor: one for one in reversed(others)}.values())
    brackets = others[0].seen_at <= mine[0].seen_at and mine[-1].seen_at <= others[-1].seen_at
    why = _why_not(item, some)
    good = not why
    return PriceRound(
        key=mine[0].key or mine[0].seen_at.isoformat(),
        site=mine[0].site,
        offer=Offered(item=item, currency=mine[0].prices[item][1] or ""),
        seen_at=some[0].seen_at,
        mine=tuple(_amount(one, item) for one in mine if good),
        strangers=tuple(_amount(one, item) for one in strangers if good),
        first=_amount(others[0], item) if brackets and good else None,
        last=_amount(others[-1], item) if brackets and good else None,
        missing=(why,) if why else (),
    )


def _why_not(item: str, some: Sequence[Delivered]) -> str:
    prices = [one.prices[item] for one in some]
    at_once = {(one.visitor, one.seen_at, one.prices[item]) for one in some}
    if any(price is None for price, _ in prices):
        return "an ambiguous price"
    if len({(visitor, when) for visitor, when, _ in at_once}) < len(at_once):
        return "several prices on one page"
    return "another currency" if len({currency for _, currency in prices}) > 1 else ""


def _amount(one: Delivered, item: str) -> Decimal:
    return Decimal(one.prices[item][0] or 0)
