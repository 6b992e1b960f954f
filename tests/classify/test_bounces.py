"""Sites that a link only passes through."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.classify.bounces import bounces
from companion.model import FindingKind, Level, Owner
from tests.builders import NOON, a_record, a_signal, an_act, an_exchange
from tests.classify.said import claims

KIND = FindingKind.TRACKING_IDENTIFIER
SITE = "hop.example"
FROM = (("referer", "https://news.example/a"),)
TO = (("location", "https://shop.example/b?x=1"),)


def hop(number=1, sent=FROM, received=TO, status=302):
    """A redirect at hop.example that reads its cookie, and the cookie's signal."""
    exchange = an_exchange(
        f"https://r.{SITE}/{number}", status=status, sent=sent, received=received
    )
    signal = a_signal(
        site=SITE,
        party=SITE,
        locator="cookie:uid",
        exchange=f"h{number}",
        id=f"s{number}",
        seen_at=NOON + timedelta(days=number),
        figures={"score": 9, "lifetime_days": 365.0},
    )
    return replace(exchange, id=f"h{number}"), signal


def passed(*things, **changes):
    record = a_record(*things, **changes)
    return bounces(SITE, record, record.signals(SITE))


def test_a_hop_tells_where_from_and_where_to():
    (found,) = passed(*hop())
    assert (found.came_from, found.went_to) == ("news.example", "shop.example")
    assert found.way == "from news.example to shop.example"
    assert passed(*hop(sent=()))[0].way == "to shop.example"


def test_two_links_over_a_site_are_likely_and_one_is_possible():
    (claim,) = claims(KIND, a_record(*hop(1), *hop(2)), SITE)
    assert (claim.party, claim.confidence, claim.measure["bounces"]) == (SITE, Level.LIKELY, 2)
    assert "from news.example to shop.example led over hop.example" in claim.title
    (claim,) = claims(KIND, a_record(*hop(1)), SITE)
    assert claim.confidence is Level.POSSIBLE


@pytest.mark.parametrize(
    "things",
    [
        (*hop(), an_act(site=SITE)),
        hop(status=200),
        hop(received=(("location", f"https://www.{SITE}/next"),)),
        hop(received=()),
        hop(sent=(("referer", f"https://{SITE}/"),)),
        (*hop(1), *hop(2, status=200)),
        hop()[1:],
    ],
)
def test_a_site_that_was_visited_or_leads_nowhere_else_is_none(things):
    assert passed(*things) == []


@pytest.mark.parametrize("role", ["payment", "signin"])
def test_what_people_are_led_over_on_purpose_is_none(role):
    owner = Owner(name="P Ltd", source="a list", date="2026-01-02", role=role)
    assert passed(*hop(), owners={SITE: owner}) == []


def test_a_shortener_is_none():
    exchange, signal = hop()
    record = a_record(exchange, replace(signal, site="bit.ly", party="bit.ly"))
    assert bounces("bit.ly", record, record.signals("bit.ly")) == []
