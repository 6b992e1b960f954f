"""Whose law applies follows from where a person lives."""

import pytest

from companion.contest.places import Place, place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DE", Place(country="de", jurisdictions=("eu",))),
        ("no", Place(country="no", jurisdictions=("eu",))),
        ("GB", Place(country="gb", jurisdictions=("uk",))),
        ("UK", Place(country="gb", jurisdictions=("uk",))),
        ("CH", Place(country="ch", jurisdictions=("ch",))),
        ("US", Place(country="us", jurisdictions=("us-states",))),
        ("US-CA", Place(country="us", jurisdictions=("us-ca",))),
        ("US-CO", Place(country="us", jurisdictions=("us-states",))),
        ("us-ny", Place(country="us", jurisdictions=("us-ny",))),
        ("CA-QC", Place(country="ca", jurisdictions=("ca-qc", "ca"))),
        ("KR", Place(country="kr", jurisdictions=("other",))),
        ("eu", Place(jurisdictions=("eu",))),
        ("", Place()),
    ],
)
def test_place_of_a_code(text, expected):
    assert place(text) == expected


def test_an_empty_place_is_not_known():
    assert not place("").known
    assert place("DE").known
    assert place("eu").known


def test_what_is_offered_everywhere_or_here_is_offered():
    assert place("DE").within(("all",))
    assert place("DE").within(("uk", "eu"))
    assert not place("DE").within(("us-ca",))


@pytest.mark.parametrize(
    ("where", "region", "offered"),
    [
        ("DE", "", True),
        ("DE", "de", True),
        ("DE", "eu", True),
        ("DE", "us", False),
        ("FR", "de", False),
        ("US-CA", "us", True),
        ("US-CO", "us-ca", False),
        ("CH", "eu", True),
        ("CA-QC", "ca", True),
        ("KR", "eu", False),
        ("", "us", True),
    ],
)
def test_links_are_offered_by_region(where, region, offered):
    assert place(where).offers(region) is offered


@pytest.mark.parametrize(
    ("where", "right", "applies"),
    [
        ("DE", "gdpr-15", True),
        ("DE", "uk-15", False),
        ("KR", "kr-pipa", True),
        ("JP", "kr-pipa", False),
        ("", "gdpr-15", False),
    ],
)
def test_rights_hold_in_their_jurisdiction_only(where, right, applies):
    assert place(where).applies(right) is applies
