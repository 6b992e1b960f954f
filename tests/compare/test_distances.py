import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.compare.distances import (
    changed_ranks,
    edits,
    jaccard,
    order,
    personal_share,
    tau_b,
)

LISTS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8).map(tuple)


def test_hannaks_examples():
    assert jaccard(tuple("abc"), tuple("bcd")) == 0.5
    assert edits(tuple("abc"), tuple("cb")) == 2


def test_a_swap_of_neighbours_is_one_edit():
    assert edits(tuple("abcd"), tuple("abdc")) == 1


@pytest.mark.parametrize(
    ("one", "other", "tau", "p"),
    [
        ([12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.471405, 0.282745),
        ([1, 2, 3, 4], [4, 3, 2, 1], -1, 0.0833),
        ([1, 2, 3, 4, 5], [2, 1, 3, 4, 5], 0.8, 0.0833),
    ],
)
def test_kendalls_tau(one, other, tau, p):
    assert tau_b(one, other) == pytest.approx((tau, p), abs=5e-5)


def test_order_of_shared_items():
    assert order(tuple("abcdex"), tuple("yedcba")) == pytest.approx(-1)


def test_four_shared_items_say_nothing_of_order():
    assert order(tuple("abcdx"), tuple("dcbay")) is None


def test_changed_ranks_count_those_only_one_has():
    assert changed_ranks(tuple("abcd"), tuple("abx")) == 0.5
    assert changed_ranks((), ()) == 0


def test_what_differs_between_strangers_is_not_personal():
    assert personal_share(tuple("abxy"), tuple("abcd"), tuple("abce")) == 0.25
    assert personal_share(tuple("abce"), tuple("abcd"), tuple("abcf")) == 0


@given(LISTS, LISTS)
def test_measures_are_symmetric_and_bounded(one, other):
    assert jaccard(one, other) == jaccard(other, one)
    assert edits(one, other) == edits(other, one) <= max(len(one), len(other))
    assert 0 <= jaccard(one, other) <= 1
    assert 0 <= changed_ranks(one, other) <= 1


@given(LISTS)
def test_equal_lists_are_at_no_distance(one):
    assert (jaccard(one, one), edits(one, one), changed_ranks(one, one)) == (1, 0, 0)
