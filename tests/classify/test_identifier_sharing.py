"""One party's identifier at another, joined by the value both have seen."""

import base64
import hashlib
from datetime import timedelta

import pytest

from companion.model import Direction, FindingKind, Level, Owner
from tests.builders import NOON, a_record, a_signal
from tests.classify.said import claims, silences

KIND = FindingKind.IDENTIFIER_SHARING
VALUE = "k3jd92hf83hd7w2q"


def cookie(party, **changes):
    """The cookie uid that a party reads back, a minute before noon."""
    return a_signal(
        **(
            {
                "party": party,
                "locator": "cookie:uid",
                "exchange": f"cookie-{party}",
                "seen_at": NOON - timedelta(minutes=1),
            }
            | changes
        )
    )


def arrival(party="broker.example", **changes):
    """The same value in an address of another party, at noon."""
    return a_signal(**({"party": party, "name": "puid", "locator": "query:puid"} | changes))


def test_fires_when_a_partys_cookie_is_sent_to_another():
    (claim,) = claims(KIND, a_record(cookie("ads.example"), arrival()))
    assert (claim.party, claim.measure["sender"]) == ("broker.example", "ads.example")
    assert claim.confidence is Level.OBSERVED
    assert claim.title == (
        "On 3 May 2026 12:00 UTC broker.example received the identifier of ads.example "
        "uid (k3jd…2q) on news.example"
    )
    assert [it.exchange for it in claim.evidence] == ["cookie-ads.example", "e1"]
    assert "ads.example knew you as k3jd…2q on 3 May 2026 11:59:00 UTC" in claim.why


def test_fires_on_a_redirect_that_carries_the_senders_value():
    sent_on = cookie("ads.example", direction=Direction.RECEIVED, locator="header:location >> url")
    (claim,) = claims(KIND, a_record(sent_on, arrival()))
    assert claim.measure["sender"] == "ads.example"


def test_fires_on_a_part_of_the_senders_cookie():
    whole = cookie("ads.example", value=f"v1.{VALUE}", tokens=(f"v1.{VALUE}", VALUE))
    assert len(claims(KIND, a_record(whole, arrival()))) == 1


def test_fires_on_the_sites_own_cookie_and_says_it_may_be_chosen():
    (claim,) = claims(KIND, a_record(cookie("news.example"), arrival()))
    assert claim.measure["first_party"] is True
    assert "received the site's own identifier uid" in claim.title
    assert claim.innocent == ("The site may have chosen this company to count its visits.",)


def test_fires_across_sites_when_the_sender_was_met_elsewhere():
    elsewhere = cookie("ads.example", site="shop.example")
    assert len(claims(KIND, a_record(elsewhere, arrival()))) == 1


def test_fires_once_for_each_recipient_naming_all_senders():
    other = "94jf8dh3k2lq8fh2"
    signals = [
        cookie("ads.example"),
        arrival(),
        cookie("bids.example", value=other),
        arrival(value=other, name="xuid", exchange="e2"),
    ]
    (claim,) = claims(KIND, a_record(*signals))
    assert claim.measure["senders"] == ("ads.example", "bids.example")
    assert claim.why.endswith("Identifiers came from ads.example and bids.example.")


def test_fires_lower_inside_one_company():
    owner = Owner(name="Ads Ltd", source="a list", date="2026-01-02")
    owners = {"ads.example": owner, "broker.example": owner}
    (claim,) = claims(KIND, a_record(cookie("ads.example"), arrival(), owners=owners))
    assert claim.circumstances.inside
    assert claim.measure["same_owner"] is True
    assert claim.why.endswith("Both belong to one company.")


def test_fires_as_possible_on_what_the_site_delivered_in_a_page():
    delivered = cookie(
        "news.example", direction=Direction.RECEIVED, locator="script#state >> /visitor"
    )
    (claim,) = claims(KIND, a_record(delivered, arrival()))
    assert claim.confidence is Level.POSSIBLE


def test_fires_as_possible_on_a_value_that_is_possibly_an_identifier():
    weak = {"confidence": Level.POSSIBLE, "figures": {"score": 3}}
    (claim,) = claims(KIND, a_record(cookie("ads.example", **weak), arrival(**weak)))
    assert claim.confidence is Level.POSSIBLE


def test_fires_with_the_reading_of_a_passed_on_address():
    referred = arrival(locator="header:referer >> query:uid")
    (claim,) = claims(KIND, a_record(cookie("ads.example"), referred))
    assert "address of the page" in claim.innocent[0]


