"""Experiments with variants, told from plain feature switches."""

import pytest

from companion.model import FindingKind, Level, SignalKind
from tests.builders import a_record, a_signal
from tests.classify.said import claims, silences

KIND = FindingKind.UNDISCLOSED_EXPERIMENT


def experiment(**changes):
    defaults = {
        "kind": SignalKind.EXPERIMENT,
        "name": "checkout_button",
        "value": "green",
        "party": "news.example",
        "figures": {"variants": 2},
    }
    return a_signal(**(defaults | changes))


def test_fires_on_a_named_experiment_with_variants():
    (claim,) = claims(KIND, a_record(experiment()))
    assert claim.confidence is Level.OBSERVED
    assert claim.title == (
        "On 3 May 2026 12:00 UTC news.example had you in variant green "
        "of the experiment checkout_button on news.example"
    )
    assert claim.measure["experiments"] == ("checkout_button",)


def test_fires_as_possible_on_an_experiment_named_without_its_variants():
    named = experiment(
        name="variant", figures={"experiment": "checkout"}, confidence=Level.POSSIBLE
    )
    (claim,) = claims(KIND, a_record(named))
    assert claim.confidence is Level.POSSIBLE
    assert "of the experiment checkout on" in claim.title


def test_fires_on_a_documented_experiment():
    assert len(claims(KIND, a_record(experiment(figures={}, confidence=Level.OBSERVED)))) == 1


@pytest.mark.parametrize(
    "switch",
    [
        {"figures": {}},
        {"figures": {"variants": 1}},
        {"figures": {"experiment": "x"}, "value": "false"},
        {"figures": {}, "confidence": Level.OBSERVED, "name": "reason.ruleId"},
        {"figures": {}, "confidence": Level.OBSERVED, "value": "False"},
    ],
)
def test_stays_silent_on_a_plain_feature_switch(switch):
    record = a_record(experiment(**switch))
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].why.startswith("1 switch looked at")


def test_stays_silent_when_a_note_stands_beside_it():
    note = experiment(kind=SignalKind.EXPLANATION)
    assert claims(KIND, a_record(experiment(), note)) == []


def test_null_a_release_that_everybody_gets():
    release = experiment(name="release", value="2026.5", figures={"variants": 1})
    assert claims(KIND, a_record(release)) == []
