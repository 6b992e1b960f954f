"""Choices about consent are read from what a site was told or stored."""

from datetime import timedelta

import pytest

from companion.classify.choices import at, choices, opted_out
from companion.model import Direction, SignalKind
from tests.builders import NOON, a_signal


def state(value, **changes):
    """The site's own cookie that keeps a choice."""
    defaults = {
        "kind": SignalKind.CONSENT,
        "name": "consent_status",
        "value": value,
        "party": "news.example",
        "locator": "cookie:consent_status",
    }
    return a_signal(**(defaults | changes))


def read(*signals):
    return [(it.refused, it.made) for it in choices("news.example", signals)]


@pytest.mark.parametrize(
    ("value", "figures", "refused"),
    [
        ("deny", {}, True),
        ("Rejected", {}, True),
        ("CPx…", {"choice": "none"}, True),
        ("allow", {}, False),
        ("CPx…", {"choice": "some"}, False),
        ("CPx…", {"choice": "all"}, False),
    ],
)
def test_a_stored_choice_is_read(value, figures, refused):
    assert read(state(value, figures=figures)) == [(refused, True)]


def test_what_cannot_be_read_is_no_choice():
    assert read(state("dismiss"), state("1", kind=SignalKind.TRAIT)) == []
    assert read(state("1", name="sec-gpc", figures={"choice": "none"})) == []


def test_a_choice_counts_once_until_another_follows():
    signals = [
        state("deny"),
        state("deny", seen_at=NOON + timedelta(minutes=1)),
        state("allow", seen_at=NOON + timedelta(minutes=2)),
    ]
    assert read(*signals) == [(True, True), (False, True)]


def test_a_choice_sent_to_the_site_is_made():
    assert read(state("deny", locator="form:choice")) == [(True, True)]


def test_a_state_in_an_answer_may_be_a_default():
    answer = state("deny", locator="/consent", direction=Direction.RECEIVED)
    assert read(answer) == [(True, False)]


def test_what_others_were_told_stands_in_where_the_site_keeps_nothing():
    told = state("deny", party="ads.example", locator="query:gdpr_consent")
    assert read(told) == [(True, False)]
    assert read(told, state("allow")) == [(False, True)]


def test_the_choice_in_force_is_the_last_before():
    found = choices("news.example", [state("deny")])
    assert at(found, NOON) is None
    assert at(found, NOON + timedelta(seconds=1)) is found[0]


def test_requests_with_the_opt_out_signal_are_found():
    signal = state("1", name="sec-gpc")
    assert opted_out([signal, state("deny")]) == {"e1": signal}
