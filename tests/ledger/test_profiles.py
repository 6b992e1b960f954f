import pytest

from companion.ledger.profiles import alike, together


def test_the_same_profile_is_alike_whatever_its_weights():
    assert alike({"a": 0.4, "b": 0.2}, {"a": 0.8, "b": 0.4}) == pytest.approx(1)


def test_profiles_with_nothing_in_common_and_empty_ones_are_not():
    assert alike({"a": 1.0}, {"b": 1.0}) == alike({}, {"b": 1.0}) == 0


def test_profiles_of_parts_add_up():
    assert together([{"a": 0.5}, {"a": 0.25, "b": 0.5}, {}]) == {"a": 0.75, "b": 0.5}
