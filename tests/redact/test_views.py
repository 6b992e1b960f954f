from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.redact.views import LETTERS, stretches, unescaped


def test_words_with_escapes_are_unescaped_and_lead_back():
    data = b'plain "x=%4aane%20Doe&y=1" more %41'
    view = unescaped(data)
    assert view.data == b"x=Jane Doe&y=1\nA"
    start = view.data.index(b"Jane Doe")
    begin, end = view.span(start, start + 8)
    assert data[begin:end] == b"%4aane%20Doe"
    assert data[slice(*view.span(15, 16))] == b"%41"


@pytest.mark.parametrize("data", [b"", b"plain", b"100%", b"%zz"])
def test_without_escapes_there_is_no_view(data):
    assert unescaped(data) is None


@given(st.lists(st.text(min_size=1, max_size=10), min_size=1, max_size=5), st.data())
def test_every_span_leads_back_to_what_it_was_made_of(words, data):
    raw = b" ".join(quote(word + "ü", safe="").encode() for word in words)
    view = unescaped(raw)
    start = data.draw(st.integers(0, len(view.data) - 1))
    stop = view.data.find(b"\n", start)
    end = data.draw(st.integers(start + 1, stop if stop > start else len(view.data)))
    begin, close = view.span(start, end)
    if b"\n" not in view.data[start:end]:
        again = unescaped(raw[begin:close])
        assert (again.data if again else raw[begin:close]) == view.data[start:end]


def test_entities_and_escapes_are_undone_and_lead_back():
    data = b'<a title="&#106;ane&#x40;mail&period;example"> {"e": "\\u006aane"} &nbsp; &#64'
    view = unescaped(data, LETTERS)
    assert view.data.split(b"\n") == [b"jane@mail.example", b"jane", b"@"]
    begin, end = view.span(0, 17)
    assert data[begin:end] == b"&#106;ane&#x40;mail&period;example"
    assert data[slice(*view.span(4, 5))] == b"&#x40;"


@pytest.mark.parametrize("data", [b"", b"a & b", b"&nbsp;&uuml;", b"&#;", b"\\u12"])
def test_without_entities_there_is_no_view(data):
    assert unescaped(data, LETTERS) is None


def test_stretches_are_of_sixteen_signs():
    assert list(stretches(b"short abcdefghijklmnop, abc=abcdefghijklmnopq")) == [(6, 22), (28, 45)]


def test_where_slashes_are_encoded_plain_ones_part():
    assert unescaped(b"/a/b%2Fc/d").data == b"\na\nb/c\nd"
    assert unescaped(b"/a/b%20c/d").data == b"/a/b c/d"
