import pytest

from companion.ledger.overreach import fast, over, specificity, stated


def test_over_grows_with_what_is_unexplained_sensitive_and_exact():
    assert over(1, 1, 1) == 0
    assert over(0, 1, 1) == pytest.approx(1.0)
    assert over(0, 0, 0.3) == pytest.approx(0.49)


def test_a_label_with_a_figure_is_exact():
    assert (specificity("Income 50-75k"), specificity("Gardening")) == (1.0, 0.3)


@pytest.mark.parametrize(
    ("score", "confidence"),
    [("0.92", 0.92), ("92", 0.92), ("1", 1.0), ("high", None), ("900", None)],
)
def test_a_confidence_is_read_as_a_share_or_percentage(score, confidence):
    assert stated(score) == confidence


def test_sure_after_two_acts_is_fast():
    assert fast(2, 0.9)
    assert not fast(3, 0.9)
    assert not fast(1, 0.5)
    assert not fast(1, None)
