import pytest

from companion.decode.leaves import leaves
from companion.decode.locate import find
from companion.model import Direction, Message
from tests.builders import an_exchange

PAGE = b"""<html><body><div id="app" data-x='{"a": [1]}'><ul><li>one</li></ul></div>
<template><ul><li>two</li></ul></template>
<script id="s" type="application/json">{"feed": [{"t": 1}]}</script>"""


def a_page():
    return an_exchange(body=PAGE)


@pytest.mark.parametrize(
    ("locator", "found"),
    [
        ("script#s >> /feed", '[{"t": 1}]'),
        ("script#s >> /feed/0/t", "1"),
        ("script#s", '{"feed": [{"t": 1}]}'),
        ("div#app[data-x] >> /a/0", "1"),
        ("div#app > ul:nth-of-type(1)", "<ul><li>one</li></ul>"),
        (
            "html > body:nth-of-type(1) > template:nth-of-type(1) >> template >> ul",
            "<ul><li>two</li></ul>",
        ),
    ],
)
def test_places_in_a_page_are_found(locator, found):
    assert find(a_page(), locator) == found


@pytest.mark.parametrize(
    "locator",
    [
        "script#s >> /nothing",
        "script#s >> /feed/7",
        "script#s >> /feed/x",
        "script#s >> /feed/0/t/u",
        "script#s >> b64",
        "table#none",
        "template >> li",
        "query:none",
        "/none",
        "a:::b",
        "cookie:x >> b64",
    ],
)
def test_nothing_is_found_where_nothing_stands(locator):
    assert find(a_page(), locator) is None


def test_elements_are_received_never_sent():
    assert find(a_page(), "div#app", Direction.SENT) is None
    assert find(a_page(), "div#app", Direction.RECEIVED).startswith("<div")


def test_what_was_received_is_looked_at_first():
    exchange = an_exchange(
        request=Message(
            headers=(("cookie", "uid=sent"), ("content-type", "application/json")),
            body=b'{"a": "asked"}',
        ),
        received=(("set-cookie", "uid=set"), ("content-type", "application/json")),
        body=b'{"a": "answered"}',
    )
    assert find(exchange, "/a") == "answered"
    assert find(exchange, "/a", Direction.SENT) == "asked"
    assert find(exchange, "cookie:uid") == "set"
    assert find(exchange, "cookie:uid", Direction.SENT) == "sent"


def test_keys_that_look_like_steps_are_found():
    exchange = an_exchange(
        received=(("content-type", "application/json"),), body=b'{"a >> b": {"c/d~": 1}}'
    )
    assert find(exchange, "/a ~2 b/c~1d~0") == "1"


def test_the_whole_body_is_the_empty_locator():
    exchange = an_exchange(
        received=(("content-type", "application/json"),), body=b'{"a": "\xc3\xa4"}'
    )
    assert find(exchange, "") == '{"a": "ä"}'


def test_locators_in_real_pages_and_answers_find_their_values(corpus):
    for path in sorted((corpus / "bodies").iterdir()):
        media = "text/html" if path.suffix == ".html" else "application/json"
        exchange = an_exchange(received=(("content-type", media),), body=path.read_bytes())
        found = leaves(exchange)
        for leaf in found[:: max(1, len(found) // 5)]:
            assert find(exchange, leaf.locator, leaf.direction) == leaf.value, path.name
