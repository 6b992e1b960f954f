from dataclasses import FrozenInstanceError

import pytest

from tests.compare.worlds import a_round


def test_a_round_is_not_changed():
    with pytest.raises(FrozenInstanceError):
        a_round().site = "other.example"
