"""What may be given away: no identifier, no mail address, no query survives."""

import json

import pytest

from companion.model import SignalKind
from companion.report import document
from companion.report.share import bare, masked, masked_words, share_safe
from tests.builders import a_finding, a_signal, a_slate, an_exchange

SECRET = "k3jd92hf83hd7w2qk3jd92hf"


def _shared():
    made = document.document(
        {"tool": "companion"},
        {
            "exchanges": [
                document.exchange(an_exchange(f"https://ads.example/p/{SECRET}?u=1"), None)
            ],
            "signals": [
                document.signal(a_signal(value=SECRET)),
                document.signal(a_signal(value=(SECRET, "short"), exchange="e2")),
                document.signal(a_signal(value="hikers", kind=SignalKind.SEGMENT, exchange="e3")),
            ],
            "slates": [document.slate(a_slate("One"))],
            "findings": [
                document.finding(
                    a_finding(why=f"see https://x.example/a?id={SECRET} or ann@mail.example"), ()
                )
            ],
        },
    )
    return share_safe(made)


def test_no_identifier_no_query_and_no_mail_address_is_left():
    text = json.dumps(_shared())
    assert SECRET not in text
    assert "u=1" not in text
    assert "ann@mail.example" not in text


def test_what_says_nothing_about_the_person_stays():
    shared = _shared()
    assert shared["signals"][2]["value"] == "hikers"
    assert shared["record"] == {"tool": "companion"}
    assert shared["findings"][0]["title"] == a_finding().title
    assert shared["slates"][0]["items"][0]["title"] == "One"


def test_masks_keep_first_four_and_last_two():
    assert masked("abcdefghijkl") == "abcd…kl"
    assert masked("abcdefgh") == "…"


def test_an_address_keeps_host_and_readable_path():
    assert bare("https://u:p@a.example:8443/news/today/?q=1#x") == "https://a.example/news/today/"


@pytest.mark.parametrize(
    "told", ["GA1.1.878270908.1643952222", "fb.1.1643952222064.14280", "AbCdEfGhIjKlMnOpQrStUvWx"]
)
def test_what_looks_like_an_identifier_is_masked_in_running_text(told):
    assert told not in masked_words(f"the cookie {told} was sent")


@pytest.mark.parametrize(
    "told", ["api.ferguson.example", "2026-05-03T12:00:00", "2026-05-03", "recommended", "notable"]
)
def test_words_hosts_and_dates_stay(told):
    assert told in masked_words(f"on {told} it was so")
