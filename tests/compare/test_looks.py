import pytest

from companion.compare.looks import LOOKS, adjusted, looks, next_look


def test_the_whole_error_is_spent_once():
    assert sum(share for _, share in LOOKS) == 1


def test_looks_come_at_fixed_numbers_of_rounds():
    assert [rounds for rounds, _ in looks(12)] == [5, 10]
    assert looks(4) == ()


def test_a_plan_has_one_look():
    assert looks(12, planned=10) == ((10, 1.0),)
    assert looks(9, planned=10) == ()


def test_a_plan_of_too_few_rounds_is_none():
    assert looks(3, planned=3) == ()


def test_each_look_pays_for_itself():
    assert adjusted(looks(10), {5: 0.2, 10: 0.004}.get) == pytest.approx(0.016)
    assert adjusted(looks(5), {5: 0.9}.get) == 1


def test_the_next_look():
    assert (next_look(5), next_look(3), next_look(40), next_look(4, planned=8)) == (10, 5, None, 8)
