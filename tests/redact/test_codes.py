import base64
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from companion.redact import codes
from tests.redact.coding import SWAPPED, raw_deflate
from tests.redact.coding import base58 as to_base58

MAIL = b"jane@mail.example"


@given(st.binary(min_size=1, max_size=300))
def test_base58_leads_there_and_back(raw):
    assert codes.base58(raw) == to_base58(raw)
    assert codes.Reading(raw, "b58") in set(codes.every(to_base58(raw))) or len(raw) < 40


def test_a_published_word_of_base58_is_read():
    assert codes.base58(b"Hello World!") == b"2NEpo7TZRRrLZSi2U"
    assert next(codes.every(b"2NEpo7TZRRrLZSi2U")) == (b"Hello World!", "b58")


@pytest.mark.parametrize("word", [b"recommendation-engine", b"/static/js/vendors", b"a" * 9_000])
def test_words_and_paths_are_no_code(word):
    assert list(codes.every(word)) == [] or word[:1] == b"a"


@pytest.mark.parametrize(
    ("packed", "name"),
    [
        (zlib.compress(MAIL), "zlib"),
        (zlib.compress(MAIL, 1), "zlib"),
        (zstandard.compress(MAIL), "zstd"),
    ],
)
def test_compressed_bytes_are_known_by_how_they_begin(packed, name):
    assert codes.unpacked(packed) == (MAIL, name)


@pytest.mark.parametrize("raw", [b"", b"x", MAIL, b"\x78\x9cnothing", brotli.compress(MAIL)])
def test_other_bytes_are_not_unpacked(raw):
    assert codes.unpacked(raw) is None


@pytest.mark.parametrize("raw", [b"", MAIL, b"\x00" * 20, b"\xff\xfe"])
def test_what_was_not_deflated_is_none(raw):
    assert codes.deflated(raw) is None


def test_deflated_bytes_are_read_without_any_mark():
    assert codes.deflated(raw_deflate(MAIL)) == (MAIL, "deflate")


def test_the_letters_of_the_vendor_are_put_back():
    assert codes.swapped(MAIL.translate(SWAPPED)) == MAIL
    assert MAIL.translate(SWAPPED) != MAIL


@given(st.binary(max_size=60))
def test_no_word_is_too_strange(word):
    for reading in (*codes.likely(word), *codes.every(word)):
        assert isinstance(reading.data, bytes)
    codes.base64_of(base64.b64encode(word)[:-3])
