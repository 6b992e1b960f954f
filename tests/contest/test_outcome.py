"""Counts before and after, and what they show; the services here are simulated."""

from datetime import timedelta

import numpy as np
import pytest

from companion.contest.outcome import CHECKS, Count, Outcome, count, due, judge, power
from tests.builders import NOON

BEFORE = Count(38, 40)


def verdicts(held, runs, n=40, seed=5, checks=1):
    """The outcomes of runs with a service that holds back a share of what was there."""
    rng = np.random.default_rng(seed)
    share = 0.95 * (1 - held)
    return [
        {judge(BEFORE, Count(int(rng.binomial(n, share)), n)).outcome for _ in range(checks)}
        for _ in range(runs)
    ]


def test_a_service_that_honours_is_seldom_blamed_in_any_of_four_checks():
    rng = np.random.default_rng(11)
    blamed = 0
    for _ in range(300):  # the worst that still counts as honoured: 1 of 20 looks
        checks = [judge(BEFORE, Count(int(rng.binomial(40, 0.05)), 40)) for _ in CHECKS]
        blamed += any(it.outcome is Outcome.NO_EFFECT for it in checks)
    assert blamed / 300 <= 0.05


@pytest.mark.parametrize("held", [0.0, 0.11, 0.29, 0.43])
def test_a_service_that_holds_back_a_part_is_told_with_the_stated_power(held):
    seen = sum(it == {Outcome.NO_EFFECT} for it in verdicts(held, 60)) / 60
    assert seen >= power(BEFORE, 40, held) - 0.05
    assert power(BEFORE, 40, held) > 0.95


def test_a_service_that_honours_worked():
    assert all(it == {Outcome.WORKED} for it in verdicts(1.0, 20, n=10))


def test_few_looks_and_nothing_before_can_tell_nothing():
    assert judge(BEFORE, Count(4, 4)).outcome is Outcome.CANT_TELL
    assert judge(BEFORE, Count(0, 4)).outcome is Outcome.CANT_TELL
    assert judge(Count(0, 40), Count(0, 40)).outcome is Outcome.CANT_TELL
    assert power(BEFORE, 4, 0) == 0


def test_a_rare_thing_that_is_not_met_again_can_not_tell():
    assert judge(Count(2, 40), Count(0, 10)).outcome is Outcome.CANT_TELL


def test_the_sentence_holds_both_counts_and_the_power():
    why = judge(BEFORE, Count(20, 40)).why
    assert "38 of 40 looks before" in why
    assert "20 of 40 after" in why
    assert "43% held back" in why


def test_checks_begin_after_the_wait_of_the_remedy():
    days = [(start - NOON).days for _, start in due(NOON, 3)]
    assert days == [3, 4, 10, 33]


def test_a_look_is_hit_once_and_not_while_something_was_in_the_way():
    hours = [NOON + timedelta(hours=n) for n in range(4)]
    met = [hours[0] + timedelta(seconds=n) for n in (1, 2)] + [hours[2] + timedelta(seconds=1)]
    within = (NOON, hours[3])
    assert count(hours, met, within, lambda _: False) == Count(2, 4)
    assert count(hours, met, within, lambda at: at == hours[2]) == Count(1, 3)
    assert count([], met, within, lambda _: False).share == 0
