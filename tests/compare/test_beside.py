"""Lists side by side: only mine, only theirs, moved."""

from hypothesis import given
from hypothesis import strategies as st

from companion.compare.beside import Beside, beside, counts


def test_what_differs_is_named():
    assert beside(("a", "b", "c", "d"), ("b", "a", "c", "e")) == Beside(
        3, ("d",), ("e",), ("a", "b")
    )


def test_equal_lists_have_nothing_apart():
    assert beside(("a", "b"), ("a", "b")) == Beside(2, (), (), ())


def test_a_list_beside_none():
    assert beside(("a",), ()) == Beside(0, ("a",), (), ())


rankings = st.lists(st.sampled_from("abcdef"), max_size=8).map(tuple)


@given(rankings, rankings)
def test_every_entry_is_in_exactly_one_place(first, second):
    found = beside(first, second)
    assert found.shared + len(found.only_first) == len(set(first))
    assert found.shared + len(found.only_second) == len(set(second))
    assert len(found.moved) <= found.shared


def test_the_same_in_words():
    assert counts(("a", "b", "d"), ("b", "a", "c"), ("you", "they")) == (
        "2 shared, 2 of them at another rank, 1 only you, 1 only they"
    )
