from datetime import timedelta

import pytest

from companion.compare.exposure import exposures, room
from tests.builders import NOON
from tests.compare.worlds import a_round


def letters(key: str) -> tuple[str, ...]:
    return (key[0],)


def days(count: int, mine, theirs):
    return [
        a_round(
            day,
            seen_at=NOON + timedelta(days=day),
            mine=(mine(day),),
            strangers=(theirs(day), theirs(day)),
        )
        for day in range(count)
    ]


def fading(day: int) -> tuple[str, ...]:
    return tuple(f"a{n}" for n in range(6 - day // 3)) + tuple(f"b{n}" for n in range(4 + day // 3))


def steady(day: int) -> tuple[str, ...]:
    return fading(0)


def test_room_of_topics():
    found = room(("a1", "b1", "a2"), letters, 0.5)
    assert found == {"a": pytest.approx(0.5 + 0.125), "b": pytest.approx(0.25)}


def test_topics_of_an_item_share_its_room():
    assert room(("x",), lambda key: ("a", "b"), 0.5) == {"a": 0.25, "b": 0.25}


def test_what_leaves_one_list_alone_fades():
    found = {one.topic: one for one in exposures(days(18, fading, steady), letters)}
    assert found["a"].fades
    assert found["a"].trend.slope < 0
    assert not found["b"].fades


def test_what_leaves_all_lists_does_not_fade():
    assert not any(one.fades for one in exposures(days(18, fading, fading), letters))


def test_what_grows_does_not_fade():
    assert not any(one.fades for one in exposures(days(18, steady, fading), letters))


def test_eleven_days_are_too_few():
    assert exposures(days(11, fading, steady), letters) == []


def test_what_hardly_had_room_is_not_followed():
    found = exposures(days(12, lambda day: (*steady(day) * 3, "z1"), steady), letters)
    assert "z" not in {one.topic for one in found}


def test_an_interest_that_has_passed_does_not_fade():
    """What only the person got, and in the end gets like everybody."""
    mine = days(18, fading, lambda day: fading(14))
    assert not any(one.fades for one in exposures(mine, letters))


def test_what_is_still_as_much_as_strangers_get_does_not_fade():
    halved = days(18, lambda day: fading(day * 8 // 10), lambda _: fading(6))
    assert not any(one.fades for one in exposures(halved, letters))
