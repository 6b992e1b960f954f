import base64

import pytest

from companion.capture.har_message import answer, request
from companion.model import Message
from tests.capture.hars import headers


def test_http2s_own_headers_are_left_out_and_joined_lines_stand_apart():
    given = [
        {"name": ":authority", "value": "news.example"},
        {"name": "set-cookie", "value": "a=1; Path=/\nb=2"},
        {"name": "", "value": "x"},
        "no header",
    ]
    message, _ = answer({"status": 204, "headers": given}, bodiless=False)
    assert message.headers == (("set-cookie", "a=1; Path=/"), ("set-cookie", "b=2"))


def test_cookies_that_stand_only_in_the_list_become_headers():
    sent = request(
        {"headers": [], "cookies": [{"name": "a", "value": "1"}, {"name": "b", "value": "2"}]}
    )
    assert sent.headers == (("Cookie", "a=1; b=2"),)
    cookie = {
        "name": "uid",
        "value": "k3",
        "path": "/",
        "domain": ".news.example",
        "expires": "2027-05-03T12:00:00.000Z",
        "httpOnly": True,
        "secure": True,
        "sameSite": "None",
    }
    received, _ = answer(
        {"status": 200, "cookies": [cookie, {"name": "s", "value": "1"}]}, bodiless=False
    )
    assert received.all("set-cookie") == (
        (
            "uid=k3; Expires=Mon, 03 May 2027 12:00:00 GMT; Path=/; Domain=.news.example; "
            "SameSite=None; HttpOnly; Secure"
        ),
        "s=1",
    )


def test_cookies_are_not_doubled_where_the_header_stands():
    sent = request({"headers": headers(Cookie="a=1"), "cookies": [{"name": "a", "value": "1"}]})
    assert sent.headers == (("Cookie", "a=1"),)
    received, _ = answer(
        {"status": 200, "headers": headers(Set_Cookie="a=1"), "cookies": [{"name": "a"}]},
        bodiless=False,
    )
    assert received.all("set-cookie") == ("a=1",)


@pytest.mark.parametrize(
    ("posted", "body"),
    [
        ({"text": "a=1"}, b"a=1"),
        ({"text": base64.b64encode(b"\x00\xff").decode(), "encoding": "base64"}, b"\x00\xff"),
        ({"text": "AP8=", "_encoding": "base64"}, b"\x00\xff"),
        ({"text": "?", "encoding": "base64"}, None),
        ({"params": [{"name": "q", "value": "a b"}, {"name": "e"}]}, b"q=a+b&e="),
        ({}, None),
        (None, None),
    ],
)
def test_what_was_posted(posted, body):
    assert request({"postData": posted}).body == body


def test_the_media_type_beside_a_body_counts_where_no_header_names_one():
    sent = request({"postData": {"mimeType": "application/json", "text": "{}"}})
    assert sent == Message(headers=(("Content-Type", "application/json"),), body=b"{}", length=2)


def test_a_text_is_written_in_the_charset_it_declares():
    content = {"text": "café", "mimeType": "text/plain; charset=iso-8859-1", "size": 4}
    assert answer({"status": 200, "content": content}, bodiless=False)[0].body == "café".encode(
        "latin-1"
    )


def test_a_page_that_declares_its_charset_itself():
    page = '<meta charset="windows-1252">€'
    content = {"text": page, "mimeType": "text/html"}
    assert answer({"status": 200, "content": content}, bodiless=False)[0].body == page.encode(
        "cp1252"
    )


@pytest.mark.parametrize("charset", ["no-such", "ascii"])
def test_a_charset_that_does_not_fit_gives_way_to_utf8(charset):
    content = {"text": "日本\ud800", "mimeType": f"text/plain; charset={charset}"}
    assert answer({"status": 200, "content": content}, bodiless=False)[0].body == "日本?".encode()


def test_a_content_coding_that_was_undone_is_moved_into_a_note():
    received = {
        "status": 200,
        "headers": headers(content_encoding="br", content_type="text/html"),
        "content": {"text": "page", "size": 4},
    }
    message, note = answer(received, bodiless=False)
    assert message.headers == (("content-type", "text/html"),)
    assert note == "content-encoding br was undone by what wrote the file"


def test_a_body_that_is_still_packed_keeps_its_content_coding():
    packed = base64.b64encode(b"\x1f\x8b\x08rest").decode()
    received = {
        "status": 200,
        "headers": headers(content_encoding="gzip"),
        "content": {"text": packed, "encoding": "base64", "size": 7},
    }
    message, note = answer(received, bodiless=False)
    assert (message.header("content-encoding"), note) == ("gzip", "")


@pytest.mark.parametrize(
    ("received", "missing"),
    [
        ({"content": {"size": 9}}, "the file has no body for this answer"),
        ({"content": {"size": 9, "text": ""}}, "the file has no body for this answer"),
        ({"content": {"size": -1}}, "the file has no body for this answer"),
        ({"content": {"size": 9, "comment": "too large"}}, "too large"),
        (
            {"content": {"size": 9, "text": "?", "encoding": "base64"}},
            "the body in the file is no base64",
        ),
        ({"status": 0, "_error": "net::ERR_BLOCKED_BY_CLIENT"}, "net::ERR_BLOCKED_BY_CLIENT"),
        ({"status": 0, "content": {"text": "x"}}, "no answer came"),
        ({"status": "200"}, "no answer came"),
    ],
)
def test_a_body_that_is_missing_says_why(received, missing):
    message, _ = answer({"status": 200} | received, bodiless=False)
    assert (message.body, message.missing) == (None, missing)


@pytest.mark.parametrize(
    ("received", "bodiless"),
    [
        ({"status": 304, "content": {"size": 9}}, False),
        ({"status": 200, "content": {"size": 9}}, True),
        ({"status": 200, "content": {"size": 0}}, False),
    ],
)
def test_where_no_body_is_expected_none_is_missing(received, bodiless):
    assert answer(received, bodiless=bodiless)[0].missing == ""


@pytest.mark.parametrize(
    ("received", "length"),
    [
        ({"bodySize": 10, "_transferSize": 20}, 10),
        ({"bodySize": -1, "_transferSize": 20}, 20),
        ({"bodySize": -1, "content": {"size": 30, "compression": 5}}, 25),
        ({"content": {"text": "four"}}, 4),
        ({"bodySize": True, "content": {"size": float("nan")}}, 0),
    ],
)
def test_the_wire_length_is_the_best_that_is_known(received, length):
    assert answer({"status": 200} | received, bodiless=False)[0].length == length
