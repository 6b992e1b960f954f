from datetime import timedelta

import numpy as np
import pytest

from companion.compare.drift import drift
from companion.compare.measure import POOLED
from tests.builders import NOON
from tests.compare.worlds import BASE, a_round, changed, noisy


def rng() -> np.random.Generator:
    return np.random.default_rng(9)


def days(count: int, mine, **noise):
    random = rng()
    return [
        a_round(
            day,
            seen_at=NOON + timedelta(days=day),
            mine=tuple(noisy(random, mine(day), **noise) for _ in range(2)),
            strangers=tuple(noisy(random, BASE, **noise) for _ in range(2)),
        )
        for day in range(count)
    ]


def test_a_list_that_moves_away_has_a_trend():
    away = lambda day: (*[f"mine {at}" for at in range(day // 2)], *BASE[day // 2 :])  # noqa: E731
    found = drift(days(20, away, swaps=2, new=0), rng())
    assert found.trend.p < 0.05
    assert found.trend.slope > 0


def test_the_day_on_which_a_list_became_another():
    other = changed(BASE, 10, "mine", rng())
    found = drift(days(16, lambda day: other if day >= 8 else BASE, swaps=2, new=0), rng())
    assert found.breaks == ((NOON + timedelta(days=8)).date(),)


def test_a_calm_list_has_neither():
    found = drift(days(16, lambda day: BASE), rng())
    assert found.trend.p > 0.05
    assert found.breaks == ()


def test_day_to_day_beside_strangers():
    turning = lambda day: BASE[day:] + BASE[:day]  # noqa: E731
    found = drift(days(5, turning, swaps=0, new=0), rng())
    assert found.mine > 0.1
    assert found.theirs == pytest.approx(0)
    assert found.trend is None


def test_one_day_has_no_course():
    assert drift([a_round(seen_at=NOON), a_round(1, seen_at=NOON)], rng()) is None


def test_pooled_lists_have_no_course():
    assert drift([a_round(n, block=POOLED) for n in range(9)], rng()) is None
