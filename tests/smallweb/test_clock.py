"""Time jumps by whole hours, forward only."""

from datetime import timedelta

import pytest

from companion.smallweb.clock import Clock
from tests.smallweb.inside import NOON


def test_time_follows_the_wall_and_jumps():
    clock = Clock(lambda: NOON)
    clock.jump(20)
    clock.jump(16)
    assert clock.header() == "Tue, 05 May 2026 00:00:00 GMT"
    assert (clock.now() - NOON).total_seconds() == 36 * 3600


def test_time_does_not_run_backwards():
    with pytest.raises(ValueError, match="forward"):
        Clock().jump(-1)


def test_without_a_wall_of_ones_own_it_is_the_wall_clock():
    clock = Clock()
    assert clock.now() <= clock.now()
    assert clock.now().tzinfo is not None


def test_it_may_begin_weeks_ago():
    assert Clock(lambda: NOON, hours=-48).now() == NOON - timedelta(days=2)
