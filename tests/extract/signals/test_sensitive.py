import pytest

from companion.extract.signals.claim import Claim
from companion.extract.signals.sensitive import sensitive_topic
from companion.model import Level, SignalKind


def topic(value, kind=SignalKind.SEGMENT, name="segments"):
    claim = Claim(kind=kind, name=name, confidence=Level.POSSIBLE, rule="test")
    return sensitive_topic(claim, value)


@pytest.mark.parametrize(
    ("label", "expected", "weight"),
    [
        ("Diabetes type 2 patients", "health", 1.0),
        ("Mental health / depression", "mind", 1.0),
        ("Depressionen", "mind", 1.0),
        ("LGBTQ lifestyle", "sexuality", 1.0),
        ("Grossesse et bébé", "pregnancy", 0.7),
        ("in_debt_payday_loans", "debt", 0.7),
        ("Wähler der Mitte", "politics", 1.0),
        ("Święta: kościół", "religion", 1.0),
        ("heartDisease", "health", 1.0),
    ],
)
def test_sensitive_labels_are_flagged_with_their_word(label, expected, weight):
    found = topic(label)
    assert (found["sensitive_topic"], found["sensitive_weight"]) == (expected, weight)
    assert found["sensitive_word"]


@pytest.mark.parametrize("label", ["Gardening", "Auto intenders", "Sneakers", "1000123", ""])
def test_ordinary_labels_are_not_flagged(label):
    assert topic(label) is None


def test_several_labels_are_read_one_by_one():
    assert topic(("sport", "asthma"))["sensitive_word"] == "asthma"


def test_the_labels_that_touch_a_topic_are_named_where_others_do_not():
    assert topic(("sport", "asthma", "migraine"))["sensitive_labels"] == ("asthma", "migraine")
    assert topic("sport,asthma")["sensitive_labels"] == ("asthma",)


@pytest.mark.parametrize("labels", ["asthma", ("asthma",), ("asthma", "migraine")])
def test_no_labels_are_named_where_all_touch_a_topic(labels):
    assert "sensitive_labels" not in topic(labels)


def test_the_name_counts_too():
    assert topic("high", SignalKind.SCORE, "churn.cancer_risk")["sensitive_topic"] == "health"


def test_an_identifier_is_never_flagged():
    assert topic("cancer", SignalKind.IDENTIFIER) is None
