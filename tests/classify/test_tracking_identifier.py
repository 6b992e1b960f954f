"""Identifiers of parties other than the site, and the values that only look like them."""

from datetime import timedelta

import pytest

from companion.model import Direction, FindingKind, Level, Owner, SignalKind
from tests.builders import NOON, a_record, a_signal
from tests.classify.said import claims, silences

KIND = FindingKind.TRACKING_IDENTIFIER


def test_fires_on_a_documented_identifier_of_another_party():
    (claim,) = claims(KIND, a_record(a_signal(confidence=Level.OBSERVED)))
    assert claim.party == "ads.example"
    assert claim.confidence is Level.OBSERVED
    assert claim.title == (
        "On 3 May 2026 12:00 UTC your browser sent the identifier uid (k3jd…2q) "
        "to ads.example on news.example"
    )


def test_fires_once_for_each_party_with_all_it_holds():
    signals = [
        a_signal(exchange="e1", confidence=Level.OBSERVED),
        a_signal(exchange="e2", seen_at=NOON + timedelta(days=1)),
        a_signal(exchange="e3", name="vid", value="94jf8dh3k2lq8fh2"),
        a_signal(exchange="e4", party="count.example", figures={"lifetime_days": 365}),
    ]
    ads, count = claims(KIND, a_record(*signals))
    assert (ads.party, ads.measure["identifiers"], ads.measure["n"]) == ("ads.example", 2, 3)
    assert (ads.measure["days"], ads.last_seen) == (2, NOON + timedelta(days=1))
    assert (count.party, count.confidence) == ("count.example", Level.LIKELY)
    assert count.why.endswith("it is meant to stay for 365 days")


def test_fires_on_a_value_that_was_set_and_names_the_owner():
    signal = a_signal(
        direction=Direction.RECEIVED, locator="cookie:uid", figures={"lifetime_days": 400}
    )
    owner = Owner(name="Ads Ltd", source="a list", date="2026-01-02")
    (claim,) = claims(KIND, a_record(signal, owners={"ads.example": owner}))
    assert claim.title == (
        "Likely: on 3 May 2026 12:00 UTC your browser was given the identifier uid (k3jd…2q) "
        "by ads.example (Ads Ltd, according to a list, 2026-01-02) on news.example"
    )


def test_stays_silent_on_the_sites_own_identifier():
    record = a_record(a_signal(party="news.example", confidence=Level.OBSERVED))
    assert claims(KIND, record) == []
    (silence,) = silences(KIND, record)
    assert (silence.n, silence.verdict) == (1, "no_difference")
    assert silence.why == "1 value looked at, none is held by another party"


def test_stays_silent_on_a_value_with_a_low_score():
    weak = a_signal(confidence=Level.POSSIBLE, figures={"score": 3})
    assert claims(KIND, a_record(weak)) == []


@pytest.mark.parametrize("name", ["AWSALB", "euconsent-v2", "csrf_token", "lang", "tid", "cb"])
def test_null_look_alikes_under_innocent_names(name):
    signals = [
        a_signal(name=name, exchange=f"e{n}", seen_at=NOON + timedelta(days=n)) for n in range(5)
    ]
    assert claims(KIND, a_record(*signals)) == []


def test_null_numbers_of_requests():
    signals = [
        a_signal(name="hit", value=f"k3jd92hf83hd7w{n}q", exchange=f"e{n}") for n in range(10)
    ]
    assert claims(KIND, a_record(*signals)) == []


def refusal(value="deny"):
    """The choice the site keeps in its own cookie, a minute before noon."""
    return a_signal(
        kind=SignalKind.CONSENT,
        name="consent_status",
        value=value,
        party="news.example",
        locator="cookie:consent_status",
        exchange="choice",
        seen_at=NOON - timedelta(minutes=1),
    )


def own(**changes):
    """The site's own documented identifier, sent back at noon."""
    defaults = {
        "party": "news.example",
        "locator": "cookie:uid",
        "confidence": Level.OBSERVED,
    }
    return a_signal(**(defaults | changes))


def test_fires_on_the_sites_own_identifier_that_survives_a_refusal():
    (claim,) = claims(KIND, a_record(refusal(), own()))
    assert claim.party == "news.example"
    assert claim.title == (
        "On 3 May 2026 12:00 UTC your browser sent the identifier uid (k3jd…2q) "
        "to news.example itself, after the refusal seen there"
    )


@pytest.mark.parametrize(
    "signals",
    [
        (refusal("allow"), own()),
        (refusal(), own(seen_at=NOON - timedelta(minutes=2))),
        (refusal(), own(direction=Direction.RECEIVED)),
        (refusal(), own(locator="query:uid")),
    ],
    ids=["accepted", "before it", "not sent back", "in an address"],
)
def test_stays_silent_on_the_sites_own_identifier_without_a_refusal_before_it(signals):
    assert claims(KIND, a_record(*signals)) == []
