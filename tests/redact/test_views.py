import base64
import gzip
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.redact.views import runs, unescaped


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


def b64(text: str) -> bytes:
    return base64.b64encode(text.encode())


@pytest.mark.parametrize(
    ("before", "coded", "after"),
    [
        (b"d=", b64('{"email": "x@y"}'), b"&e=1"),
        (b'"', base64.urlsafe_b64encode(b"jane doe ???~~~"), b'"'),
        (b"/path/", b64("some readable text").rstrip(b"="), b"/more"),
        (b"", b64("with/slash?>?>?> in the code"), b""),
        (b"eyJhbGciOiJub25lIn0.", b64('{"sub": "jane"}').rstrip(b"="), b".c2ln"),
    ],
)
def test_base64_of_text_is_found_whole(before, coded, after):
    data = before + coded + after
    last = [run for run in runs(data) if run.start == len(before)]
    assert [(run.end, run.coding) for run in last] == [(len(before) + len(coded), "b64")]
    assert last[0].data.startswith(
        base64.b64decode(coded + b"==", b"-_" if b"-" in coded or b"_" in coded else None)[:9]
    )


def test_compressed_text_in_base64_is_found():
    coded = base64.b64encode(gzip.compress(b"jane@mail.example"))
    (run,) = runs(b"z=" + coded)
    assert (run.data, run.coding) == (b"jane@mail.example", "b64 >> gzip")


@pytest.mark.parametrize(
    "data",
    [
        b"3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        b"/wp-content/uploads/2020/01/some-long-picture-name.jpg",
        b"CAESEIwu8sHBvkEr1xV8KvFt5xkYAQ",
        b"c2hvcnQ",
        b"Zm9vZm9vZm9vZm9v/wAA_wAA_wAA",
    ],
)
def test_other_words_are_no_runs(data):
    assert [run for run in runs(data) if run.end - run.start > 16] == []


def test_what_compressed_values_unpack_to_is_bounded():
    bomb = base64.b64encode(gzip.compress(bytes(1_000_000)))
    assert sum(len(run.data) for run in runs(b" ".join([bomb] * 40))) <= 4_100_000
