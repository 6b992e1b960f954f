"""Courses of places whose readers are known."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from companion.compare.measure import POOLED
from companion.compare.narrowing import DAY, WEEK, course, timed
from companion.compare.variety import measures
from tests.builders import NOON
from tests.compare.readers import Reader, course_of, lived, topic
from tests.compare.worlds import a_round

FALLS = Reader(slope=-0.05)


def rng() -> np.random.Generator:
    return np.random.default_rng(3)


def test_a_list_that_narrows_for_one_person_narrows():
    found = course_of(FALLS, rng())
    assert found.narrows
    assert found.run.interval[0] <= FALLS.slope <= found.run.interval[1]
    assert (len(found.points), found.days) == (36, WEEK)


@pytest.mark.parametrize(
    "reader", [Reader(), Reader(season=0.5), Reader(shrinks=-0.03)], ids=["flat", "season", "all"]
)
def test_what_stays_or_changes_for_all_does_not_narrow(reader):
    assert not course_of(reader, rng()).narrows


def test_a_flat_course_may_rule_a_narrowing_out():
    assert course_of(Reader(wavers=0.05, weeks=52), rng()).steady
    assert not course_of(FALLS, rng()).steady


def test_a_list_that_leaves_what_one_opens_is_beyond_ones_choices():
    found = course_of(Reader(slope=-0.06, opens=40), rng())
    assert found.beyond_choices
    assert not found.choices_too


def test_ones_own_choices_may_narrow_too():
    found = course_of(Reader(slope=-0.04, chooses=-0.05, opens=30), rng())
    assert found.choices_too
    assert not found.beyond_choices


def test_nothing_is_said_of_choices_where_little_was_opened():
    found = course_of(replace(FALLS, opens=2), rng())
    assert (found.choices, found.calibration) == (None, None)
    assert not found.beyond_choices
    assert not found.choices_too


def test_eleven_weeks_are_too_few():
    assert course_of(replace(FALLS, weeks=11), rng()) is None


def test_weeks_with_two_rounds_do_not_count():
    rounds, opened = lived(Reader(weeks=14), rng())
    assert timed(rounds[1:], topic, opened)[0][0].visits == 3
    assert len(timed(rounds[1:], topic, opened)[0]) == 13


def test_weeks_without_strangers_or_of_pooled_lists_do_not_count():
    rounds, opened = lived(Reader(weeks=14), rng())
    assert timed([replace(it, strangers=()) for it in rounds], topic, opened)[0] == []
    assert timed([replace(it, block=POOLED) for it in rounds], topic, opened)[0] == []


def test_days_are_points_where_they_are_more():
    ten = tuple(f"a {at}" for at in range(10))
    rounds = [
        a_round(
            number=number,
            seen_at=NOON + timedelta(days=number // 3, hours=number % 3),
            mine=(ten,),
            strangers=(ten, ten),
        )
        for number in range(60)
    ]
    points, days = timed(rounds, topic, ())
    assert (len(points), days) == (20, DAY)
    assert points[0].mine == {"a": 30}


def test_every_measure_is_told_of_both_ends():
    told = measures(course_of(FALLS, rng()))
    assert told["simpson"][0] > told["simpson"][1]
    assert told["inside_lists"][0] > told["inside_lists"][1]
    assert told["coverage"][0] > told["coverage"][1]
    assert told["apart_from_strangers"][0] < told["apart_from_strangers"][1]
    assert told["apart_from_own_beginning"][0] < told["apart_from_own_beginning"][1]
    assert told["calibration"][0] < told["calibration"][1]
    assert told["simpson_strangers"][0] == pytest.approx(told["simpson_strangers"][1], rel=0.2)


def test_measures_of_what_was_opened_are_missing_where_nothing_was():
    rounds, _ = lived(FALLS, rng())
    told = measures(course(rounds, topic, ()))
    assert told["calibration"] == told["apart_from_opened"] == (None, None)
