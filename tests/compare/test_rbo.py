"""Reference values are those of Webber 2010 and of two independent implementations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.compare.rbo import (
    DEEPEST,
    average_overlap,
    fitting_p,
    overlaps,
    rbo,
    rbo_least,
    residual,
    top_weight,
    visible,
)

LISTS = st.lists(st.sampled_from("abcdefghijkl"), unique=True, max_size=12).map(tuple)
PS = st.sampled_from((0.5, 0.8, 0.9, 0.95, 0.98))


def a(text: str) -> tuple[str, ...]:
    return tuple(text)


@pytest.mark.parametrize(
    ("p", "expected"), [(0.8, 0.266045), (0.9, 0.288217), (0.95, 0.290730), (0.98, 0.288720)]
)
def test_two_lists_of_seven(p, expected):
    assert rbo(a("abcdefg"), a("zcavwxy"), p) == pytest.approx(expected, abs=5e-7)


def test_least_and_residual():
    assert rbo_least(a("abcdefg"), a("zcavwxy"), 0.9) == pytest.approx(0.221686, abs=5e-7)
    assert residual(a("abcdefg"), a("zcavwxy"), 0.9) == pytest.approx(0.3590, abs=5e-5)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("12345", "23415", 0.828000),
        ("abcde", "bacde", 0.9),
        ("abcde", "abced", 0.981775),
        ("abcdefghij", "jihgfedcba", 0.511608),
        ("abcde", "vwxyz", 0.0),
    ],
)
def test_overlap_at_nine_tenths(one, other, expected):
    assert rbo(a(one), a(other), 0.9) == pytest.approx(expected, abs=5e-7)


@given(PS)
def test_a_list_that_only_goes_on_is_equal(p):
    assert rbo(a("abcd"), a("abcdef"), p) == pytest.approx(1)


@pytest.mark.parametrize(
    ("p", "length", "expected"),
    [(0.9, 10, 0.8556), (0.8, 5, 0.8609), (0.95, 20, 0.8534), (0.98, 50, 0.8522)],
)
def test_weight_of_the_first_ranks(p, length, expected):
    assert top_weight(p, length) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(("length", "p"), [(5, 0.80), (10, 0.90), (20, 0.95), (50, 0.98)])
def test_p_fits_what_is_visible(length, p):
    assert fitting_p(length) == pytest.approx(p)


def test_p_stays_within_bounds():
    assert (fitting_p(0), fitting_p(1), fitting_p(1_000)) == (0.5, 0.5, 0.98)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("abcdefg", "zcavwxy", 0.312), ("abcde", "bacde", 0.80), ("abcde", "abced", 0.95)],
)
def test_average_overlap(one, other, expected):
    assert average_overlap(a(one), a(other)) == pytest.approx(expected, abs=5e-4)


def test_overlap_at_each_depth():
    assert overlaps(a("abc"), a("bad")) == [0, 2, 2]


def test_empty_lists():
    assert (rbo((), (), 0.9), rbo((), a("a"), 0.9)) == (1, 0)
    assert (rbo_least((), (), 0.9), residual((), a("a"), 0.9), average_overlap((), ())) == (0, 1, 1)


def test_what_half_of_the_lists_reach_is_visible():
    assert visible([a("abc"), a("abcde"), a("a")]) == 3
    assert visible([]) == 0
    assert visible([tuple(map(str, range(500)))]) == DEEPEST


@given(LISTS, LISTS, PS)
def test_overlap_is_symmetric_and_bounded(one, other, p):
    found = rbo(one, other, p)
    assert found == pytest.approx(rbo(other, one, p))
    assert -1e-12 <= found <= 1 + 1e-12


@given(LISTS.filter(bool), LISTS.filter(bool), PS)
def test_what_is_seen_lies_between_least_and_most(one, other, p):
    least = rbo_least(one, other, p)
    assert least - 1e-9 <= rbo(one, other, p) <= least + residual(one, other, p) + 1e-9


@given(LISTS.filter(bool), PS)
def test_a_list_is_equal_to_itself(one, p):
    assert rbo(one, one, p) == pytest.approx(1)
