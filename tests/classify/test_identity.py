"""A value is an identifier by its score, how often it comes back and how far it goes."""

from datetime import timedelta

import pytest

from companion.classify.identity import (
    changes_every_time,
    identifiers,
    innocent_class,
    innocent_names,
    strength,
    usable_tokens,
)
from companion.model import Direction, Level, SignalKind
from tests.builders import NOON, a_signal


def possible(**changes):
    return a_signal(**({"confidence": Level.POSSIBLE} | changes))


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("tid", "public"),
        ("AWSALBCORS", "infrastructure"),
        ("BIGipServerpool", "infrastructure"),
        ("euconsent-v2", "consent"),
        ("XSRF-TOKEN", "security"),
        ("lang", "settings"),
        ("traceparent", "request"),
        ("uid", None),
    ],
)
def test_names_that_identify_nobody(name, group):
    assert innocent_class(name) == group


def test_innocent_names_are_lower_case():
    assert all(name == name.lower() for names in innocent_names().values() for name in names)


def test_identifiers_leave_out_innocent_names_and_other_kinds():
    kept = a_signal()
    others = [a_signal(name="tid"), a_signal(kind=SignalKind.PII)]
    assert identifiers([kept, *others]) == [kept]


def test_a_documented_identifier_counts_whatever_its_name():
    documented = a_signal(name="tid", confidence=Level.OBSERVED)
    assert identifiers([documented]) == [documented]


def test_tokens_too_short_are_not_used():
    assert usable_tokens(a_signal(tokens=("short", "k3jd92hf", "k3jd92hf83"))) == (
        "k3jd92hf83",
        "k3jd92hf",
    )


def test_a_documented_value_is_observed():
    assert strength([a_signal(confidence=Level.OBSERVED)]).level is Level.OBSERVED


def test_a_value_seen_once_is_possible_at_most():
    assert strength([a_signal()]).level is Level.POSSIBLE


@pytest.mark.parametrize(
    "more",
    [
        {"figures": {"lifetime_days": 400.0}},
        {"seen_at": NOON + timedelta(days=1)},
        {"party": "other.example"},
    ],
)
def test_lifetime_days_or_spread_make_it_likely(more):
    assert strength([a_signal(), a_signal(**more)]).level is Level.LIKELY


def test_coming_back_raises_a_possible_value():
    back = [possible(exchange=f"e{n}", seen_at=NOON + timedelta(days=n)) for n in range(3)]
    assert strength(back).level is Level.LIKELY
    assert strength(back[:1]).level is Level.POSSIBLE


def test_being_set_and_sent_back_raises_a_possible_value():
    pair = [possible(direction=Direction.RECEIVED, figures={"lifetime_days": 90}), possible()]
    assert strength(pair).level is Level.LIKELY


def test_a_low_score_is_no_identifier():
    assert strength([possible(figures={"score": 2})]) is None


def test_values_that_change_every_time_number_requests():
    changing = [a_signal(exchange=f"e{n}", value=f"value-{n}") for n in range(3)]
    assert changes_every_time(changing)
    assert not changes_every_time(changing[:2])
    assert not changes_every_time([a_signal(exchange=f"e{n}") for n in range(3)])
