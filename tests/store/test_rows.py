"""Nouns survive the store, whatever a site sent."""

from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.model import Contest, Level, Signal, Slate, Test
from companion.store.rows import from_row, text_in, text_out, to_row
from tests.builders import a_signal, a_slate

any_text = st.text(st.characters())


@given(any_text)
def test_any_text_comes_back_and_can_be_stored(text):
    stored = text_in(text)
    stored.encode()
    assert text_out(stored) == text


def test_plain_text_stands_as_it_is():
    assert text_in("Ünïcode 🎈") == "Ünïcode 🎈"


@given(value=any_text | st.lists(any_text).map(tuple), tokens=st.lists(any_text).map(tuple))
def test_a_signal_comes_back(value, tokens):
    signal = a_signal(
        value=value, tokens=tokens, figures=MappingProxyType({"a": (1, "b"), "c": None})
    )
    assert from_row(Signal, to_row(signal)) == signal


@pytest.mark.parametrize("disclosed", [True, False, None])
def test_a_slate_comes_back(disclosed):
    slate = a_slate("One", "Two", disclosed=disclosed, also=("/a", "/b"))
    assert from_row(Slate, to_row(slate)) == slate


@pytest.mark.parametrize("due", [None, datetime(2026, 6, 3, tzinfo=UTC)])
def test_a_contest_comes_back(due):
    at = datetime(2026, 5, 3, 12, 0, 0, 5, tzinfo=UTC)
    contest = Contest(
        id="c", finding="f", route="r", state="sent", due=due, events=((at, "sent", "x"),)
    )
    assert from_row(Contest, to_row(contest)) == contest


@pytest.mark.parametrize("interval", [None, (0.1, 0.25)])
def test_a_test_comes_back(interval):
    test = Test(
        id="t", kind="narrowing", site="a.example", surface=None, visitor="self", n=3,
        verdict="inconclusive", why="", interval=interval, p=0.5,
    )  # fmt: skip
    assert from_row(Test, to_row(test)) == test


def test_times_sort_as_text():
    early, late = (
        to_row(a_signal(seen_at=datetime(2026, 1, 1, 0, 0, 0, micro, tzinfo=UTC)))["seen_at"]
        for micro in (9, 10)
    )
    assert early < late
    assert to_row(a_signal(confidence=Level.LIKELY))["confidence"] == "likely"
