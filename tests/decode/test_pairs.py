import pytest

from companion.decode.pairs import (
    MOST,
    SetCookie,
    cookies,
    looks_like_query,
    pairs,
    query_of,
    segments,
    set_cookies,
)


def test_pairs_are_decoded_in_order():
    assert list(pairs("a=1+2&b=%C3%A4&&c&a=")) == [("a", "1 2"), ("b", "ä"), ("c", ""), ("a", "")]


def test_pairs_of_a_hostile_query_are_bounded():
    assert len(list(pairs("a=1&" * (MOST * 2)))) == MOST


@pytest.mark.parametrize("text", ["uid=k3jd", "a=1&b=2", "a=&b=", "u[em]=x", "_ga=GA1.2.3.4"])
def test_queries_are_recognised(text):
    assert looks_like_query(text)


@pytest.mark.parametrize("text", ["", "hello", "YWJjZA==", "a=", "x = y", "9=8", "if (a=b)"])
def test_other_texts_are_no_queries(text):
    assert not looks_like_query(text)


@pytest.mark.parametrize(
    ("url", "query"),
    [
        ("https://a.example/?x=1#y=2", "x=1&y=2"),
        ("https://a.example/?x=1#top", "x=1"),
        ("https://a.example/", ""),
    ],
)
def test_query_of_a_url_includes_what_its_fragment_says(url, query):
    assert query_of(url) == query


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://a.example/u/a%20b/", ["u", "a b", ""]),
        ("https://a.example", [""]),
        ("https://[broken/a", []),
    ],
)
def test_segments_of_a_path(url, found):
    assert segments(url) == found


def test_cookies_are_split_at_semicolons():
    assert list(cookies('a=1; b="x=y"; flag; =z')) == [("a", "1"), ("b", "x=y"), ("", "z")]


def test_set_cookies_have_their_attributes():
    lines = ("uid=abc; Max-Age=60; Secure", "flag; Path=/", "a=1\nb=2; Path=/x")
    assert list(set_cookies(lines)) == [
        SetCookie("uid", "abc", {"max-age": "60", "secure": ""}),
        SetCookie("a", "1", {}),
        SetCookie("b", "2", {"path": "/x"}),
    ]
