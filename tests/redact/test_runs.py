import base64
import gzip
import zlib
from urllib.parse import quote

import pytest

from companion.redact.runs import runs
from tests.redact.coding import base58, lz, raw_deflate


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
    (run,) = runs(b"z=" + base64.b64encode(zlib.compress(b"jane@mail.example")))
    assert (run.data, run.coding) == (b"jane@mail.example", "b64 >> zlib")
    (run,) = runs(b"z=" + lz(b"jane@mail.example"))
    assert (run.data, run.coding) == (b"jane@mail.example", "lz")


@pytest.mark.parametrize(
    "packed",
    [gzip.compress(b"jane@mail.example", mtime=0), zlib.compress(b"a" * 40)],
    ids=["gzip", "zlib"],
)
def test_compressed_bytes_in_percent_encoding_are_found(packed):
    coded = quote(packed, safe="").encode()
    (run,) = runs(b"z=" + coded + b"&a=1")
    assert (run.start, run.end) == (2, 2 + len(coded))
    assert run.data in {b"jane@mail.example", b"a" * 40}


@pytest.mark.parametrize("data", [b"z=%41%42", b"100%25 of x%20y", b"x%9czz"])
def test_other_percent_encoding_is_no_run(data):
    assert list(runs(data)) == []


@pytest.mark.parametrize(
    ("coded", "coding"),
    [
        (base64.b16encode(b"jane@mail.example"), "b16"),
        (base64.b32encode(b"jane@mail.example").lower().rstrip(b"="), "b32"),
        (base58(b"jane@mail.example"), "b58"),
        (quote(raw_deflate(b"jane@mail.example"), safe="").encode(), "deflate"),
    ],
)
def test_rarer_codings_are_read_where_all_are_wanted(coded, coding):
    data = b'{"d": "' + coded + b'"}'
    assert (b"jane@mail.example", coding) in {
        (run.data, run.coding) for run in runs(data, deep=True)
    }
    assert not [run for run in runs(data) if b"jane" in run.data]


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
