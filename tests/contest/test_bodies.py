"""Facts about services and authorities know how old they are."""

from datetime import date

import pytest

from companion.contest.bodies import CHECKED, Trust
from companion.contest.knowledge import knowledge


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


@pytest.mark.parametrize(
    ("trust", "words"),
    [
        (("own", "", "own"), "Companion's own words"),
        (("own", "", "unverified"), "Companion's own words"),
        (("dade:a", "2026-07", "dataset"), "from a public dataset, not read in the source: dade:a"),
        (("a law", "", "primary"), "read in the source itself: a law"),
    ],
)
def test_how_sure_a_fact_is_can_be_read(trust, words):
    source, source_date, verified = trust
    told = Trust(source=source, source_date=source_date, verified=verified).words()
    assert told.startswith(words)
    assert source_date in told


def test_every_degree_in_the_tables_has_words():
    known = knowledge()
    controls = [control for service in known.service.values() for control in service.control]
    facts = [*controls, *known.portal.values(), *known.authority.values()]
    assert {fact.verified for fact in facts} <= set(CHECKED)
