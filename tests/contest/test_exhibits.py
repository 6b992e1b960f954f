"""Exhibits show time, host, place and value, and mask the person's data."""

import pytest

from companion.contest.exhibits import exhibits, masked
from companion.model import ActId, Evidence, ExchangeId, SignalId, SlateId
from tests.builders import NOON
from tests.contest.occasions import EVIDENCE, Kept, finding


def shown(*evidence, **options):
    return exhibits(finding(evidence=evidence), Kept(), **options)


def test_an_exchange_is_shown_with_the_value_at_its_locator():
    (exhibit,) = shown(EVIDENCE[0])
    assert (exhibit.number, exhibit.time, exhibit.host) == (1, NOON, "px.ads.example")
    assert exhibit.request == "GET https://px.ads.example/sync"
    assert (exhibit.locator, exhibit.value) == ("query:uid", "k3jd92hf83hd7w2q")


def test_data_of_the_person_are_masked():
    (exhibit,) = shown(EVIDENCE[1])
    assert exhibit.value == "[email]"
    assert masked("a [seed:e-mail:md5 >> b64:12af] b") == "a [e-mail] b"


def test_an_exchange_without_locator_or_value_is_shown_bare():
    bare = Evidence(exchange=ExchangeId("e1"), note="n")
    absent = Evidence(exchange=ExchangeId("e1"), locator="query:none", note="n")
    assert [it.value for it in shown(bare, absent)] == ["", ""]


def test_a_signal_is_shown_with_its_value_or_values():
    one, several = shown(
        Evidence(signal=SignalId("s1"), note="n"), Evidence(signal=SignalId("several"), note="n")
    )
    assert (one.locator, one.value) == ("query:uid", "k3jd92hf83hd7w2q")
    assert several.value == "angler, cook"


def test_a_list_is_shown_with_heading_and_first_entries():
    full, bare = shown(
        Evidence(slate=SlateId("l1"), note="n"), Evidence(slate=SlateId("bare"), note="n")
    )
    assert full.value == "For you: 1. One; 2. Two"
    assert bare.value == "1. One; 2. Two"


def test_an_act_is_shown_without_page_and_text():
    (exhibit,) = shown(Evidence(act=ActId("a1"), note="what you did"))
    assert (exhibit.value, exhibit.locator) == ("", "")
    assert exhibit.request == "GET https://px.ads.example/"


@pytest.mark.parametrize(
    "piece",
    [
        Evidence(exchange=ExchangeId("gone"), note="n"),
        Evidence(signal=SignalId("gone"), note="n"),
        Evidence(signal=SignalId("orphan"), note="n"),
        Evidence(slate=SlateId("gone"), note="n"),
        Evidence(slate=SlateId("orphan"), note="n"),
        Evidence(act=ActId("gone"), note="n"),
        Evidence(act=ActId("orphan"), note="n"),
    ],
)
def test_what_is_no_longer_kept_is_left_out(piece):
    numbers = [(it.number, it.locator) for it in shown(piece, EVIDENCE[0])]
    assert numbers == [(1, "query:uid")]


def test_there_are_at_most_so_many():
    assert len(shown(*EVIDENCE, most=1)) == 1


def test_a_digest_is_of_the_value():
    assert len(shown(EVIDENCE[0])[0].digest) == 64