def test_stays_silent_when_each_party_has_a_value_of_its_own():
    record = a_record(cookie("ads.example"), arrival(value="94jf8dh3k2lq8fh2"))
    assert claims(KIND, record) == []
    (silence,) = silences(KIND, record)
    assert silence.n == 1


def test_stays_silent_when_the_recipient_set_the_value_itself():
    own = cookie("broker.example", seen_at=NOON - timedelta(minutes=5))
    assert claims(KIND, a_record(own, cookie("ads.example"), arrival())) == []


def test_stays_silent_on_a_party_that_reads_its_own_cookie():
    assert claims(KIND, a_record(cookie("ads.example"), cookie("broker.example"))) == []


def test_null_the_sites_account_sent_to_two_services():
    signals = [arrival(name="tid"), arrival("count.example", name="tid")]
    assert claims(KIND, a_record(*signals)) == []


def test_null_short_values_that_are_equal_by_chance():
    short = {"value": "en-us", "tokens": ("en-us",)}
    assert claims(KIND, a_record(cookie("ads.example", **short), arrival(**short))) == []


def linked(**changes):
    """The exchange's value in the address of a page of the site."""
    return arrival("news.example", name="aid", locator="query:aid", **changes)


def test_fires_as_possible_on_a_link_that_brings_it_to_the_site():
    before = cookie("ads.example", site="other.example")
    (claim,) = claims(KIND, a_record(before, linked()))
    assert (claim.party, claim.measure["sender"]) == ("news.example", "ads.example")
    assert claim.confidence is Level.POSSIBLE


def test_is_observed_when_the_site_keeps_what_a_link_brought():
    before = cookie("ads.example", site="other.example")
    kept = cookie("news.example", name="ref", seen_at=NOON + timedelta(minutes=1))
    (claim,) = claims(KIND, a_record(before, linked(), kept))
    assert claim.confidence is Level.OBSERVED


def test_stays_silent_on_the_sites_own_value_in_its_own_link():
    assert claims(KIND, a_record(cookie("news.example"), linked())) == []


HIDDEN = {
    "md5": hashlib.md5(VALUE.encode()).hexdigest(),
    "sha1": hashlib.sha1(VALUE.encode()).hexdigest(),
    "sha256": hashlib.sha256(VALUE.encode()).hexdigest(),
    "sha256, in Base64": base64.b64encode(hashlib.sha256(VALUE.encode()).digest()).decode(),
    "Base64": base64.b64encode(VALUE.encode()).decode().rstrip("="),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_fires_when_the_value_was_hashed_or_encoded(how):
    value = HIDDEN[how]
    sent = arrival(value=value, tokens=(value,))
    (claim,) = claims(KIND, a_record(cookie("ads.example"), sent))
    assert (claim.party, claim.measure["sender"]) == ("broker.example", "ads.example")
    assert (claim.confidence, claim.measure["written"]) == (Level.OBSERVED, how)
    assert f"which is its {how}," in claim.why
    assert VALUE not in claim.why


def test_stays_silent_on_a_hash_that_was_there_before_the_value():
    value = HIDDEN["md5"]
    late = cookie("ads.example", seen_at=NOON + timedelta(minutes=1))
    assert claims(KIND, a_record(late, arrival(value=value, tokens=(value,)))) == []


def test_stays_silent_on_a_hash_at_the_party_itself():
    value = HIDDEN["md5"]
    sent = arrival(party="ads.example", value=value, tokens=(value,))
    assert claims(KIND, a_record(cookie("ads.example"), sent)) == []


def test_stays_silent_on_the_hash_of_another_value():
    value = hashlib.md5(b"94jf8dh3k2lq8fh2").hexdigest()
    assert (
        claims(KIND, a_record(cookie("ads.example"), arrival(value=value, tokens=(value,)))) == []
    )


def test_stays_silent_on_a_value_that_strangers_hand_over_too():
    record = a_record(cookie("ads.example"), arrival(), every_profile=[arrival(visitor="c1")])
    assert not claims(KIND, record)


def test_fires_where_strangers_hand_over_values_of_their_own():
    own = arrival(visitor="c1", value="Zr0mPq7LxT5vBn1c")
    record = a_record(cookie("ads.example"), arrival(), every_profile=[own])
    assert len(claims(KIND, record)) == 1
