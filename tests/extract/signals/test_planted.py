import random

import pytest

from tests.accuracy.lookalikes import count
from tests.accuracy.planted import FACTS, LOOKALIKES, worlds


@pytest.fixture(scope="module")
def counts():
    return count(worlds(random.Random(11), 40 * (len(FACTS) + len(LOOKALIKES))))


def test_what_is_planted_is_found(counts):
    shares = {kind: counts.found[kind] / counts.planted[kind] for kind in counts.planted}
    assert {kind: share for kind, share in shares.items() if share < 0.95} == {}


def test_look_alikes_are_left_alone(counts):
    assert counts.claimed.total() <= 0.01 * counts.alike.total()
