"""Prices that one person is asked and strangers are not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from companion.classify.comparisons import dice
from companion.classify.detector import Claim, Compared, Said, Silence, detector
from companion.classify.parties import called
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.thresholds import threshold
from companion.classify.wording import counted, moment, said
from companion.compare.corrections import benjamini_hochberg, holm
from companion.compare.levels import missing, not_tested
from companion.compare.price import Priced, priced
from companion.compare.round import Offered, PriceRound
from companion.compare.rules import rule
from companion.model import Evidence, FindingKind, Item, Level, Slate


@detector(FindingKind.PRICE_PERSONALIZATION, version="1", needs="body")
def price_personalization(site: str, record: Record) -> Iterator[Said]:
    """You were asked another price than strangers for the same thing in the same minute.

    Why it is shown:
        A price that depends on who asks can't be compared by looking around. Where it is set
        automatically for one person, a shop has to say so.

    Innocent readings:
        - A price test may have put you on one side and, by chance, all strangers on the other.
        - A members' or first-order price may apply to you, and stand elsewhere on the page:
          strangers are visitors who are not signed in.
        - A voucher or a basket from before may be taken off already.

    What cannot be seen:
        - Prices that are only worked out at the end of an order.
        - Tax and delivery, where the price shown does not say whether they are in it.
    """
    offers: defaultdict[Offered, list[PriceRound]] = defaultdict(list)
    for asked in record.price_rounds(site):
        offers[asked.offer].append(asked)
    found = [priced(rounds, dice(site, offer.item)) for offer, rounds in offers.items()]
    ps = [one.p for one in found if one.p is not None]
    qs, headlines = iter(benjamini_hochberg(ps)), iter(holm(ps))
    tested = [(one, None if one.p is None else next(qs)) for one in found]
    led = {one.offer: next(headlines) for one in found if one.p is not None}
    for one, q in tested:
        yield _compared(one, q, len(ps))
    apart = [(one, q) for one, q in tested if q is not None and stands_out(one, q)]
    if apart:
        yield _claim(site, record, apart, led)
    else:
        yield Silence(
            n=len(found),
            why=f"{counted(len(found), 'price')} compared with strangers', none stands out"
            if found
            else not_tested(0, int(rule("price_rounds"))),
            verdict="no_difference" if any(it.p is not None for it in found) else "not_tested",
        )


def stands_out(one: Priced, q: float) -> bool:
    """Whether a price differs from strangers' after correction for how many were compared."""
    return q <= rule("alpha") and one.stands_out


def _compared(one: Priced, q: float | None, family: int) -> Compared:
    return Compared(
        surface=f"price | {one.offer.item} | {one.offer.currency}",
        n=one.n,
        verdict=_verdict(one, q),
        why=_why_tested(one, q),
        effect=one.effect.mean if one.n else None,
        interval=one.effect.interval,
        p=one.p,
        q=q,
        family=max(family, 1),
    )


def _verdict(one: Priced, q: float | None) -> str:
    if q is None:
        return "missing" if one.abstained and not one.n else "not_tested"
    if stands_out(one, q):
        return "personal" if one.because else "differs"
    return "no_difference" if one.effect.inside(rule("price_effect")) else "inconclusive"


def _why_tested(one: Priced, q: float | None) -> str:
    if q is None and one.abstained and not one.n:
        return missing(one.abstained)
    if q is None:
        return not_tested(one.n, int(rule("price_rounds")))
    if one.splits:
        return "Prices differ among strangers as well: so does a price test."
    return f"{counted(one.n, 'round')} with {one.strangers} strangers, difference {_percent(one)}"


def _percent(one: Priced) -> str:
    return f"{100 * one.effect.mean:+.1f} %"


def _claim(
    site: str,
    record: Record,
    apart: Sequence[tuple[Priced, float | None]],
    headlines: Mapping[Offered, float],
) -> Claim:
    one, q = max(apart, key=lambda it: (it[0].because, abs(it[0].effect.mean)))
    level = Level.LIKELY if one.because else Level.POSSIBLE
    shown = _shown(record, site, {it.offer.item for it, _ in apart})
    party = shown[0][0].party if shown else site
    title = next((it.title for _, it in shown if it.item == one.offer.item), one.offer.item)
    more = "more" if one.effect.mean > 0 else "less"
    return Claim(
        party=party,
        confidence=level,
        title=said(
            level,
            f"by {moment(one.last)} {called(record, party)} had asked you "
            f'{abs(100 * one.effect.mean):.1f} % {more} than strangers for "{title}" on {site}',
        ),
        why=f"{counted(one.standing, 'round')} on {counted(one.days, 'day')}, each within one "
        f"minute, with {one.strangers} strangers who were all asked the same. "
        + ("" if one.because else "Too few strangers to rule out a price test."),
        evidence=_evidence(shown),
        measure={
            "n": one.n,
            "statistic": one.effect.mean,
            "effect": one.effect.mean,
            "interval": one.effect.interval or (None, None),
            "p": one.p,
            "q": q,
            "p_headline": headlines[one.offer],
            "p_outside": one.outside,
            "strangers": one.strangers,
            "days": one.days,
            "items": tuple(it.offer.item for it, _ in apart),
            "currency": one.offer.currency,
            "left_out": one.abstained,
        },
        first_seen=one.first,
        last_seen=one.last,
        circumstances=Circumstances(measured=one.because),
    )


def _shown(record: Record, site: str, items: set[str]) -> list[tuple[Slate, Item]]:
    """Where the prices stand in what was delivered to the person."""
    return [
        (slate, item)
        for slate in record.slates(site)
        for item in slate.items
        if item.item in items and item.price
    ]


def _evidence(shown: Sequence[tuple[Slate, Item]]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            slate=slate.id,
            locator=slate.locator,
            note=f"{item.price} {item.currency or ''} asked on {moment(slate.seen_at)}",
        )
        for slate, item in shown[: int(threshold("evidence_shown"))]
    )
