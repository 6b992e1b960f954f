import pytest

from companion.ledger.intimacy import intimacy, mismatch, setting
from companion.model import Surface


@pytest.mark.parametrize(
    ("surface", "page", "own", "public"),
    [
        (Surface.AD, "home", False, 1.0),
        (Surface.AD, "home", True, 1.0),
        (Surface.RECOMMENDATION, "item", False, 1.0),
        (Surface.RECOMMENDATION, "item", True, 0.5),
        (Surface.AD, "cart", False, 0.8),
        (Surface.RECOMMENDATION, "account", True, 0.2),
    ],
)
def test_how_public_a_place_is(surface, page, own, public):
    assert setting(surface, page, own=own) == public


def test_a_place_of_no_known_part_of_life_is_half_a_mismatch():
    assert (mismatch(None), mismatch("news")) == (0.5, 1.0)


def test_the_stronger_of_setting_and_mismatch_counts_by_how_sensitive_it_is():
    assert intimacy(1.0, 0.2, 1.0) == 1.0
    assert intimacy(0.7, 0.2, 0.5) == 0.35
