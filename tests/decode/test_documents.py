import json

import pytest

from companion.decode.documents import Sort, documents, is_markup
from companion.decode.page import Page
from companion.model import Direction, SlateSource, SocketMessage
from tests.builders import NOON, an_exchange

ITEMS = {"items": [{"title": "One long title", "url": "/1"}, {"title": "Another one", "url": "/2"}]}


def of(body: str | bytes, kind: str = "application/json", **more):
    raw = body if isinstance(body, bytes) else body.encode()
    return list(documents(an_exchange(body=raw, received=(("content-type", kind),), **more)))


def test_a_json_answer_is_one_tree():
    (document,) = of(json.dumps(ITEMS))
    assert (document.prefix, document.sort, document.root) == ("", Sort.TREE, ITEMS)
    assert document.source is SlateSource.JSON


def test_state_comes_before_markup():
    html = f'<html><body><script id="s" type="application/json">{json.dumps(ITEMS)}</script></body>'
    state, page = of(html, "text/html")
    assert (state.prefix, state.source) == ("script#s", SlateSource.EMBEDDED)
    assert isinstance(page.root, Page)
    assert page.source is SlateSource.HTML


def test_json_is_read_whatever_type_is_declared():
    (document,) = of(json.dumps(ITEMS), "text/html")
    assert document.source is SlateSource.JSON


def test_a_feed_is_a_tree_of_xml():
    (document,) = of(f"<rss><channel><title>{'T' * 60}</title></channel></rss>", "text/xml")
    assert document.source is SlateSource.XML


def test_xml_that_cannot_be_read_is_no_document():
    assert of('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>' + "&b;" * 30) == []


def test_three_objects_one_after_the_other_may_be_one_list():
    lines = of("\n".join(json.dumps(ITEMS | {"n": n}) for n in range(3)), "application/x-ndjson")
    assert [document.prefix for document in lines] == ["line:0", "line:1", "line:2", "line:0"]
    assert isinstance(lines[-1].root, list)


def test_state_by_position_is_put_together():
    state = [{"items": 1}, [2, 2], {"title": 3}, "A title", "", "", "x" * 60]
    (document,) = of(json.dumps(state))
    assert document.root == {"items": [{"title": "A title"}] * 2}
    assert document.positions[id(document.root["items"])] == 1


def test_state_by_position_inside_a_tree_is_put_together():
    state = [{"items": 1}, [2, 2], {"title": 3}, "A title", "", "", "x" * 60]
    whole, inner = of(json.dumps({"nodes": [{"data": state}]}))
    assert (whole.prefix, inner.prefix) == ("", "/nodes/0/data")
    assert inner.root == {"items": [{"title": "A title"}] * 2}


def test_what_a_server_says_over_a_socket_is_a_document():
    def said(direction, ordinal):
        body = json.dumps(ITEMS).encode()
        return SocketMessage(ordinal=ordinal, direction=direction, body=body, seen_at=NOON)

    sockets = (said(Direction.SENT, 0), said(Direction.RECEIVED, 1))
    assert [document.prefix for document in of(b"", sockets=sockets)] == ["ws:1"]


@pytest.mark.parametrize(
    ("body", "kind"), [("", "text/html"), ("<p>short</p>", "text/html"), ("x" * 90, "image/png")]
)
def test_what_can_hold_no_list_is_no_document(body, kind):
    assert of(body, kind) == []


@pytest.mark.parametrize(
    ("media", "head", "expected"),
    [
        ("text/html", "<x-card>", True),
        ("", "<div class=a>", True),
        ("text/plain", "<unknown>", False),
        ("text/html", "{}", False),
    ],
)
def test_markup_is_known_by_its_beginning(media, head, expected):
    assert is_markup(media, head) is expected
