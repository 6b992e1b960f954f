"""Requests are read leniently; answers say what they are."""

import pytest

from companion.smallweb.message import Request, Response, data, page, redirect, static


def test_a_request_is_taken_apart():
    request = Request("GET", "news.test", "/search?q=a+b", {"cookie": "a=1; b=2"})
    assert (request.path, request.query, request.cookies) == (
        "/search",
        {"q": "a b"},
        {"a": "1", "b": "2"},
    )


@pytest.mark.parametrize("cookie", ["", "a\x00=1", "a,b=;;"])
def test_cookies_that_cannot_be_read_are_left_out(cookie):
    assert Request("GET", "x", "/", {"cookie": cookie}).cookies == {}


def test_a_form_and_json_are_read():
    assert Request("POST", "x", "/", body=b"a=1&b=%C3%A4").form == {"a": "1", "b": "ä"}
    assert Request("POST", "x", "/", body=b'{"a": 1}').json == {"a": 1}


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b"\xff"])
def test_json_that_is_no_object_is_empty(body):
    assert Request("POST", "x", "/", body=body).json == {}


def test_answers_name_their_type():
    assert page("<p>").header("content-type") == "text/html; charset=utf-8"
    assert data({"a": "ä"}).body == '{"a":"ä"}'.encode()
    assert "immutable" in static(b"", "image/svg+xml").header("Cache-Control")
    assert redirect("/x").header("Location") == "/x"
    assert Response().header("nothing") == ""
    assert Response(status=421).phrase == "Misdirected Request"
