"""Counts of counts over weeks: what a point covers, and when nothing may be said."""

from datetime import date, timedelta

import pytest

from companion.trust.points import Part, Week, change, known, monday, points

FIRST = date(2026, 5, 4)


def after(weeks):
    return FIRST + timedelta(weeks=weeks)


def a_week(number, hits=5, chances=10, **changes):
    fields = {"deliveries": 10, "counts": {Part.REASON: (hits, chances)}} | changes
    return Week(begins=after(number), **fields)


def last(weeks, breaks=()):
    return points(weeks, Part.REASON, breaks)[-1]


def test_a_point_counts_the_four_weeks_up_to_its_own():
    found = points([a_week(n) for n in range(6)], Part.REASON)
    assert [(it.hits, it.chances) for it in found] == [
        (5, 10), (10, 20), (15, 30), (20, 40), (20, 40), (20, 40)
    ]  # fmt: skip
    assert found[-1].begins == after(5)


def test_with_enough_it_has_an_interval_around_its_share():
    low, high = last([a_week(0), a_week(1)]).interval
    assert low < 0.5 < high


@pytest.mark.parametrize(
    "weeks",
    [
        [a_week(0, deliveries=19)],
        [a_week(0, hits=4, chances=4, deliveries=50)],
        [a_week(0, counts={}, deliveries=50)],
    ],
    ids=["few deliveries", "few chances", "no chance"],
)
def test_with_too_little_nothing_is_said(weeks):
    assert last(weeks).interval is None


def test_a_week_without_anything_has_a_point_too():
    found = points([a_week(0), a_week(3)], Part.REASON)
    assert [it.begins for it in found] == [after(n) for n in range(4)]


def test_without_weeks_there_are_no_points():
    assert points([], Part.REASON) == []
    assert known([]) == []


def test_no_point_reaches_over_a_change_of_detectors():
    weeks = [a_week(n) for n in range(6)]
    found = points(weeks, Part.REASON, [after(4) + timedelta(days=2)])
    assert [(it.segment, it.chances) for it in found[3:]] == [(0, 40), (1, 10), (1, 20)]


def test_a_clear_rise_and_fall_over_three_windows_are_told():
    rise = [a_week(n, hits=n // 4 * 4) for n in range(12)]
    assert change(points(rise, Part.REASON)) == "more"
    fall = [a_week(n, hits=8 - n // 4 * 4) for n in range(12)]
    assert change(points(fall, Part.REASON)) == "fewer"


@pytest.mark.parametrize(
    ("weeks", "breaks"),
    [
        ([a_week(n) for n in range(12)], ()),
        ([a_week(n, hits=n) for n in range(8)], ()),
        ([a_week(n, hits=n // 4 * 4) for n in range(12)], [after(5)]),
        ([a_week(n, hits=n // 4 * 4, deliveries=1) for n in range(12)], ()),
    ],
    ids=["level", "two windows", "over a change of detectors", "not enough"],
)
def test_no_change_is_told_of(weeks, breaks):
    assert not change(points(weeks, Part.REASON, breaks))


def test_things_are_counted_once_however_often_they_were_met():
    weeks = [
        a_week(0, held=frozenset("ab"), shown=frozenset("x")),
        a_week(1, held=frozenset("bc")),
    ]
    found = known(weeks)
    assert [(it.held, it.shown, it.enough) for it in found] == [(2, 1, False), (3, 1, True)]


def test_a_week_begins_on_its_monday():
    assert monday(date(2026, 5, 10)) == monday(date(2026, 5, 4)) == date(2026, 5, 4)
