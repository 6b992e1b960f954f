"""What went to other companies after a refusal, or before there was a choice."""

from datetime import timedelta

from companion.model import FindingKind, Level, Owner, SignalKind
from tests.builders import NOON, a_record, a_signal
from tests.classify.said import claims, silences

KIND = FindingKind.CONSENT_IGNORED
MINUTE = timedelta(minutes=1)


def choice(value="deny", **changes):
    """The choice the site keeps in its own cookie, at noon."""
    defaults = {
        "kind": SignalKind.CONSENT,
        "name": "consent_status",
        "value": value,
        "party": "news.example",
        "locator": "cookie:consent_status",
        "exchange": "choice",
    }
    return a_signal(**(defaults | changes))


def sent(minutes, **changes):
    """A documented identifier sent to ads.example some minutes after noon."""
    defaults = {
        "seen_at": NOON + minutes * MINUTE,
        "exchange": f"e{minutes}",
        "confidence": Level.OBSERVED,
    }
    return a_signal(**(defaults | changes))


def test_fires_on_an_identifier_sent_after_a_refusal():
    (claim,) = claims(KIND, a_record(choice(), sent(1), sent(2)))
    assert (claim.party, claim.confidence) == ("ads.example", Level.OBSERVED)
    assert claim.title == (
        "After the refusal seen on 3 May 2026 12:00 UTC, your browser sent the identifier uid "
        "(k3jd…2q) to ads.example on news.example, first on 3 May 2026 12:01 UTC"
    )
    assert (claim.measure["after_refusal"], claim.measure["before_choice"]) == (2, 0)
    assert [it.exchange for it in claim.evidence] == ["choice", "e1", "e2"]
    assert claim.why == "2 flows after consent_status was set to it."


def test_fires_on_personal_data_sent_after_a_refusal():
    pii = sent(1, kind=SignalKind.PII, value="seed:email", name="em")
    (claim,) = claims(KIND, a_record(choice(), pii))
    assert "your browser sent your email to ads.example" in claim.title


def test_fires_as_possible_before_any_choice():
    (claim,) = claims(KIND, a_record(choice("allow"), sent(-1)))
    assert claim.confidence is Level.POSSIBLE
    assert claim.title.startswith("Possible: before any choice about consent, the first of 3 May")
    assert claim.measure["before_choice"] == 1


def test_fires_as_possible_on_a_state_that_may_be_a_default():
    default = choice(party="ads.example", locator="query:gdpr_consent")
    (claim,) = claims(KIND, a_record(default, sent(1)))
    assert claim.confidence is Level.POSSIBLE
    assert claim.why.endswith("It may be a default that nobody chose.")


def test_stays_silent_after_an_agreement():
    record = a_record(choice("allow"), sent(1))
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].why == "1 other company looked at, none after a refusal"


def test_stays_silent_once_the_person_agreed_after_all():
    agreed = choice("allow", seen_at=NOON + MINUTE)
    assert claims(KIND, a_record(choice(), agreed, sent(2))) == []


def test_stays_silent_before_a_state_that_may_be_a_default():
    default = choice(party="ads.example", locator="query:gdpr_consent")
    assert claims(KIND, a_record(default, sent(-1))) == []


def test_stays_silent_on_values_that_are_no_identifier():
    weak = sent(1, confidence=Level.POSSIBLE, figures={"score": 1})
    assert claims(KIND, a_record(choice(), weak)) == []


def test_null_without_a_choice_it_is_not_tested():
    record = a_record(sent(1))
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].verdict == "not_tested"


def test_null_companies_that_deliver_or_protect_the_page():
    owner = Owner(name="Shield", source="a list", date="2026-01-02", role="security")
    assert claims(KIND, a_record(choice(), sent(1), owners={"ads.example": owner})) == []
