"""Labels about the person without a note."""

from companion.model import FindingKind, Level, SignalKind
from tests.builders import a_record, a_signal
from tests.classify.said import claims, silences

KIND = FindingKind.UNDISCLOSED_INFERENCE


def label(**changes):
    defaults = {
        "kind": SignalKind.SEGMENT,
        "name": "seg",
        "value": "angler",
        "confidence": Level.OBSERVED,
    }
    return a_signal(**(defaults | changes))


def test_fires_on_a_segment_without_a_note():
    (claim,) = claims(KIND, a_record(label()))
    assert (claim.party, claim.confidence) == ("ads.example", Level.OBSERVED)
    assert claim.measure["labels"] == ("seg = angler",)


def test_stays_silent_when_a_reason_stands_beside_it():
    reason = label(kind=SignalKind.EXPLANATION, name="reason")
    assert claims(KIND, a_record(label(), reason)) == []


def test_stays_silent_on_a_sensitive_label():
    assert claims(KIND, a_record(label(sensitive=True))) == []


def test_null_identifiers_experiments_and_consent_are_no_labels():
    kinds = (SignalKind.IDENTIFIER, SignalKind.EXPERIMENT, SignalKind.CONSENT)
    record = a_record(*(label(kind=kind) for kind in kinds))
    assert claims(KIND, record) == []
    assert len(silences(KIND, record)) == 1


def test_of_a_mixed_list_only_the_labels_of_this_kind_are_named():
    mixed = label(
        value=("angler", "asthma"), sensitive=True, figures={"sensitive_labels": ("asthma",)}
    )
    (claim,) = claims(KIND, a_record(mixed))
    assert claim.measure["labels"] == ("seg = angler",)
