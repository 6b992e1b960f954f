from dataclasses import replace

import numpy as np
import pytest

from companion.compare.measure import POOLED, measure, rbo_p, relabelled
from tests.compare.worlds import BASE, a_round, changed, noisy, some_rounds, when


def rng() -> np.random.Generator:
    return np.random.default_rng(11)


def personal(count: int = 5, **changes):
    mine = changed(BASE, 5, "mine", rng())
    return some_rounds(rng(), count=count, mine=lambda _: mine, **changes)


def test_five_rounds_of_a_personal_list():
    found = measure(personal(), rng())
    assert found.effect.mean > 0.1
    assert found.effect.interval[0] > 0
    assert found.p == pytest.approx(2 / 243)  # half of the accepted error is spent at five rounds
    assert (found.n, found.strangers, found.repeated, found.pooled) == (5, 10, True, False)


def test_equal_lists_have_no_effect():
    found = measure([a_round(number) for number in range(5)], rng())
    assert (found.effect.mean, found.effect.interval, found.p) == (0, (0, 0), 1)


def test_a_plan_has_one_look():
    assert measure(personal(), rng(), planned=5).p == pytest.approx(1 / 243)


def test_four_rounds_are_described_but_not_tested():
    found = measure(personal(4), rng())
    assert found.p is None
    assert found.effect.mean > 0.1
    assert (found.n, found.needed, found.next_look) == (4, 5, 5)


def test_between_looks_the_test_stays_what_it_was():
    assert measure(personal(7), rng()).p == measure(personal(7)[:5], rng()).p


def test_a_difference_of_one_day_is_not_repeated():
    today = [replace(one, seen_at=when(0)) for one in personal()]
    assert not measure(today, rng()).repeated


def test_under_a_plan_every_block_has_to_show_it():
    calm = {"noise": {"swaps": 0, "new": 0}}
    rounds = personal(**calm)
    assert measure(rounds, rng(), planned=5).repeated
    assert not measure([*rounds[:4], a_round(4)], rng(), planned=5).repeated


def test_missing_rounds_are_told_and_not_counted():
    blocked = a_round(9, strangers=(BASE,), missing=("a stranger got a sign-in page",))
    found = measure([*personal(), blocked], rng())
    assert found.n == 5
    assert found.missing == ("a stranger got a sign-in page",)


def test_the_second_claim_is_tested_at_ten_rounds():
    assert measure(personal(9), rng()).outside is None
    assert measure(personal(10), rng()).outside == pytest.approx(1 / 21)


def test_what_follows_ones_acts_is_told_from_a_lottery():
    found = measure(personal(), rng(), matches=lambda key: key.startswith("mine"))
    assert found.way == "acts"
    assert found.because < 0.01


def test_what_does_not_follow_ones_acts_is_not():
    assert measure(personal(), rng(), matches=lambda key: False).because == 1


def test_new_browsers_in_every_block_rule_out_a_lottery():
    found = measure(personal(new_self=True), rng(), planned=5)
    assert (found.way, found.because) == ("new browsers", pytest.approx(1 / 243))


def test_strangers_who_come_again_are_pooled():
    """The same browsers in each round are not drawn anew: they count once."""
    rounds = [replace(one, jars=("anna", "ben")) for one in personal()]
    found = measure(rounds, rng())
    assert found.p is None
    assert found.strangers == 2


def test_one_person_against_nineteen_strangers():
    mine = changed(BASE, 5, "mine", rng())
    random = rng()
    pool = a_round(
        mine=(noisy(random, mine),),
        strangers=tuple(noisy(random, BASE) for _ in range(19)),
        jars=tuple(f"visitor {number}" for number in range(19)),
        block=POOLED,
    )
    found = measure([pool], rng())
    assert found.pooled
    assert found.p == pytest.approx(1 / 20)
    assert found.effect.mean > 0.1
    assert found.effect.interval is None


def test_eighteen_strangers_are_too_few():
    pool = a_round(strangers=(BASE,) * 18, block=POOLED)
    assert measure([pool], rng()).p is None


def test_nothing_comparable_is_nothing_measured():
    found = measure([a_round(strangers=(), missing=("no answer",))], rng())
    assert (found.n, found.p, found.missing) == (0, None, ("no answer",))


def test_p_of_the_overlap_fits_what_is_visible():
    assert rbo_p([a_round()]) == pytest.approx(0.95)


def test_a_round_with_many_strangers_takes_one_list_of_the_person():
    assert relabelled([a_round(strangers=(BASE,) * 21)], 0.95)[0].shape == (1, 22)
    assert relabelled([a_round()], 0.95)[0].shape == (1, 3)
