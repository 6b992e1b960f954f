"""Nothing that a site sends raises an error out of extraction."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.decode.content import decoded
from companion.extract.extract import extract
from companion.extract.recent import Recent
from companion.model import Direction, Message, SocketMessage
from tests.builders import NOON, a_slate, an_exchange

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
