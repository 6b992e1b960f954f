"""Prices that one person is asked and strangers are not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from companion.classify.detector import Compared, detectors
from companion.model import FindingKind, Item, Level
from tests.builders import a_record, a_slate
from tests.classify.said import claims, silences
from tests.compare.pricing import a_price_round, rounds

KIND = FindingKind.PRICE_PERSONALIZATION
SHOP = "shop.example"
LAMP = a_slate(
    site=SHOP,
    party=SHOP,
    items=(Item(rank=1, item="sku-1", title="Lamp", price="21.00", currency="EUR"),),
)


def compared(record) -> list[Compared]:
    return [it for it in detectors()[KIND].look(SHOP, record) if isinstance(it, Compared)]


def test_fires_as_likely_on_five_per_cent_more_than_twenty_five_strangers():
    (claim,) = claims(KIND, a_record(LAMP, *rounds(asked="21.00")), SHOP)
    assert claim.confidence is Level.LIKELY
    assert claim.title == (
        "Likely: by 4 May 2026 20:00 UTC shop.example had asked you 5.0 % more than strangers for "
        '"Lamp" on shop.example'
    )
    assert claim.evidence[0].slate == LAMP.id
    assert (claim.measure["n"], claim.measure["strangers"], claim.measure["days"]) == (5, 25, 2)


def test_fires_on_less_than_strangers():
    (claim,) = claims(KIND, a_record(LAMP, *rounds(asked="19.00")), SHOP)
    assert "5.0 % less" in claim.title


def test_fires_as_possible_where_strangers_are_too_few_for_a_price_test():
    (claim,) = claims(KIND, a_record(LAMP, *rounds(3, asked="21.00")), SHOP)
    assert claim.confidence is Level.POSSIBLE
    assert claim.why.endswith("Too few strangers to rule out a price test.")


def test_every_price_compared_is_a_test():
    other = replace(a_price_round().offer, item="sku-2")
    calm = [replace(it, offer=other) for it in rounds()]
    found = compared(a_record(LAMP, *rounds(asked="21.00"), *calm))
    assert [(it.surface, it.verdict) for it in found] == [
        ("price | sku-1 | EUR", "personal"),
        ("price | sku-2 | EUR", "no_difference"),
    ]
    assert [it.family for it in found] == [2, 2]


def test_stays_silent_on_equal_prices():
    record = a_record(LAMP, *rounds())
    assert claims(KIND, record, SHOP) == []
    (silence,) = silences(KIND, record, SHOP)
    assert (silence.n, silence.verdict) == (1, "no_difference")


def test_stays_silent_without_strangers():
    (silence,) = silences(KIND, a_record(LAMP), SHOP)
    assert (silence.why, silence.verdict) == ("Too little data (0 of 3 needed).", "not_tested")


@pytest.mark.parametrize("why", ["another currency", "another tax mode", "another place"])
def test_null_what_is_not_the_same_offer(why):
    record = a_record(LAMP, *rounds(asked="21.00", missing=(why,)))
    assert claims(KIND, record, SHOP) == []
    (found,) = compared(record)
    assert (found.verdict, found.why) == ("missing", f"missing: not comparable ({why})")


def test_null_a_step_in_the_middle_of_a_round():
    step = [replace(it, last=Decimal("23.00")) for it in rounds(asked="23.00")]
    assert claims(KIND, a_record(LAMP, *step), SHOP) == []


def test_null_misparse():
    """A number that may be read in two ways is no price."""
    record = a_record(LAMP, *rounds(asked="2100", missing=("an ambiguous price",)))
    assert claims(KIND, record, SHOP) == []


def test_null_a_price_test():
    both = tuple(map(Decimal, ("20.00", "21.00", "20.00", "21.00", "20.00")))
    record = a_record(LAMP, *rounds(asked="21.00", strangers=both))
    assert claims(KIND, record, SHOP) == []
    assert compared(record)[0].why == "Prices differ among strangers as well: so does a price test."


def test_null_a_price_that_rises_from_day_to_day():
    dearer = [a_price_round(n, asked=f"{20 + n}.00", theirs=f"{20 + n}.00") for n in range(6)]
    assert claims(KIND, a_record(LAMP, *dearer), SHOP) == []


def test_null_blocked_strangers():
    alone = rounds(asked="21.00", strangers=())
    record = a_record(LAMP, *alone)
    assert claims(KIND, record, SHOP) == []
    assert compared(record)[0].verdict == "missing"


def test_two_rounds_are_not_tested():
    assert compared(a_record(LAMP, *rounds(2)))[0].verdict == "not_tested"


def test_wide_prices_say_nothing_yet():
    mixed = [a_price_round(n, asked="21.00" if n % 2 else "19.00") for n in range(6)]
    assert compared(a_record(LAMP, *mixed))[0].verdict == "inconclusive"
