"""Nothing that a site sends raises an error out of extraction."""

import gzip
import json
import random
import zlib
from urllib.parse import quote

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.decode.content import LIMIT, decoded
from companion.extract.extract import extract
from companion.extract.recent import Recent
from companion.model import Direction, Message, SocketMessage
from tests.builders import NOON, a_slate, an_exchange

CODINGS = ("", "gzip", "deflate", "br", "zstd", "gzip, br", "x-nonsense")
TYPES = ("text/html", "application/json", "text/plain", "application/x-www-form-urlencoded", "")
text = st.text(max_size=60)
tree = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(body=st.binary(max_size=300), kind=st.sampled_from(TYPES), name=text, value=text)
def test_any_bytes_and_headers_are_read(body, kind, name, value):
    headers = (("content-type", kind), ("cookie", f"{name}={value}"), (name, value))
    extract(
        decoded(
            an_exchange(
                method="POST",
                request=Message(headers=headers, body=body),
                response=Message(headers=(*headers, ("set-cookie", f"{name}={value}")), body=body),
            )
        )
    )


@settings(max_examples=60, deadline=None)
@given(value=tree)
def test_any_tree_is_read(value):
    body = json.dumps({"user": value, "experiments": value, "segments": value}).encode()
    extract(an_exchange(received=(("content-type", "application/json"),), body=body))


@pytest.mark.parametrize(
    "body",
    [b"[" * 2_000, b'{"a":' * 2_000 + b"1" + b"}" * 2_000, b"\xff\xfe\x00{", b"<" * 50_000],
)
def test_deep_and_broken_bodies_are_read(body):
    extract(an_exchange(received=(("content-type", "application/json"),), body=body))


def test_a_huge_header_is_read():
    extract(an_exchange(sent=(("cookie", "uid=" + "ab1" * 100_000),)))


def test_a_broken_address_in_a_list_or_a_redirect_is_read():
    recent = Recent()
    recent.deliver([a_slate("One")], "https://[broken/")
    document = (("sec-fetch-dest", "document"),)
    moved = (("location", "https://[broken/x"),)
    extract(an_exchange(status=302, sent=document, received=moved), recent=recent)
    extract(an_exchange(page="https://[broken/x", sent=(("cookie", "uid=k3jd92hf83hd7w2q"),)))


def test_messages_of_a_socket_are_read():
    said = SocketMessage(
        ordinal=0, direction=Direction.SENT, body=b'{"visitorId":"k3jd92hf83hd7w2q"}', seen_at=NOON
    )
    (found,) = extract(an_exchange("wss://push.example/s", sockets=(said,))).signals
    assert found.locator == "ws:0 >> /visitorId"


GARBAGE = random.Random(5).randbytes(5_000_000)
WORDS = random.Random(6).choices("abcdefghij {}[]<>\"'=&:,;%+/\\\n0123456789\u00fc", k=1_500_000)
KINDS = (
    *("text/html", "application/json", "text/plain", "application/x-www-form-urlencoded", ""),
    *("text/event-stream", "application/x-ndjson", "multipart/form-data; boundary=x"),
    *("text/javascript", "application/x-protobuf", "application/msgpack", "text/x-component"),
    *("application/octet-stream", "application/grpc-web+proto", "text/html; charset=utf-16"),
    *("application/json; charset=nonsense", "text/xml", "application/json; charset=shift_jis"),
)


def both_ways(body, kind, coding=""):
    headers = (("content-type", kind), *((("content-encoding", coding),) if coding else ()))
    message = Message(headers=headers, body=body, length=len(body))
    return an_exchange("https://ads.example/p", method="POST", request=message, response=message)


@pytest.mark.parametrize("kind", KINDS)
def test_five_megabytes_of_garbage_are_read_under_any_type(kind):
    extract(decoded(both_ways(GARBAGE, kind)))
    extract(decoded(both_ways("".join(WORDS).encode(), kind)))


def stream(coding, size=40_000_000):
    """Zeros that a coding makes small."""
    return {
        "gzip": lambda: gzip.compress(bytes(size)),
        "deflate": lambda: zlib.compress(bytes(size)),
        "br": lambda: brotli.compress(bytes(size), quality=5),
        "zstd": lambda: zstandard.compress(bytes(size)),
    }[coding]()


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_cut_and_that_is_noted(coding):
    exchange = decoded(both_ways(stream(coding), "application/json", coding))
    assert len(exchange.response.body) <= LIMIT
    assert any(note.endswith(f"cut at {LIMIT} bytes") for note in exchange.notes)
    extract(exchange)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "nonsense"])
def test_a_coding_that_is_a_lie_is_noted(coding):
    exchange = decoded(both_ways(b'{"uid": "k3jd92hf83hd7w2q"}', "application/json", coding))
    assert exchange.notes
    assert extract(exchange).signals


@pytest.mark.parametrize("inner", [b"[" * 2_000, b'{"a":' * 2_000, b"<div>" * 2_000])
@pytest.mark.parametrize("kind", KINDS)
def test_depth_is_read_under_any_type(inner, kind):
    extract(decoded(both_ways(inner, kind)))
    extract(decoded(both_ways(json.dumps({"a": inner.decode()}).encode(), kind)))
    extract(an_exchange("https://ads.example/?d=" + quote(inner.decode())))


WHOLE = (
    *(
        b'{"user": {"id": "k3jd92hf83hd7w2q", "tags": ["a", 1.5, null]}}',
        b"a=1&b=%7B%22c%22%3A1%7D",
    ),
    *(b"<html><script>var a = {b: [1, 'x']};</script><input name=q value=1>", b"f({'a': 1});"),
    *(b'data: {"a": 1}\n\nevent: x\ndata: y\n\n', b'0:{"a":[1]}\n1:T5,hello2:["x"]\n'),
    *(b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--', b")]}'\n[1,2]"),
    *(gzip.compress(b'{"a": 1}', mtime=0), zlib.compress(b'{"a": 1}'), b"\x0a\x03abc\x10\x01"),
    *(b"\x82\xa1a\x01\xa1b\x93\x01\x02\x03", b"<rss><channel><item/></channel></rss>"),
)


@pytest.mark.parametrize("whole", WHOLE)
def test_whatever_is_cut_anywhere_is_read(whole):
    for end in range(len(whole)):
        for kind in ("", "application/json", "text/html", "multipart/form-data; boundary=x"):
            extract(decoded(both_ways(whole[:end], kind)))


def test_headers_of_300_kilobytes_are_read():
    many = tuple((f"x-{at}", f"v{at}=" + "ab1" * 10) for at in range(7_500))
    cookies = "; ".join(f"c{at}=value{at}" for at in range(20_000))
    long = (("cookie", cookies), ("referer", "https://n.example/?" + "a=1&" * 75_000))
    extract(an_exchange(sent=(*many, *long), received=(*many, ("set-cookie", cookies))))


@settings(max_examples=80, deadline=None)
@given(data=st.binary(max_size=200), kind=st.sampled_from(KINDS), coding=st.sampled_from(CODINGS))
def test_any_bytes_under_any_type_and_coding_are_read(data, kind, coding):
    extract(decoded(both_ways(data, kind, coding)))


@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_of_a_socket_are_read(data):
    said = SocketMessage(ordinal=0, direction=Direction.SENT, body=data, seen_at=NOON)
    extract(an_exchange(sockets=(said,)))
