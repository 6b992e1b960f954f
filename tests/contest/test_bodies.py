"""Facts about services and authorities know how old they are."""

from datetime import date

import pytest

from companion.contest.bodies import Trust


@pytest.mark.parametrize(
    ("source_date", "stale"),
    [
        ("2026-01-01", False),
        ("2025-11-24", False),
        ("2025-11-23", True),
        ("", True),
        ("2026", False),
        ("2024-03", True),
        ("unknown", True),
    ],
)
def test_a_source_older_than_a_year_is_stale(source_date, stale):
    trust = Trust(source="x", source_date=source_date, verified="primary")
    assert trust.stale(date(2026, 11, 24)) is stale
