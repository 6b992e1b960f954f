import numpy as np
import pytest

from companion.compare.trend import breaks, carried, mann_kendall, trend


def rng() -> np.random.Generator:
    return np.random.default_rng(5)


def test_a_series_without_a_trend():
    found = mann_kendall([23, 24, 29, 6, 29, 24, 24, 29, 23, 25])
    assert (found.s, found.slope) == (6, 0)
    assert found.variance == pytest.approx(116.667, abs=5e-4)
    assert found.p == pytest.approx(0.6434, abs=5e-5)


def test_a_series_that_falls():
    found = mann_kendall([5, 4.8, 4.9, 4.5, 4.4, 4.1, 4.2, 3.9, 3.6, 3.5])
    assert found.s == -41
    assert found.p == pytest.approx(0.000347, abs=5e-7)
    assert found.slope == pytest.approx(-0.16667, abs=5e-6)
    assert found.interval[1] < 0


def test_a_flat_series_has_no_trend():
    assert mann_kendall([1.0] * 12).p == 1
    assert carried([1.0] * 12) == 0


def test_eleven_points_are_too_few():
    assert trend([float(n) for n in range(11)]) is None


def test_a_steady_fall_is_found():
    found = trend(list(1 - np.arange(30) / 30 + rng().normal(0, 0.05, 30)))
    assert found.p < 0.001
    assert found.slope == pytest.approx(-1 / 30, rel=0.2)
    assert found.n == 30


def test_what_carries_over_is_not_taken_for_a_trend():
    random, false = rng(), 0
    for _ in range(300):
        series = [0.0]
        for shock in random.normal(0, 1, 29):
            series.append(0.3 * series[-1] + shock)
        false += trend(series).p <= 0.05
    assert false / 300 <= 0.08


def test_a_step_is_a_break():
    series = [*rng().normal(0, 0.1, 15), *rng().normal(1, 0.1, 15)]
    assert breaks(series, rng()) == (15,)


def test_two_steps_are_two_breaks():
    series = [*[0.0] * 12, *[1.0] * 12, *[3.0] * 12]
    noise = rng().normal(0, 0.05, 36)
    assert breaks(list(np.array(series) + noise), rng()) == (12, 24)


def test_noise_has_no_break():
    assert breaks(list(rng().normal(0, 1, 30)), rng()) == ()


def test_a_short_series_has_no_break():
    assert breaks([0, 0, 0, 0, 1, 1, 1, 1], rng()) == ()
