import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.plain import lines, masked, plain, text, veiled


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain words", "plain words"),
        ("grüße 東京", "grüße 東京"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
        ("a\nb\tc\rd", "a⏎b⇥c␍d"),
        ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
        ("\x7f\x9b31m", "␡{U+009B}31m"),
        ("exe\u202egnp.txt", "exe{U+202E}gnp.txt"),
        ("\u2066x\u2069", "{U+2066}x{U+2069}"),
        ("a\u00a0b", "a b"),
        ("a\u200bb\ufeff\u00ad", "ab"),
        ("👩\u200d👧 ❤\ufe0f", "👩👧 ❤"),
        ("e\u0301\u0301\u0301\u0301", "e\u0301\u0301"),
        ("\ud800", "{U+D800}"),
        ("line\u2028para\u2029", "line{U+2028}para{U+2029}"),
        (None, "None"),
    ],
)
def test_what_a_site_sent_becomes_visible_text(raw, shown):
    assert plain(raw) == shown


def test_long_text_is_cut_and_says_so():
    assert plain("x" * 10_000_000, 5) == "xxxxx…"
    assert plain("xxxxx", 5) == "xxxxx"


@given(st.text())
def test_nothing_unprintable_is_left(raw):
    assert plain(raw).isprintable()


def test_lines_break_where_lines_break():
    assert lines("a\n\tb\x1b\r\nc") == ("a", "    b␛", "c")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("k3jd92hf83hd7w2q", "k3jd…2q"), ("short", "sh…"), ("", "…"), ("ab\x1b45678901", "ab␛4…01")],
)
def test_identifiers_show_their_ends(raw, shown):
    assert masked(raw) == shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("/match?uid=k3jd92hf83hd7w2q&v=2", "/match?uid=k3jd…2q&v=2"),
        ("/u/0f8fad5b-d9cb-469f-a165-70867728950e/x", "/u/0f8f…0e/x"),
        ("/2026/05/a-quiet-week-in-the-hills", "/2026/05/a-quiet-week-in-the-hills"),
        ("/recommendations", "/recommendations"),
    ],
)
def test_identifiers_in_an_address_are_veiled_words_are_not(raw, shown):
    assert veiled(raw) == shown


def test_markup_of_a_site_stays_text():
    assert text("[red]x[/red]", "bold").plain == "[red]x[/red]"
