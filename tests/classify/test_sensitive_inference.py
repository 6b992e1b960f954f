"""Sensitive labels, in place of the general claim."""

from companion.model import FindingKind, Level, SignalKind
from tests.builders import a_record, a_signal
from tests.classify.said import claims, silences

KIND = FindingKind.SENSITIVE_INFERENCE


def label(**changes):
    defaults = {
        "kind": SignalKind.TRAIT,
        "name": "health",
        "value": "asthma",
        "sensitive": True,
        "confidence": Level.OBSERVED,
    }
    return a_signal(**(defaults | changes))


def test_fires_on_a_sensitive_label():
    (claim,) = claims(KIND, a_record(label()))
    assert "a sensitive label about you: health = asthma" in claim.title


def test_fires_beside_labels_that_are_not_sensitive():
    (claim,) = claims(KIND, a_record(label(), label(name="hobby", sensitive=False)))
    assert claim.measure["labels"] == ("health = asthma",)


def test_stays_silent_on_other_labels():
    record = a_record(label(sensitive=False))
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].n == 1


def test_null_a_page_about_the_topic_carries_no_label():
    topic = label(kind=SignalKind.TOPIC)
    assert claims(KIND, a_record(topic)) == []


def test_of_a_mixed_list_only_the_labels_of_this_kind_are_named():
    mixed = label(
        value=("angler", "asthma"), sensitive=True, figures={"sensitive_labels": ("asthma",)}
    )
    (claim,) = claims(KIND, a_record(mixed))
    assert claim.measure["labels"] == ("health = asthma",)
