import pytest

from companion.compare.sides import side_by_side
from tests.compare.worlds import BASE, a_round


def test_what_only_one_side_got_and_what_moved():
    mine, theirs, another = tuple("abcx"), tuple("bacy"), tuple("bacz")
    found = side_by_side(a_round(mine=(mine,), strangers=(theirs, another)))
    assert (found.beside.only_first, found.beside.only_second) == (("x",), ("y",))
    assert found.beside.moved == ("a", "b")
    assert found.alike.jaccard == pytest.approx(3 / 5)
    assert found.alike.edits == 2
    assert found.alike.order is None
    assert found.noise.edits == 1
    assert found.personal == pytest.approx(3 / 4 - 1 / 4)


def test_equal_lists():
    found = side_by_side(a_round())
    assert (found.beside.only_first, found.beside.moved, found.personal) == ((), (), 0)
    assert found.alike.overlap == pytest.approx(1)
    assert found.alike.order == pytest.approx(1)


def test_a_single_stranger_shows_no_noise():
    found = side_by_side(a_round(strangers=(BASE,)))
    assert (found.noise, found.personal) == (None, None)


def test_one_side_alone_is_nothing_to_see():
    assert side_by_side(a_round(mine=())) is None
    assert side_by_side(a_round(strangers=())) is None
