import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.compare.corrections import (
    ENOUGH_E,
    benjamini_hochberg,
    benjamini_yekutieli,
    bonferroni,
    e_discoveries,
    e_value,
    holm,
)

PAPER = (
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0,
)  # fmt: skip
"""The example of Benjamini and Hochberg 1995."""

PS = st.lists(st.floats(0, 1), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("correction", "rejected"),
    [(benjamini_hochberg, 4), (holm, 3), (benjamini_yekutieli, 3), (bonferroni, 3)],
)
def test_rejections_of_the_paper(correction, rejected):
    assert sum(q <= 0.05 for q in correction(PAPER)) == rejected


def test_fourth_adjusted_value_of_the_paper():
    assert benjamini_hochberg(PAPER)[3] == pytest.approx(0.0356, abs=5e-5)


def test_order_is_kept():
    assert holm([0.04, 0.01, 0.03]) == pytest.approx([0.06, 0.03, 0.06])


def test_nothing_to_correct():
    assert (benjamini_hochberg([]), holm([]), bonferroni([])) == ([], [], [])


@given(PS)
def test_corrections_never_make_a_p_smaller(ps):
    for correction in (benjamini_hochberg, holm, benjamini_yekutieli, bonferroni):
        assert all(p - 1e-12 <= q <= 1 for p, q in zip(ps, correction(ps), strict=True))


def test_enough_evidence():
    assert e_value([0.000625]) == pytest.approx(ENOUGH_E)


def test_evidence_of_batches_multiplies():
    assert e_value([0.01, 0.01]) == pytest.approx(25)


def test_discoveries_by_evidence():
    assert e_discoveries([80, 60, 30, 9, 2], 0.05) == 2
    assert e_discoveries([1, 2], 0.05) == 0
