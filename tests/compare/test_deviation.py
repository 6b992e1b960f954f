"""Lists that follow what is new, and lists that do not."""

from datetime import timedelta

import numpy as np
import pytest

from companion.compare.deviation import deviation, events
from tests.builders import NOON
from tests.compare.deviators import lived


def measured(seed: int = 1, **changes):
    rng = np.random.default_rng(seed)
    return deviation(*lived(rng, **changes), rng)


def test_lists_that_follow_nothing_new_discount_it():
    found = measured(discount=0.0)
    assert found.discounted
    assert found.off >= 8 <= found.usual
    assert found.interval[0] <= found.ddr <= found.interval[1]


def test_lists_that_follow_all_alike_do_not():
    found = measured()
    assert not found.discounted
    assert found.ddr > 0.5


def test_lists_that_follow_three_days_later_do_not():
    assert not measured(delay=3).discounted


def test_few_acts_out_of_the_ordinary_are_too_few():
    assert measured(discount=0.0, days=50) is None


def test_lists_that_follow_nothing_at_all_say_nothing_of_deviations():
    done, listed = lived(np.random.default_rng(1))
    same = [(at, [("t0",), ("t1",), ("t5",), ("t9",)]) for at, _ in listed]
    assert deviation(done, same, np.random.default_rng(1)) is None


def test_a_topic_that_no_list_has_is_no_event():
    done, listed = lived(np.random.default_rng(1))
    bare = [(at, [("t0",)]) for at, _ in listed]
    assert {it.topic for it in events(done, bare, 1)} <= {"t0"}


def test_an_event_needs_lists_before_and_after_and_acts_to_compare_with():
    done = [(NOON + timedelta(days=day), ("a" if day % 2 else "b",)) for day in range(40)]
    lists = [(NOON + timedelta(days=day, hours=1), [("a",), ("b",)]) for day in range(40)]
    days = [it.day for it in events(done, lists, 1)]
    assert min(days) > (NOON + timedelta(days=18)).date()
    assert max(days) < (NOON + timedelta(days=38)).date()


@pytest.mark.parametrize("days", [70, 90, 110])
def test_what_is_usual_and_hardly_followed_gives_no_figure_that_is_none(days):
    for seed in range(12):
        done, listed = lived(np.random.default_rng(seed), days=days)
        hardly = [(at, one if number % 3 else [("t0",)]) for number, (at, one) in enumerate(listed)]
        found = deviation(done, hardly, np.random.default_rng(seed))
        assert found is None or np.isfinite(found.interval).all()
