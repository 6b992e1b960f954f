import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.decode.lz import BEGINS, MOST, unpacked
from tests.redact.coding import lz


def test_a_published_text_is_unpacked():
    assert unpacked(b"BYUwNmD2AEDukCcwBMg=") == "hello world"


@given(st.text(min_size=1, max_size=200))
def test_whatever_was_packed_is_unpacked(text):
    text = text.encode("utf-16-le", "replace").decode("utf-16-le", "replace")
    if all(ord(letter) < 0x10000 for letter in text):
        assert unpacked(lz(text.encode())) == text
        assert unpacked(lz(text.encode(), "/")) == text


@given(st.text(st.characters(min_codepoint=1, max_codepoint=126), min_size=1, max_size=40))
def test_packed_ascii_is_known_by_how_it_begins(text):
    packed = lz(text.encode())
    assert len(packed) < 4 or BEGINS.match(packed)


@pytest.mark.parametrize("word", ["recommendations", "5d41402abc4b2a76", "CAESEIwu8sHBvkEr", "zz"])
def test_most_other_words_begin_otherwise(word):
    assert not BEGINS.match(word.encode()) or not (unpacked(word.encode()) or "").isprintable()


@given(st.binary(max_size=100))
def test_nonsense_gives_nothing_or_some_text(data):
    assert unpacked(data) is None or isinstance(unpacked(data), str)


@pytest.mark.parametrize("word", [b"", b"N4Ig", b"BYUwNm", b"!!!!", b"Q"])
def test_what_is_cut_or_no_code_is_none(word):
    assert not unpacked(word)


def test_what_is_unpacked_is_bounded():
    bomb = lz(b"a" * 600_000)
    assert len(bomb) < 4_000
    assert MOST < len(unpacked(bomb)) < MOST + 1_000
