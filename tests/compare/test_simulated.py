"""Smaller, seeded versions of tests/accuracy/comparing.py and tests/bench/comparing.py."""

import numpy as np
import pytest

from companion.compare.claims import DIFFERS, PERSONAL
from tests.accuracy.comparing import coverage, flags, judged, raw_p
from tests.bench.comparing import ROUNDS, in_arrays, in_loops
from tests.compare import markets
from tests.compare.surfaces import Surface, surfaces


def rng() -> np.random.Generator:
    return np.random.default_rng(42)


@pytest.mark.parametrize("personal", [0.0, 0.1, 0.5])
def test_the_interval_holds_the_effect_on_the_small_webs_newspaper(personal):
    assert coverage(personal, rng(), 80, days=400) >= 0.88


@pytest.mark.parametrize("surface", [Surface(), Surface(drift=2)], ids=["noise", "drift"])
def test_nothing_personal_differs_seldom(surface):
    assert np.mean(raw_p(surface, rng(), 400) <= 0.05) <= 0.08


@pytest.mark.parametrize(("changed", "least"), [(1, 0.45), (3, 0.90), (5, 0.99)])
def test_changed_entries_are_found(changed, least):
    assert np.mean(raw_p(Surface(personal=changed / 20), rng(), 200) <= 0.05) >= least


@pytest.mark.parametrize("others", [0.5, 1.0], ids=["half and half", "the person alone"])
@pytest.mark.parametrize("rounds", [5, 10])
def test_a_test_group_is_not_said_to_be_because_of_you(others, rounds):
    found = judged([Surface(arm=5, others=others, rounds=rounds)] * 60, rng())
    assert sum(one.word == PERSONAL for one in found) <= 1


def test_a_test_group_may_differ():
    found = judged([Surface(arm=5, others=1.0)] * 10, rng())
    assert {one.word for one in found} == {DIFFERS}


@pytest.mark.parametrize("name", list(markets.NULLS))
def test_prices_that_move_for_everyone_are_not_flagged(name):
    random = rng()
    assert flags((markets.NULLS[name](random) for _ in range(40)), random).flagged == 0


def test_a_price_of_one_person_is_found():
    random = rng()
    assert flags((markets.personal(random) for _ in range(40)), random).because >= 38


def test_arrays_say_what_loops_say():
    made = surfaces(Surface(personal=0.05, rounds=ROUNDS), rng(), 3)
    sets = [[*one.mine, *one.strangers] for rounds in made for one in rounds]
    assert in_arrays(sets) == pytest.approx(in_loops(sets), abs=0.02)
