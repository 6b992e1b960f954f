import json

import pytest

from companion.decode.locate import find
from companion.decode.scalars import ALIKE
from companion.model import Direction, Message, SocketMessage
from companion.redact.places import MOST, places
from companion.redact.secrets import Secret
from tests.builders import NOON, an_exchange

TOKEN = "[seed:email::0123456789ab]"
LABEL = "seed-0123456789ab"
WRITTEN = {TOKEN: Secret("seed", "email", "", "x"), LABEL: Secret("seed", "email", "", "x")}
JSON = (("content-type", "application/json"),)

LONG = [{"a": {"n": 1}}] * ALIKE + [{"a": {"em": TOKEN}}]
BINARY = SocketMessage(
    ordinal=3, direction=Direction.SENT, body=b"hi \xff " + TOKEN.encode(), seen_at=NOON
)


def where(exchange):
    return [(one.locator, one.direction.value) for one in places(exchange, WRITTEN)]


def test_a_place_says_what_was_taken_out():
    (one,) = places(an_exchange(f"https://a.example/?em={TOKEN}"), WRITTEN)
    assert (one.kind, one.field, one.chain, one.token) == ("seed", "email", "", TOKEN)


@pytest.mark.parametrize(
    ("exchange", "found"),
    [
        (an_exchange(f"https://a.example/u/{TOKEN}"), [("path:1", "sent")]),
        (an_exchange(f"https://a.example/?u=https://b.example/?em={TOKEN}"),
         [("query:u >> query:em", "sent")]),
        (an_exchange(sent=(("cookie", f"em={TOKEN}"),)), [("cookie:em", "sent")]),
        (an_exchange(received=(("set-cookie", f"em={TOKEN}"),)), [("cookie:em", "received")]),
        (an_exchange(received=(("link", f"<{TOKEN}>"),)), [("header:link", "received")]),
        (an_exchange(f"https://{LABEL}.example/"), [("header:host", "sent")]),
        (an_exchange(body=f"<p>one</p><p>Hello <b>{TOKEN}</b></p>".encode()),
         [("html > body:nth-of-type(1) > p:nth-of-type(2) > b:nth-of-type(1)", "received")]),
        (an_exchange(body=f"<a id=me href='/{TOKEN}'>x</a>".encode()), [("a#me", "received")]),
        (an_exchange(body=f"<p>x</p><!-- {TOKEN} -->".encode()), [("", "received")]),
        (an_exchange(request=Message(body=b"\xff\0 " + TOKEN.encode())), [("", "sent")]),
        (an_exchange(received=JSON, body=json.dumps(LONG).encode()),
         [(f"/{ALIKE}/a/em", "received")]),
        (an_exchange(sockets=(BINARY,)), [("ws:3", "sent")]),
    ],
)  # fmt: skip
def test_tokens_are_found_wherever_they_stand(exchange, found):
    assert where(exchange) == found


def test_every_place_of_a_value_leads_to_its_token():
    body = json.dumps({"a": TOKEN, "b": json.dumps({"c": [TOKEN]})}).encode()
    exchange = an_exchange(request=Message(headers=JSON, body=body))
    assert where(exchange) == [("/a", "sent"), ("/b >> /c/0", "sent")]
    assert all(
        find(exchange, one.locator, one.direction) == TOKEN for one in places(exchange, WRITTEN)
    )


def test_the_places_of_one_exchange_are_bounded():
    exchange = an_exchange(received=JSON, body=json.dumps([TOKEN] * (MOST + 50)).encode())
    assert len(where(exchange)) == MOST


def test_without_tokens_there_are_no_places():
    assert where(an_exchange()) == []


def test_a_list_too_large_to_be_looked_through_is_found_as_a_body():
    body = json.dumps({"z": [[TOKEN]] * 2, "a": [{"b": {}}] * 120_000}).encode()
    assert where(an_exchange(received=JSON, body=body))
