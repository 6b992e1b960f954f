"""Evidence names exchange and place, figures count everything."""

from datetime import timedelta

from companion.classify.evidence import contexts, shown, surest, tally, values
from companion.model import Direction, Level
from tests.builders import NOON, a_signal


def test_evidence_points_at_each_place_once():
    signals = [a_signal(), a_signal(name="other"), a_signal(exchange="e2")]
    assert [(it.exchange, it.locator) for it in shown(signals)] == [
        ("e1", "query:uid"),
        ("e2", "query:uid"),
    ]


def test_evidence_says_who_sent_what_when():
    (sent,) = shown([a_signal()])
    assert sent.note == "uid sent to ads.example on 3 May 2026 12:00 UTC"
    (received,) = shown([a_signal(direction=Direction.RECEIVED)])
    assert received.note.startswith("uid received from ads.example")


def test_evidence_is_cut_and_figures_are_not():
    many = [a_signal(exchange=f"e{n}") for n in range(60)]
    assert len(shown(many)) == 40
    assert tally(many)["n"] == 60


def test_tally_counts_exchanges_days_and_sites():
    signals = [a_signal(), a_signal(site="shop.example", seen_at=NOON + timedelta(days=1))]
    assert tally(signals) == {
        "n": 1,
        "days": 2,
        "sites": 2,
        "first": "2026-05-03T12:00:00+00:00",
        "last": "2026-05-04T12:00:00+00:00",
    }


def test_contexts_are_named_once():
    signals = [a_signal(context="news"), a_signal(context=None), a_signal(context="news")]
    assert contexts(signals) == ("news",)


def test_surest_is_the_highest_level():
    assert surest([a_signal(), a_signal(confidence=Level.OBSERVED)]) is Level.OBSERVED


def test_a_single_value_counts_as_several():
    assert values(a_signal(value="a")) == ("a",)
    assert values(a_signal(value=("a", "b"))) == ("a", "b")
