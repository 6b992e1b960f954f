"""What may be given away: no identifier, no mail address, no query survives."""

import json
from dataclasses import replace

import pytest

from companion.model import Evidence, Item, SignalId, SignalKind
from companion.report import document
from companion.report.share import bare, masked, masked_words, share_safe
from tests.builders import a_finding, a_signal, a_slate, an_act, an_exchange

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


def test_what_a_list_says_is_looked_through_too():
    item = a_slate(f"For ann@mail.example, {SECRET}")
    made = document.document({}, {"slates": [document.slate(item)]})
    text = json.dumps(share_safe(made))
    assert "ann@mail.example" not in text
    assert SECRET not in text


@pytest.mark.parametrize("told", ["10-easy-soups-for-cold-evenings", "How-To-Cook-An-Egg-Well"])
def test_the_end_of_an_articles_address_stays(told):
    assert bare(f"https://a.example/{told}") == f"https://a.example/{told}"


@pytest.mark.parametrize("broken", ["http://[", "https://[::1/a?q=1"])
def test_a_broken_address_is_left_out(broken):
    assert masked_words(broken)
    assert bare(broken) == "…"
    shared = share_safe({"findings": [{"why": f"see {broken} there"}]})
    assert shared["findings"][0]["why"].startswith("see …")


def test_what_belongs_together_still_does():
    evidence = Evidence(note="sent", signal=SignalId("96328e86b1fc2ed3"))
    made = {
        "findings": [document.finding(a_finding(evidence=(evidence,)), ("p-cookie-choice-again",))],
        "slates": [document.slate(a_slate(continues="96328e86b1fc2ed4"))],
        "acts": [document.act(an_act(slate="96328e86b1fc2ed4"))],
    }
    shared = share_safe(made)
    assert shared["findings"][0]["evidence"][0]["signal"] == "96328e86b1fc2ed3"
    assert shared["findings"][0]["remedies"] == ["p-cookie-choice-again"]
    assert shared["slates"][0]["continues"] == shared["acts"][0]["slate"] == "96328e86b1fc2ed4"


def test_what_the_person_typed_and_read_is_left_out():
    made = {"acts": [document.act(an_act(text="signs of pregnancy"))]}
    assert share_safe(made)["acts"][0]["text"] == "…"


def test_a_sensitive_label_is_masked_and_the_name_of_a_seed_is_not():
    told = {"kind": SignalKind.TRAIT, "value": "pregnant, due in May"}
    made = [
        document.signal(a_signal(sensitive=True, **told)),
        document.signal(a_signal(**told)),
        document.signal(a_signal(kind=SignalKind.PII, value="seed:email")),
    ]
    values = [one["value"] for one in share_safe({"signals": made})["signals"]]
    assert values == ["preg…ay", "pregnant, due in May", "seed:email"]


def test_an_offers_address_goes_without_its_query():
    item = Item(rank=1, item=f"https://a.example/p?u={SECRET}", title="One", price="9.50")
    made = {"offers": list(document.offers(a_slate(items=(item,))))}
    assert share_safe(made)["offers"][0]["item"] == "https://a.example/p"


def test_sensitive_topics_never_leave_the_machine():
    made = {"acts": [document.act(an_act(topics=("health", "food")))]}
    slate = a_slate("One")
    item = replace(slate.items[0], topics=("religion", "sport", "Local"))
    made["slates"] = [document.slate(replace(slate, items=(item,)))]
    shared = share_safe(made)
    assert shared["acts"][0]["topics"] == ["food"]
    assert shared["slates"][0]["items"][0]["topics"] == ["sport", "Local"]
