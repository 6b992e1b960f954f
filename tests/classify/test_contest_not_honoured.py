"""What was contested and is met again."""

from datetime import timedelta

import pytest

from companion.model import ContestId, ExchangeId, FindingKind, Level, Measured, Severity
from tests.builders import NOON, a_record
from tests.classify.said import claims, silences

KIND = FindingKind.CONTEST_NOT_HONOURED


def measured(when="before", verdict="", **changes):
    """A measurement of ads.example on news.example; a check when it has a verdict."""
    defaults = {
        "id": f"{changes.get('contest', 'c1')}-{when}",
        "contest": ContestId("c1"),
        "since": NOON - timedelta(days=30),
        "until": NOON,
        "n": 20,
        "hits": 19,
        "evidence": (ExchangeId("e2" if verdict else "e1"),),
        "why": "met as before" if verdict else "",
        "kind": FindingKind.PII_LEAK,
        "site": "news.example",
        "party": "ads.example",
        "severity": Severity(5),
        "title": "an address went to ads.example",
    }
    return Measured(when=when, verdict=verdict, **(defaults | changes))


def test_fires_when_the_last_check_says_that_it_had_no_effect():
    (claim,) = claims(KIND, a_record(measured(), measured("after 7 days", "no effect")))
    assert (claim.party, claim.confidence) == ("ads.example", Level.LIKELY)
    assert claim.circumstances.contested == 5
    assert [it.exchange for it in claim.evidence] == ["e1", "e2"]
    assert "met again in 19 of 20 page loads" in claim.title


@pytest.mark.parametrize("verdict", ["worked", "can't tell"])
def test_stays_silent_when_the_last_check_says_otherwise(verdict):
    record = a_record(
        measured(), measured("at once", "no effect"), measured("after 7 days", verdict)
    )
    assert claims(KIND, record) == []
    (silence,) = silences(KIND, record)
    assert silence.verdict == ("no_difference" if verdict == "worked" else "inconclusive")


def test_stays_silent_without_what_was_measured_before():
    assert claims(KIND, a_record(measured("at once", "no effect"))) == []


def test_one_claim_for_a_party_at_the_weight_of_the_worst():
    light = {"contest": ContestId("c2"), "severity": Severity(1)}
    record = a_record(
        measured(),
        measured("at once", "no effect"),
        measured(**light),
        measured("at once", "no effect", **light),
    )
    (claim,) = claims(KIND, record)
    assert claim.circumstances.contested == 5


def test_null_nothing_was_contested():
    assert claims(KIND, a_record()) == []
    assert silences(KIND, a_record())[0].verdict == "not_tested"
