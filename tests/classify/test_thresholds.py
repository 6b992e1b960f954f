"""Every number has a value, a unit, a source and a date."""

import pytest

from companion.classify.thresholds import table, threshold


@pytest.mark.parametrize("name", table())
def test_threshold_has_source_and_date(name):
    assert set(table()[name]) == {"value", "unit", "source", "date"}
    assert threshold(name) > 0


def test_unknown_threshold_is_an_error():
    with pytest.raises(KeyError):
        threshold("nothing")
