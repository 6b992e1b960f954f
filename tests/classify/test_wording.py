"""Sentences are dated facts that name the host before its owner."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.classify.wording import (
    counted,
    exactly,
    forbidden,
    listed,
    masked,
    moment,
    named,
    said,
    short,
    span,
)
from companion.model import Level, Owner

TIME = datetime(2026, 5, 3, 10, 2, 5, tzinfo=UTC)


def test_moment_names_the_zone():
    assert moment(TIME) == "3 May 2026 10:02 UTC"


def test_exactly_names_the_second():
    assert exactly(TIME) == "3 May 2026 10:02:05 UTC"


def test_owner_stands_behind_the_host_with_source_and_date():
    owner = Owner(name="Ads Ltd", source="a list", date="2026-01-02")
    assert named("ads.example", owner) == "ads.example (Ads Ltd, according to a list, 2026-01-02)"
    assert named("ads.example", None) == "ads.example"


@pytest.mark.parametrize(
    ("text", "cut"), [("angler", "angler"), ("long label", "long…"), ('"long label"', '"lon…"')]
)
def test_short_cuts_and_keeps_quotes(text, cut):
    assert short(text, 6) == cut


def test_source_is_called_by_its_short_name_where_it_has_one():
    owner = Owner(name="Ads Ltd", source="a list from notices", short="a list", date="2026-01-02")
    assert named("ads.example", owner) == "ads.example (Ads Ltd, according to a list, 2026-01-02)"


@pytest.mark.parametrize(("value", "shown"), [("k3jd92hf83hd7w2q", "k3jd…2q"), ("abcdefgh", "ab…")])
def test_masked_shows_the_ends_only(value, shown):
    assert masked(value) == shown


def test_counted_agrees_with_its_noun():
    assert counted(1, "day") == "1 day"
    assert counted(0, "entry", "entries") == "0 entries"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (list("abcd"), "a, b, c and d"),
        (list("abcdef"), "a, b, c and 3 more"),
    ],
)
def test_listed_names_the_first_and_counts_the_rest(words, text):
    assert listed(words) == text


def test_span_of_one_moment_says_once():
    assert span(TIME, TIME) == "seen once, on 3 May 2026 10:02 UTC"
    later = TIME + timedelta(days=1)
    assert span(TIME, later) == "seen from 3 May 2026 10:02 UTC to 4 May 2026 10:02 UTC"


def test_level_stands_in_front_unless_observed():
    assert said(Level.OBSERVED, "on Monday") == "On Monday"
    assert said(Level.LIKELY, "on Monday") == "Likely: on Monday"


def test_forbidden_words_are_found_in_any_form():
    assert forbidden("The site VIOLATED and ignored") == ("ignored", "violat")
    assert forbidden("The site sent it") == ()
