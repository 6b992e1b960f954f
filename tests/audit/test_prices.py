"""Prices of an audit: one that follows the acts is found, whatever else moves them is not."""

from decimal import Decimal

import pytest

from companion.audit.loads import loads
from companion.audit.prices import price_of
from companion.audit.results import results
from companion.compare import claims
from companion.compare.round import Offered
from tests.audit.made import a_plan, fill, priced
from tests.builders import a_slate


@pytest.fixture
def prices(tmp_path, plan):
    text = plan.text.replace("repeats = 2", "repeats = 5").replace('"lists"', '"prices"')
    return a_plan(tmp_path, text)


def _asked(db, path, plan, price):
    fill(db, path, plan, lambda visit: a_slate(items=priced(price(visit), "5.00")))
    return {one.surface.rpartition(" | ")[2]: one for one in results(db, plan)}


def test_a_price_that_follows_the_acts_is_found(db, path, prices):
    found = _asked(db, path, prices, lambda v: "10.80" if v.role == "subject" else "10.00")
    assert (found["One"].verdict, found["Two"].verdict) == (claims.PERSONAL, claims.NO_DIFFERENCE)
    assert "asked 8.0% more than strangers in 5 blocks" in found["One"].sentence
    assert [side.lines for side in found["One"].sides][:2] == [("10.80 EUR",), ("10.00 EUR",)]


def test_a_price_test_among_strangers_is_no_personal_price(db, path, prices):
    def split(visit):
        return "10.80" if visit.role == "subject" or visit.id.endswith("3") else "10.00"

    assert _asked(db, path, prices, split)["One"].verdict == claims.INCONCLUSIVE


def test_a_step_of_all_prices_between_blocks_is_no_difference(db, path, prices):
    found = _asked(db, path, prices, lambda visit: f"{10 + visit.block}.00")
    assert found["One"].verdict == claims.NO_DIFFERENCE


def test_two_strangers_are_too_few_for_prices(db, path, tmp_path, plan):
    few = a_plan(tmp_path, plan.text.replace('"lists"', '"prices"'))
    found = _asked(db, path, few, lambda _: "10.00")
    assert found["One"].verdict == claims.MISSING
    assert "strangers' prices" in found["One"].sentence


def test_few_blocks_are_too_few_for_prices(db, path, tmp_path, prices):
    found = _asked(db, path, a_plan(tmp_path, prices.text, blocks="2"), lambda _: "10.00")
    assert found["One"].verdict == claims.NOT_TESTED


def test_a_thing_that_strangers_were_not_offered_is_no_comparison(db, path, prices):
    def alone(visit):
        return a_slate(items=priced("10.00")) if visit.role == "subject" else a_slate("One")

    fill(db, path, prices, alone)
    assert results(db, prices) == []


def test_a_number_that_can_not_be_read_is_no_price(db, path, prices):
    fill(db, path, prices, lambda _: a_slate(items=priced("ten")))
    load = loads(db, prices)["front"][0]
    assert price_of(load, Offered(item="One", currency="EUR")) is None
    assert price_of(load, Offered(item="One", currency="USD")) is None
    assert results(db, prices) == []


def test_a_price_is_read_by_thing_and_currency(db, path, prices):
    fill(db, path, prices, lambda _: a_slate(items=priced("10.00", "5.00")))
    load = loads(db, prices)["front"][0]
    assert price_of(load, Offered(item="Two", currency="EUR")) == Decimal("5.00")
