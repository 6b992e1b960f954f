"""The person's own data at other parties, before or after they pressed send."""

from datetime import timedelta

import pytest

from companion.model import ActKind, Direction, FindingKind, Level, Owner, SignalKind
from tests.builders import NOON, a_record, a_signal, an_act
from tests.classify.said import claims, silences

KIND = FindingKind.PII_LEAK


def pii(**changes):
    """A hash of the person's e-mail address, sent to ads.example."""
    return a_signal(
        **(
            {
                "kind": SignalKind.PII,
                "name": "em: sha256 of lower-cased",
                "value": "seed:email",
                "confidence": Level.OBSERVED,
            }
            | changes
        )
    )


def submit(seconds):
    return an_act(kind=ActKind.SUBMIT, seen_at=NOON + timedelta(seconds=seconds))


def test_fires_when_another_party_receives_a_seed():
    (claim,) = claims(KIND, a_record(pii()))
    assert claim.title == (
        "On 3 May 2026 12:00 UTC your browser sent your email to ads.example on news.example"
    )
    assert claim.measure["fields"] == ("email",)
    assert claim.measure["before_submit"] is None
    assert "written as em: sha256 of lower-cased" in claim.why


def test_fires_with_the_seconds_before_send():
    (claim,) = claims(KIND, a_record(pii(), submit(4)))
    assert claim.title.endswith("on news.example, 4 seconds before you pressed send")
    assert claim.measure["before_submit"] is True


def test_fires_without_them_after_send():
    (claim,) = claims(KIND, a_record(pii(), submit(-4), submit(4)))
    assert claim.measure["before_submit"] is False
    assert "pressed send" not in claim.title


def test_fires_lower_inside_one_company():
    owner = Owner(name="Press plc", source="a list", date="2026-01-02")
    owners = {"ads.example": owner, "news.example": owner}
    (claim,) = claims(KIND, a_record(pii(), owners=owners))
    assert claim.circumstances.inside
    assert claim.measure["relation"] == "same company"


def test_fires_once_for_each_party_with_all_fields():
    record = a_record(pii(), pii(value="seed:phone", name="ph"), pii(party="crm.example"))
    ads, crm = claims(KIND, record)
    assert ads.measure["fields"] == ("email", "phone")
    assert crm.party == "crm.example"


def test_stays_silent_when_the_site_itself_receives_it():
    record = a_record(pii(party="news.example"))
    assert claims(KIND, record) == []
    (silence,) = silences(KIND, record)
    assert (silence.n, silence.verdict) == (1, "no_difference")


def test_stays_silent_on_what_was_received():
    assert claims(KIND, a_record(pii(direction=Direction.RECEIVED))) == []


def test_null_identifiers_and_places_are_no_personal_data_of_ours():
    record = a_record(a_signal(), a_signal(kind=SignalKind.LOCATION, name="geo"))
    assert claims(KIND, record) == []


@pytest.mark.parametrize(
    ("role", "relation"),
    [("payment", "processor"), ("consent", "processor"), ("advertising", "other party")],
)
def test_fires_and_says_what_the_recipient_is_to_the_site(role, relation):
    owners = {"ads.example": Owner(name="A Ltd", source="a list", date="2026-01-02", role=role)}
    (claim,) = claims(KIND, a_record(pii(), owners=owners))
    assert claim.measure["relation"] == relation
    assert not claim.circumstances.inside


def test_fires_with_the_seconds_as_a_figure():
    (claim,) = claims(KIND, a_record(pii(), submit(4)))
    assert claim.measure["seconds_before_submit"] == 4
    (claim,) = claims(KIND, a_record(pii()))
    assert claim.measure["seconds_before_submit"] is None
