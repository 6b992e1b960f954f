"""Canaries in every text of a document: none leaves; and what leaves is shown before."""

import json
from dataclasses import replace

import pytest

from companion.model import (
    Contest,
    ContestId,
    Evidence,
    FindingId,
    FindingKind,
    Test,
)
from companion.report import document
from companion.report.leaving import preview
from companion.report.share import share_safe
from tests.builders import NOON, a_finding, a_signal, a_slate, an_act, an_exchange

CANARIES = (
    "canary.lee@mail.example", "+49 170 5550123", "@canarylee", "203.0.113.77",
    "https://canary.example/a?who=canarylee7", "DE89 3704 0044 0532 0130 00",
    "k3jd92hf83hd7w2qk3jd", "fb.1.1643952222064.14280",
)  # fmt: skip
OURS = frozenset(
    {
        *("version", "id", "exchange", "signal", "slate", "act", "finding", "continues", "visitor"),
        *("kind", "rule", "route", "remedies", "name", "site", "party", "source", "surface"),
        *("personalized", "confidence", "cause", "direction", "origin", "state", "verdict", "at"),
        *("seen_at", "first_seen", "last_seen", "due", "method", "context", "contexts", "topics"),
        *("price", "currency", "disclosure", "url", "detector", "cname", "role"),
    }
)
"""Our own words, ids, times and hosts; addresses are tried by themselves."""


def a_test(why="too few"):
    return document.test(
        Test(
            id="t", kind=FindingKind.NARROWING, site="news.example", surface="home", visitor="self",
            n=2, verdict="inconclusive", why=why,
        )
    )  # fmt: skip


def a_contest():
    return document.contest(
        Contest(
            id=ContestId("c"), finding=FindingId("f"), route="r", state="sent", due=None,
            events=((NOON, "sent", "letter"),),
        )
    )  # fmt: skip


def whole():
    """A document with an entry of every array."""
    evidence = Evidence(note="sent", exchange=an_exchange().id, locator="query:uid")
    slate = replace(a_slate("One"), explanation="since you read", also=("/b",), controls=("hide",))
    arrays = {
        "visitors": [{"name": "self", "role": "self"}],
        "contexts": [{"name": "health", "sensitive": True, "sites": ["clinic.example"]}],
        "exchanges": [document.exchange(an_exchange(context="health"), None)],
        "acts": [document.act(an_act(context="health"))],
        "signals": [document.signal(a_signal())],
        "slates": [document.slate(slate)],
        "findings": [document.finding(a_finding(evidence=(evidence,)), ("p-x",))],
        "tests": [a_test()],
        "offers": [
            *document.offers(
                replace(slate, items=tuple(replace(it, price="9.50") for it in slate.items))
            )
        ],
        "contests": [a_contest()],
    }
    return document.document({"tool": "companion"}, arrays)


def planted(value, canary, name=""):
    """The same with a canary in every text."""
    if isinstance(value, dict):
        return {key: planted(part, canary, key) for key, part in value.items()}
    if isinstance(value, list):
        return [planted(part, canary, name) for part in value]
    return f"it {canary} is" if isinstance(value, str) and name not in OURS else value


@pytest.mark.parametrize("canary", CANARIES)
def test_no_canary_leaves_in_any_text(canary):
    made = planted(whole(), canary)
    made["record"] = whole()["record"]
    written = json.dumps(made)
    assert written.count(json.dumps(canary)[1:-1]) > 12
    shared = json.dumps(share_safe(made), ensure_ascii=False)
    assert canary not in shared
    assert "canarylee" not in shared


@pytest.mark.parametrize("party", ["news.example", "ads.example"])
@pytest.mark.parametrize(
    "address", ["a?who=canary", "u/canary", "@canary", "a#canary", "canary.lee@mail.example"]
)
def test_no_canary_leaves_in_an_address(party, address):
    one = document.exchange(
        an_exchange(f"https://canary:canary@{party}/{address}", party=party), None
    )
    assert "canary" not in json.dumps(share_safe({"exchanges": [one]}))


def test_which_page_was_read_stays_here_and_who_was_told_leaves():
    own = an_exchange("https://news.example/depression/signs", party="news.example")
    other = an_exchange("https://ads.example/collect/v2", party="ads.example")
    made = {"exchanges": [document.exchange(it, None) for it in (own, other)]}
    urls = [it["url"] for it in share_safe(made)["exchanges"]]
    assert urls == ["https://news.example/…", "https://ads.example/collect/v2"]


def test_a_sensitive_part_of_life_is_left_out():
    shared = share_safe(whole())
    assert shared["contexts"] == []
    assert shared["exchanges"][0]["context"] is None
    assert "health" not in json.dumps(shared)


def test_of_a_list_of_people_only_the_number_leaves():
    made = {"slates": [document.slate(a_slate("Ann Lee", "Bo", heading="People you may know"))]}
    shared = share_safe(made)["slates"][0]
    assert [it["title"] for it in shared["items"]] == ["…", "…"]
    assert "Ann" not in json.dumps(shared)


def test_what_was_taken_out_is_counted_and_what_leaves_is_shown():
    made = whole()
    said = preview(made, share_safe(made))
    assert said[0] == "Taken out:"
    assert "  1 x values that tell of you, masked" in said
    assert any("what you typed, read or wrote" in line for line in said)
    assert any("sensitive parts of life" in line for line in said)
    assert "  1 slates" in said
    assert "    items.title: One" in said
    assert not any(a_signal().value in line for line in said)


def test_where_nothing_had_to_be_taken_out_it_says_so():
    made = document.document({}, {"tests": [a_test()]})
    assert "nothing" in preview(made, share_safe(made))[1]


def test_of_many_values_some_are_shown_and_the_others_counted():
    made = {"slates": [document.slate(a_slate(*"ABCDEF"))]}
    assert any(
        line.startswith("    items.title: A · B · C · and 3 more")
        for line in preview(made, share_safe(made))
    )
