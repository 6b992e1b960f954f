import pytest

from companion.compare.proportion import (
    at_most,
    beta,
    beta_more,
    binomial_p,
    clopper_pearson,
    fisher_p,
    wilson,
)


@pytest.mark.parametrize(
    ("hits", "count", "expected"),
    [(81, 263, (0.2553, 0.3662)), (0, 10, (0, 0.2775)), (10, 10, (0.7225, 1))],
)
def test_wilson(hits, count, expected):
    assert wilson(hits, count) == pytest.approx(expected, abs=5e-5)


def test_clopper_pearson():
    assert clopper_pearson(81, 263) == pytest.approx((0.2527, 0.3676), abs=5e-5)


@pytest.mark.parametrize(("count", "expected"), [(10, 0.259), (20, 0.139), (50, 0.058)])
def test_what_was_never_seen_may_still_be(count, expected):
    assert at_most(count) == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize(
    ("hits", "count", "rate", "expected"), [(5, 6, 0.3, 0.010935), (4, 4, 0.2, 0.0016)]
)
def test_binomial(hits, count, rate, expected):
    assert binomial_p(hits, count, rate) == pytest.approx(expected, abs=5e-7)


def test_fisher():
    assert fisher_p((6, 2), (3, 17)) == pytest.approx(0.0048, abs=5e-5)


@pytest.mark.parametrize(
    ("hits", "count", "expected"), [(0, 0, (0.025, 0.975)), (1, 1, (0.1581, 0.9874))]
)
def test_beta_without_and_with_one_observation(hits, count, expected):
    # Of the uniform prior the quantiles are themselves; of Beta(2, 1) they are their roots.
    assert beta(hits, count) == pytest.approx(expected, abs=5e-5)


def test_the_larger_share_is_as_sure_as_the_posteriors_say():
    assert beta_more((5, 10), (5, 10)) == pytest.approx(0.5)
    assert beta_more((1, 1), (0, 1)) == pytest.approx(5 / 6)  # Beta(2, 1) against Beta(1, 2)
    assert beta_more((9, 10), (1, 10)) > 0.99
    assert beta_more((1, 10), (9, 10)) < 0.01
