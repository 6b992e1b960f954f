import pytest

from companion.extract.signals.score import score
from tests.extract.reading import ID, UUID


@pytest.mark.parametrize(
    ("value", "lifetime", "named", "points"),
    [
        (UUID, 365, True, 9), (UUID, 365, False, 7), (UUID, 31, False, 6),
        (UUID, 0, False, 5),
        (ID, 0, True, 7), ("2419437849", 0, True, 6), ("ab12", 0, True, -1),
        ("a1" * 60, 0, True, 5),
    ],
)  # fmt: skip
def test_points_add_up(value, lifetime, named, points):
    assert score(value, lifetime, named=named) == points
