import base64

import pytest

from companion.extract.coverage import coverage, shape
from companion.model import Direction, Message, SocketMessage
from tests.builders import NOON, an_exchange

BLOB = base64.b64encode(bytes((n * 73 + 41) % 256 for n in range(180))).decode()
JSON = (("content-type", "application/json"),)


def counted(url="https://ads.example/collect?a=1", explained=(), **changes):
    changes.setdefault("response", Message())
    return coverage(an_exchange(url, **changes), explained)


def answered(body, media="application/json", **changes):
    response = Message(headers=(("content-type", media),), body=body)
    return counted("https://ads.example/x", response=response, **changes)


def test_named_values_are_read():
    found = counted("https://ads.example/collect?uid=123&ev=view")
    assert (found.sent, found.received, found.unread) == (15, 0, 0)
    assert (found.site, found.host, found.path) == ("news.example", "ads.example", "/collect")


def test_a_json_answer_is_read():
    found = answered(b'{"segments":["a"]}')
    assert (found.received, found.unread) == (18, 0)


def test_packed_text_that_no_reading_opens_is_unread():
    found = answered(f'{{"d":"{BLOB}"}}'.encode())
    assert found.unread == len(BLOB)


def test_packed_text_that_opens_is_read():
    inside = base64.b64encode(b'{"user":"' + b"word and word " * 20 + b'"}').decode()
    assert answered(f'{{"d":"{inside}"}}'.encode()).unread == 0


def test_packed_text_that_a_signal_explains_is_read():
    assert answered(f'{{"d":"{BLOB}"}}'.encode(), explained={"/d"}).unread == 0


@pytest.mark.parametrize("words", ["a " * 80, "https://a.example/" + "x" * 120, "some-words-" * 12])
def test_long_words_are_no_packed_text(words):
    assert answered(f'{{"d":"{words}"}}'.encode()).unread == 0


def test_a_body_in_no_known_format_is_unread():
    found = answered(b"\x9c\x02\x00\xff\x01" * 20, "application/x-own")
    assert found.unread == found.received == 100


def test_markup_and_prose_without_any_value_are_read():
    found = answered(b"<p>A frame.</p>", "text/html")
    assert (found.received, found.unread) == (15, 0)


def test_packed_text_in_no_known_format_is_unread():
    assert answered(BLOB.encode(), "application/x-own").unread == len(BLOB)


@pytest.mark.parametrize("media", ["image/gif", "font/woff2", "text/css", "video/mp4"])
def test_media_are_not_counted(media):
    assert answered(b"GIF89a...", media).received == 0


def test_program_code_is_not_counted_but_data_in_a_call_is():
    assert answered(b"function f(){return 1}", "text/javascript").received == 0
    assert answered(b'callback({"uid":"abc"})', "text/javascript").received == 23


def test_socket_messages_are_counted():
    frame = SocketMessage(ordinal=0, direction=Direction.SENT, seen_at=NOON, body=b'{"a":1}')
    assert counted("https://ads.example/ws", sockets=(frame,)).sent == 7


def test_an_endpoint_of_a_vendor_file_is_documented_and_another_is_not():
    assert counted("https://www.google-analytics.com/g/collect?v=2&tid=G-1&cid=1.2").documented
    assert not counted("https://www.google-analytics.com/other?v=2").documented


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/v1/users/82731", "/v1/users/*"),
        ("/g/collect", "/g/collect"),
        ("/p/[email:em:sha256:1a2b]/x", "/p/*/x"),
        ("/a/b/c/d/e/f", "/a/b/c/d/*"),
        ("/%F0%9F%98%80/x", "/*/x"),
        ("", "/"),
    ],
)
def test_what_changes_is_left_out_of_a_path(path, told):
    assert shape(path) == told
