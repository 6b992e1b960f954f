"""What a site sent is text and nothing but text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.report.plain import plain


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("a\x1b[31mred", "a␛[31mred"),
        ("one\r\ntwo\t3", "one␍␊two␉3"),
        ("abc\u202ecba", "abc�cba"),
        ("zero\u200bwidth", "zero�width"),
        ("\x9b31m\x7f", "�31m␡"),
        ("lone \udc80", "lone �"),
        ("bom\ufeff tag\U000e0041 line\u2028", "bom� tag� line�"),
        ("no\u00a0break", "no break"),
        ("e" + "\u0301" * 50, "e" + "\u0301" * 3),
    ],
)
def test_what_could_act_is_shown_instead(sent, shown):
    assert plain(sent) == shown


@pytest.mark.parametrize(
    "sent", ["Grüße 🎈", "日本語", "<b>&amp;", "👩\u200d🔬", "\u06cc\u200c\u062e", "é"]
)
def test_ordinary_text_stays(sent):
    assert plain(sent) == sent


def test_a_long_text_is_cut():
    assert plain("x" * 50, 10) == "x" * 9 + "…"


@given(st.text(st.characters()))
def test_whatever_is_sent_stands_on_one_line_and_can_be_written(sent):
    shown = plain(sent)
    shown.encode()
    assert len(shown.splitlines()) <= 1
    assert all(it.isprintable() or it in "\u200c\u200d" for it in shown)
