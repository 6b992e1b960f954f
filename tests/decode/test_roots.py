import gzip

import pytest

from companion.decode.roots import Root, body, roots
from companion.model import Direction, Message
from tests.builders import an_exchange

SENT, RECEIVED = Direction.SENT, Direction.RECEIVED


def test_roots_come_in_the_order_of_the_bytes():
    exchange = an_exchange(
        "https://ads.example/sync?uid=7",
        request=Message(
            headers=(("cookie", "c=1"), ("referer", "https://news.example/")), body=b"em=x%40y"
        ),
        received=(("set-cookie", "c=2"), ("etag", "e3"), ("content-type", "application/json")),
        body=b'{"a": 1}',
    )
    assert [root[:4] for root in roots(exchange)] == [
        ("path:0", "sync", "path", SENT),
        ("query:uid", "7", "uid", SENT),
        ("cookie:c", "1", "c", SENT),
        ("header:referer", "https://news.example/", "referer", SENT),
        ("form:em", "x@y", "em", SENT),
        ("cookie:c", "2", "c", RECEIVED),
        ("header:etag", "e3", "etag", RECEIVED),
        ("", {"a": 1}, "", RECEIVED),
    ]


def test_a_broken_address_has_no_roots():
    assert list(roots(an_exchange("https://[broken/"))) == []


@pytest.mark.parametrize(
    "message",
    [
        Message(),
        Message(body=b""),
        Message(headers=(("content-type", "image/png"),), body=b"a=1&b=2"),
        Message(headers=(("content-type", "application/json"),), body=b'\0\0{"a": 1}'),
        Message(body=b"<rss><item/></rss>"),
    ],
)
def test_bodies_that_say_nothing(message):
    assert list(body(message, RECEIVED)) == []


def test_a_compressed_body_stands_under_gzip():
    assert list(body(Message(body=gzip.compress(b'{"a": 1}')), SENT)) == [
        Root("gzip", {"a": 1}, "", SENT, "json")
    ]


def test_a_wide_body_is_text():
    (root,) = body(Message(body='{"a": 1}'.encode("utf-16")), SENT)
    assert root.value == {"a": 1}
