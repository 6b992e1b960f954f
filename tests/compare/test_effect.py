import numpy as np
import pytest

from companion.compare.effect import by_t, effect, equivalence_p, inverted


def test_mean_and_interval_of_five_rounds():
    found = effect([0.1, 0.2, 0.3, 0.2, 0.2])
    assert found.mean == pytest.approx(0.2)
    assert found.interval == pytest.approx((0.1066, 0.2934), abs=5e-5)


def test_one_round_has_no_interval():
    assert effect([0.3]).interval is None
    assert effect([]).mean == 0


def test_interval_by_inversion_is_that_of_the_sign_flip_test():
    values = [0.1, 0.2, 0.3, 0.2, 0.25, 0.15]
    low, high = inverted(values, 0.95)
    assert low == min(values)
    assert high == max(values)
    assert effect(values).interval == (low, high)


def test_inversion_covers_as_often_as_it_says():
    rng = np.random.default_rng(3)
    runs = [inverted(list(rng.normal(0.1, 0.05, 8)), 0.95) for _ in range(600)]
    assert np.mean([low <= 0.1 <= high for low, high in runs]) >= 0.93


def test_students_interval_for_many_rounds():
    values = list(np.linspace(0, 0.1, 20))
    assert effect(values).interval == by_t(values, 0.95)


def test_no_effect_above_a_bound_is_shown_by_two_one_sided_tests():
    assert equivalence_p([0.0, 0.01, -0.01, 0.005, 0.0], 0.05) < 0.001
    assert effect([0.0, 0.01, -0.01, 0.005, 0.0]).inside(0.05)


def test_wide_intervals_show_nothing():
    assert equivalence_p([0.0, 0.2, -0.2, 0.1, -0.1], 0.05) > 0.05
    assert not effect([0.0, 0.2, -0.2, 0.1, -0.1]).inside(0.05)


def test_equal_rounds_are_certain():
    assert equivalence_p([0.0] * 5, 0.05) == 0
    assert equivalence_p([0.1] * 5, 0.05) == 1
    assert equivalence_p([0.0], 0.05) == 1
    assert not effect([0.0]).inside(0.05)
