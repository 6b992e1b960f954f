"""What went to other companies that are not needed to show the page."""

from datetime import timedelta

import pytest

from companion.classify.carried import carried, level, shown_as
from companion.model import Direction, Level, Owner, SignalKind
from tests.builders import NOON, a_record, a_signal

KINDS = (SignalKind.IDENTIFIER, SignalKind.PII)
PII = {"kind": SignalKind.PII, "name": "em", "value": "seed:email"}


def company(role, name="Ads Ltd"):
    return Owner(name=name, source="a list", date="2026-01-02", role=role)


def found(*signals, **changes):
    return dict(carried("news.example", a_record(*signals, **changes), *KINDS))


def test_identifiers_and_personal_data_are_kept_by_party():
    identifier, pii = a_signal(), a_signal(**PII, party="crm.example")
    assert found(identifier, pii) == {"ads.example": [identifier], "crm.example": [pii]}


@pytest.mark.parametrize(
    "other",
    [
        {"party": "news.example"},
        {"direction": Direction.RECEIVED},
        {"name": "csrf_token"},
    ],
)
def test_what_is_the_sites_own_received_or_no_identifier_is_left_out(other):
    assert found(a_signal(**other)) == {}


@pytest.mark.parametrize("role", ["cdn", "security", "payment", "consent"])
def test_companies_that_are_needed_are_left_out(role):
    assert found(a_signal(), owners={"ads.example": company(role)}) == {}
    assert found(a_signal(), owners={"ads.example": company("analytics")})


def test_the_sites_own_company_is_left_out():
    owners = {"ads.example": company("advertising"), "news.example": company("media")}
    assert found(a_signal(), owners=owners) == {}


def test_personal_data_are_observed():
    assert level([a_signal(**PII)], []) is Level.OBSERVED


def test_an_identifier_is_judged_by_all_its_sightings():
    before = a_signal(seen_at=NOON - timedelta(days=1), exchange="e0")
    after = a_signal()
    assert level([after], [before, after]) is Level.LIKELY
    assert level([after], [after]) is Level.POSSIBLE


def test_nothing_sent_has_no_level():
    assert level([], [a_signal()]) is None
    weak = a_signal(confidence=Level.POSSIBLE, figures={"score": 1})
    assert level([weak], [weak]) is None


def test_what_was_sent_is_named_without_its_value():
    assert shown_as(a_signal()) == "the identifier uid (k3jd…2q)"
    assert shown_as(a_signal(**PII)) == "your email"
