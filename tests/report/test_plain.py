"""What a site sent is text and nothing but text."""

import pytest

from companion.report.plain import plain


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("a\x1b[31mred", "a␛[31mred"),
        ("one\r\ntwo\t3", "one␍␊two␉3"),
        ("abc\u202ecba", "abc�cba"),
        ("zero\u200bwidth", "zero�width"),
        ("\x9b31m", "�31m"),
        ("lone \udc80", "lone ?"),
    ],
)
def test_what_could_act_is_shown_instead(sent, shown):
    assert plain(sent) == shown


@pytest.mark.parametrize("sent", ["Grüße 🎈", "日本語", "<b>&amp;"])
def test_ordinary_text_stays(sent):
    assert plain(sent) == sent


def test_a_long_text_is_cut():
    assert plain("x" * 50, 10) == "x" * 9 + "…"
