"""Two parties are one company only where a source says so."""

from companion.classify.parties import called, same_company
from companion.model import Owner
from tests.builders import a_record

OWNER = Owner(name="Press plc", source="a list", date="2026-01-02")


def test_parties_of_one_owner_are_one_company():
    record = a_record(owners={"news.example": OWNER, "ads.example": OWNER})
    assert same_company(record, "news.example", "ads.example")


def test_parties_without_a_known_owner_are_not_one_company():
    assert not same_company(a_record(), "news.example", "ads.example")
    assert not same_company(a_record(owners={"news.example": OWNER}), "news.example", "ads.example")
    assert same_company(a_record(), "ads.example", "ads.example")


def test_a_party_is_called_with_its_owner():
    record = a_record(owners={"ads.example": OWNER})
    assert called(record, "ads.example") == (
        "ads.example (Press plc, according to a list, 2026-01-02)"
    )
