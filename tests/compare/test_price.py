from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from companion.compare.price import difference, priced, split, spread, why_not
from tests.builders import NOON
from tests.compare.pricing import a_price_round, rounds

FEW = (
    "fewer than 5 strangers' prices in a round; an audit asks as many, or import what others saved"
    " at the same minute"
)


def rng() -> np.random.Generator:
    return np.random.default_rng(5)


def test_five_per_cent_more_than_strangers():
    found = priced(rounds(asked="21.00"), rng())
    assert found.effect.mean == pytest.approx(0.05)
    assert found.p < 0.001
    assert found.stands_out
    assert found.because
    assert (found.standing, found.days, found.strangers) == (5, 2, 25)


def test_less_than_strangers_counts_as_well():
    found = priced(rounds(asked="19.00"), rng())
    assert found.effect.mean == pytest.approx(-0.05)
    assert found.stands_out


def test_equal_prices():
    found = priced(rounds(), rng())
    assert (found.effect.mean, found.p, found.stands_out) == (0, 1, False)
    assert not found.because


def test_half_a_per_cent_does_not_matter():
    assert not priced(rounds(asked="20.10"), rng()).stands_out


def test_a_step_in_the_middle_of_a_round_says_nothing():
    step = [replace(one, last=Decimal("23.00")) for one in rounds(asked="23.00")]
    found = priced(step, rng())
    assert (found.n, found.p, found.stands_out) == (0, None, False)
    assert found.abstained == ("the control's price moved within the round",)


def test_two_rounds_are_too_few():
    assert priced(rounds(2, asked="21.00"), rng()).p is None


def test_one_day_is_too_few():
    today = [replace(one, seen_at=NOON) for one in rounds(asked="21.00")]
    assert not priced(today, rng()).stands_out


def test_a_price_test_splits_strangers_too():
    prices = tuple(map(Decimal, ("20.00", "21.00", "20.00", "21.00", "20.00")))
    found = priced(rounds(asked="21.00", strangers=prices), rng())
    assert found.splits
    assert not found.stands_out
    assert not found.because


def test_prices_that_vary_have_to_differ_by_twice_as_much():
    prices = tuple(map(Decimal, ("20.00", "20.10", "19.95", "20.05", "20.00")))
    assert priced(rounds(asked="20.60", strangers=prices), rng()).stands_out
    assert not priced(rounds(asked="20.25", strangers=prices), rng()).stands_out


def test_a_price_that_differs_up_and_down_is_no_difference():
    mixed = [a_price_round(n, asked="21.00" if n % 2 else "19.00") for n in range(6)]
    assert not priced(mixed, rng()).stands_out


def test_three_rounds_have_too_few_strangers_for_because_of_you():
    assert not priced(rounds(3, asked="21.00"), rng()).because


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"missing": ("another currency",)}, "another currency"),
        ({"missing": ("another tax mode",)}, "another tax mode"),
        ({"missing": ("another place",)}, "another place"),
        ({"missing": ("an ambiguous price",)}, "an ambiguous price"),
        ({"mine": ()}, FEW),
        ({"strangers": (Decimal(20),) * 4}, FEW),
        ({"mine": (Decimal(0),)}, "a price of nothing"),
        ({"first": None}, "no control before and after"),
    ],
)
def test_rounds_that_say_nothing(changes, why):
    assert why_not(a_price_round(**changes)) == why


def test_a_calm_round_counts():
    assert why_not(a_price_round()) is None


def test_difference_and_spread():
    assert difference(a_price_round(asked="22.00")) == pytest.approx(0.1)
    assert spread((Decimal(20), Decimal(22), Decimal(21))) == pytest.approx(2 / 21)


def halves(mine: str = "20.00") -> list:
    both = tuple(map(Decimal, ("20.00", "21.00", "20.00", "21.00", "20.00")))
    return rounds(asked=mine, strangers=both)


def test_a_price_test_has_steps_that_come_again():
    assert split(halves()) == (15, 10)
    assert split(halves("21.00")) == (15, 10)


def test_one_price_is_no_split():
    assert split(rounds()) == ()


def test_a_price_of_one_round_is_no_split():
    odd = tuple(map(Decimal, ("20.00", "21.00", "21.00", "20.00", "20.00")))
    assert split([*rounds(4), a_price_round(4, strangers=odd)]) == ()


def test_a_price_dealt_anew_on_each_request_is_no_split():
    assert split([*halves()[:3], *halves("21.00")[3:]]) == ()


def test_many_prices_are_noise():
    five = tuple(map(Decimal, ("20.00", "21.00", "22.00", "23.00", "24.00")))
    assert split(rounds(strangers=five, last=Decimal("20.00"))) == ()
