import gzip
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from companion.decode.content import CODINGS, LIMIT, decoded, text, undo
from companion.model import Message
from tests.builders import an_exchange

PAGE = b"<html><body>" + b"".join(b"<p>%d</p>" % n for n in range(40_000)) + b"</body></html>"


def raw_deflate(body: bytes) -> bytes:
    return zlib.compress(body, wbits=-15)


CODERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}


@pytest.mark.parametrize("coding", CODERS)
def test_each_coding_is_undone(coding):
    assert undo(CODERS[coding](PAGE), coding) == (PAGE, ())


@pytest.mark.parametrize("coder", [raw_deflate, gzip.compress])
def test_deflate_is_raw_or_gzip_as_servers_send_it(coder):
    assert undo(coder(PAGE), "deflate") == (PAGE, ())


def test_gzip_members_follow_each_other():
    assert undo(gzip.compress(b"one ") + gzip.compress(b"two"), "gzip").body == b"one two"


def test_bytes_after_a_gzip_member_are_left_out():
    assert undo(gzip.compress(b"one") + b"\0\0\0", "gzip") == (b"one", ())


def test_stacked_codings_are_undone_from_the_last():
    assert undo(brotli.compress(gzip.compress(PAGE)), "gzip, br") == (PAGE, ())


def test_too_many_codings_are_noted():
    body = b"hello"
    for _ in range(CODINGS + 1):
        body = gzip.compress(body)
    content = undo(body, ", ".join(["gzip"] * (CODINGS + 1)))
    assert content.body == gzip.compress(b"hello")
    assert content.notes == ("5 codings, too many to undo",)


@pytest.mark.parametrize("coding", ["identity", "none", ""])
def test_no_coding_leaves_the_body(coding):
    assert undo(PAGE, coding) == (PAGE, ())


def test_an_unknown_coding_leaves_the_body_and_is_noted():
    content = undo(PAGE, "dcb")
    assert content.body == PAGE
    assert "'dcb' is not known" in content.notes[0]


@pytest.mark.parametrize("coding", CODERS)
def test_a_bomb_is_cut_at_the_limit(coding):
    content = undo(CODERS[coding](bytes(20_000_000)), coding)
    assert len(content.body) == LIMIT
    assert content.notes == ("cut at 8000000 bytes",)


@pytest.mark.parametrize("coding", CODERS)
def test_a_body_of_exactly_the_limit_is_whole(coding):
    assert undo(CODERS[coding](bytes(70_000)), coding, 70_000) == (bytes(70_000), ())


@pytest.mark.parametrize("coding", CODERS)
@pytest.mark.parametrize("body", [b'{"a": 1}', b";", b"<html>hello</html>", b"x" * 5000])
def test_a_body_that_was_never_compressed_is_read_as_it_is(coding, body):
    content = undo(body, coding)
    assert content.body == body
    assert content.notes == (f"not {coding} as declared; read as it was sent",)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_cut_body_gives_what_could_be_read(coding):
    whole = CODERS[coding](PAGE)
    content = undo(whole[: len(whole) * 2 // 3], coding)
    assert content.body
    assert PAGE.startswith(content.body)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_cut_body_is_noted(coding):
    assert "was cut short after" in undo(CODERS[coding](PAGE)[:-50], coding).notes[0]


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_stream_broken_in_the_middle_gives_its_beginning(coding):
    whole = bytearray(CODERS[coding](PAGE * 3))
    middle = len(whole) * 3 // 4
    whole[middle : middle + 40] = b"\xff" * 40
    content = undo(bytes(whole), coding)
    assert content.body[:100] == PAGE[:100]


@given(st.binary(max_size=300), st.sampled_from([*CODERS, "nonsense"]))
def test_any_bytes_under_any_coding_come_back(body, coding):
    assert isinstance(undo(body, coding).body, bytes)


def test_decoded_undoes_both_bodies_and_keeps_the_headers():
    coded = (("Content-Encoding", "gzip"), ("content-type", "text/plain"))
    exchange = an_exchange(
        request=Message(headers=coded, body=gzip.compress(b"asked")),
        response=Message(headers=coded, body=gzip.compress(b"answered")),
    )
    read = decoded(exchange)
    assert (read.request.body, read.response.body) == (b"asked", b"answered")
    assert read.response.headers == coded
    assert read.notes == ()


def test_decoded_notes_whose_body_could_not_be_read():
    exchange = an_exchange(received=(("content-encoding", "br"),), body=b"plain words")
    assert decoded(exchange).notes == ("response body: not br as declared; read as it was sent",)


def test_decoded_leaves_an_exchange_without_bodies():
    assert decoded(an_exchange()) == an_exchange()


@pytest.mark.parametrize(
    ("content_type", "body", "words"),
    [
        ("text/html; charset=utf-8", "Käse".encode(), "Käse"),
        ('text/html; charset="ISO-8859-1"', "Käse".encode("latin-1"), "Käse"),
        ("text/html; charset=us-ascii", b"\x93hi\x94", "“hi”"),
        ("text/html; charset=shift_jis", "日本".encode("shift_jis"), "日本"),
        ("text/html", b'<meta charset="windows-1251">' + "Да".encode("cp1251"), "Да"),
        ("text/html; charset=utf-16", "Käse".encode("utf-16-le"), "Käse"),
        ("text/html; charset=utf-16", "Käse".encode(), "Käse"),
        ("text/html", b"\xef\xbb\xbfhi", "hi"),
        ("text/html", "Käse".encode("utf-16"), "Käse"),
        ("text/html; charset=zlib", "Käse".encode(), "Käse"),
        ("text/html; charset=windows-9999", "Käse".encode(), "Käse"),
        ("text/html", "Käse und Brot".encode("latin-1"), "Käse und Brot"),
        ("text/html", "Brot und Kä".encode()[:-1], "Brot und K"),
        ("text/html; charset=utf-8", b"K\xe4se", "K\ufffdse"),
        ("", b"", ""),
    ],
)
def test_text_follows_what_is_declared_and_can_be_true(content_type, body, words):
    message = Message(headers=(("Content-Type", content_type),), body=body)
    assert text(message).endswith(words)


def test_text_of_no_body_is_empty():
    assert text(Message()) == ""


@given(st.binary(max_size=200), st.text(max_size=20))
def test_text_reads_any_bytes_under_any_charset(body, charset):
    message = Message(headers=(("content-type", f"text/html; charset={charset}"),), body=body)
    text(message).encode("utf-8")
