from datetime import UTC, datetime

import pytest

from companion.capture.har_entry import Frame, Unusable, exchange, web_address
from companion.model import Direction, Message, Origin, SocketMessage, Visitor
from tests.builders import NOON
from tests.capture.hars import an_entry

FRAME = Frame(visitor=Visitor(name="me"), origin_file="a.har")


def test_an_entry_becomes_an_exchange():
    made = exchange(an_entry(serverIPAddress="[2001:db8::1]"), "https://www.news.example/", FRAME)
    assert made.response == Message(
        headers=(("content-type", "text/html; charset=utf-8"),), body=b"hello", length=5
    )
    assert (made.method, made.status, made.seen_at, made.party) == (
        "GET",
        200,
        NOON,
        "news.example",
    )
    assert (made.server_address, made.origin) == ("2001:db8::1", Origin.IMPORT)
    assert (made.visitor.name, made.origin_file, made.notes) == ("me", "a.har", ())


@pytest.mark.parametrize(
    "url", ["data:text/plain,x", "blob:https://a.example/1", "chrome-extension://x/y"]
)
def test_what_never_left_the_browser_has_no_web_address(url):
    assert web_address(an_entry(url)) == ""


def test_a_fragment_is_no_part_of_a_web_address():
    assert web_address(an_entry("https://news.example/a#part")) == "https://news.example/a"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({}, "it has no address"),
        ({"request": {"url": 7}}, "it has no address"),
        ({"request": {"url": "https://[x"}}, "can't be read"),
        ({"request": {"url": "https:///path"}}, "names no host"),
    ],
)
def test_an_entry_without_an_address_is_unusable(entry, reason):
    with pytest.raises(Unusable, match=reason):
        web_address(entry)


def test_a_time_that_cant_be_read_is_that_of_the_entry_before():
    frame = Frame(visitor=Visitor(), origin_file="a.har", earlier=NOON)
    made = exchange(an_entry(startedDateTime="?"), "https://news.example/", frame)
    assert made.seen_at == NOON
    assert made.notes == ("its time can't be read: that of the entry before is given",)


def test_without_any_time_an_entry_is_unusable():
    with pytest.raises(Unusable, match="no time"):
        exchange(an_entry(startedDateTime=None), "https://news.example/", FRAME)


def test_what_came_from_the_browsers_cache_is_said():
    made = exchange(an_entry(_fromCache="disk"), "https://news.example/", FRAME)
    assert made.notes == ("answered from the browser's cache",)


def test_websocket_messages_of_both_directions():
    messages = [
        {"type": "send", "time": 1700000000.5, "opcode": 1, "data": "hi"},
        {"type": "receive", "time": None, "opcode": 2, "data": "AP8="},
        {"type": "receive", "time": 1e99, "opcode": 2, "data": "?"},
    ]
    made = exchange(an_entry(_webSocketMessages=messages), "wss://news.example/", FRAME)
    assert made.sockets == (
        SocketMessage(
            ordinal=0,
            direction=Direction.SENT,
            body=b"hi",
            seen_at=datetime.fromtimestamp(1700000000.5, UTC),
        ),
        SocketMessage(ordinal=1, direction=Direction.RECEIVED, body=b"\x00\xff", seen_at=NOON),
        SocketMessage(ordinal=2, direction=Direction.RECEIVED, body=b"?", seen_at=NOON),
    )
