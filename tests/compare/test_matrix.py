import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.compare import matrix
from companion.compare.matrix import cleaned, distances
from companion.compare.rbo import rbo

LISTS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8).map(tuple)


@given(st.lists(st.lists(LISTS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_arrays_give_what_the_plain_function_gives(sets):
    for each, square in zip(sets, distances(sets, 0.9), strict=True):
        plain = [[1 - rbo(one, other, 0.9) for other in each] for one in each]
        assert square == pytest.approx(np.array(plain) * ~np.eye(len(each), dtype=bool), abs=1e-9)


def test_long_work_is_done_in_pieces(monkeypatch):
    sets = [[tuple("abcd"), tuple("abdc"), tuple("xbcd")]]
    whole = distances(sets, 0.9)[0]
    monkeypatch.setattr(matrix, "_CELLS", 16)
    assert distances(sets, 0.9)[0] == pytest.approx(whole)


def test_an_item_counts_once_at_its_best_rank():
    assert cleaned(("a", "b", "a", "c")) == ("a", "b", "c")


def test_only_the_first_hundred_count():
    assert len(cleaned(tuple(map(str, range(1_000))))) == 100


def test_no_lists_have_no_distances():
    assert [each.shape for each in distances([[], []], 0.9)] == [(0, 0), (0, 0)]
    assert distances([[tuple("ab")]], 0.9)[0].tolist() == [[0]]


def test_distances_are_never_below_nothing():
    """Sums of rounded numbers may lie just above one; who clusters distances takes none below 0."""
    lists = [tuple(f"{n}" for n in range(length)) for length in range(1, 60)]
    assert min(square.min() for square in distances([lists], 0.95)) == 0
