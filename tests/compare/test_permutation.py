from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.compare.matrix import distances
from companion.compare.permutation import (
    labelings,
    p_values,
    smallest_p,
    statistics,
)

LISTS = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1, max_size=8).map(tuple)


def rng() -> np.random.Generator:
    return np.random.default_rng(7)


def one_surface(*rounds: list[float]) -> list[np.ndarray]:
    return [np.array([values]) for values in rounds]


def test_two_and_two_lists_have_three_labelings():
    assert len(labelings(2, 2)) == 3
    assert labelings(2, 2)[0] == (0, 1)


def test_one_list_and_two_strangers_have_three():
    assert labelings(1, 2) == ((0,), (1,), (2,))


def test_lady_tasting_tea():
    """Four of eight cups, all named rightly: one of 70 ways."""
    cups = [float(len({0, 1, 2, 3} & set(named))) for named in combinations(range(8), 4)]
    assert p_values(one_surface(cups), rng())[0] == pytest.approx(0.014286, abs=5e-7)


@pytest.mark.parametrize(("rounds", "expected"), [(2, 0.111), (3, 0.037), (4, 0.012), (5, 0.0041)])
def test_smallest_p_of_rounds(rounds, expected):
    assert smallest_p([3] * rounds) == pytest.approx(expected, abs=5e-4)
    extreme = one_surface(*[[1.0, 0.0, 0.0]] * rounds)
    assert p_values(extreme, rng())[0] == pytest.approx(3**-rounds)


def test_statistic_takes_the_noise_of_both_sides_off():
    square = np.array(
        [[0, 0.1, 0.5, 0.5], [0.1, 0, 0.5, 0.5], [0.5, 0.5, 0, 0.3], [0.5, 0.5, 0.3, 0]]
    )
    assert statistics(square, 2)[0] == pytest.approx(0.5 - (0.1 + 0.3) / 2)


def test_one_list_of_the_person_is_held_against_strangers_noise():
    square = np.array([[0, 0.5, 0.7], [0.5, 0, 0.2], [0.7, 0.2, 0]])
    assert statistics(square, 1)[0] == pytest.approx(0.6 - 0.2)


def test_one_list_on_each_side_has_no_noise_to_take_off():
    assert statistics(np.array([[0, 0.4], [0.4, 0]]), 1) == pytest.approx(0.4)


@given(st.lists(LISTS, min_size=4, max_size=4))
def test_labelings_of_two_and_two_add_up_to_nothing(lists):
    assert statistics(distances([lists], 0.9)[0], 2).sum() == pytest.approx(0, abs=1e-9)


def test_draws_agree_with_all_relabellings():
    values = [np.array([[0.3, 0.1, 0.0], [0.0, 0.2, 0.1]])] * 5
    exact = p_values(values, rng())
    drawn = p_values(values, rng(), exact_up_to=0)
    assert drawn == pytest.approx(exact, abs=0.02)


def test_draws_never_give_nothing():
    values = one_surface(*[[1.0, 0.0, 0.0]] * 12)
    assert p_values(values, rng())[0] == pytest.approx(1 / 10_000)


def test_rounds_of_different_sizes_go_together():
    values = one_surface([1.0, 0, 0], [1.0, 0, 0, 0, 0])
    assert p_values(values, rng())[0] == pytest.approx(1 / 15)


def test_nothing_differs_where_all_are_equal():
    values = one_surface(*[[0.0, 0.0, 0.0]] * 5)
    assert p_values(values, rng())[0] == 1


@given(LISTS, st.integers(1, 2), st.integers(1, 4))
def test_identical_lists_have_no_effect(ranking, mine, strangers):
    square = distances([[ranking] * (mine + strangers)], 0.9)[0]
    assert statistics(square, mine) == pytest.approx(0, abs=1e-9)


@given(st.lists(LISTS, min_size=4, max_size=4))
def test_effect_lies_between_its_bounds_and_does_not_care_for_sides(lists):
    square = distances([lists], 0.9)[0]
    swapped = distances([[*lists[2:], *lists[:2]]], 0.9)[0]
    found = statistics(square, 2)[0]
    assert -1 <= found <= 1
    assert found == pytest.approx(statistics(swapped, 2)[0])
