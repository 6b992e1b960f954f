"""Evidence with the text around it."""

import pytest

from companion.model import Direction, Message, SocketMessage
from companion.report.excerpts import MARGIN, Excerpt, excerpt
from tests.builders import NOON, an_exchange

JSON = (("content-type", "application/json"),)


def _shown(found):
    return f"{found.before}[{found.value}]{found.after}"


@pytest.mark.parametrize(
    ("exchange", "locator", "value", "shown"),
    [
        (
            an_exchange("https://a.example/p?v=1&uid=1&n=1"), "query:uid", "1",
            "https://a.example/p?v=1&uid=[1]&n=1",
        ),
        (
            an_exchange("https://a.example/p?m=a%40b.example"), "query:m", "a@b.example",
            "https://a.example/p?m=[a%40b.example]",
        ),
        (
            an_exchange(sent=(("cookie", "a=1; uid=k3jd"),)), "cookie:uid", "k3jd",
            "a=1; uid=[k3jd]",
        ),
        (
            an_exchange(received=(("set-cookie", "uid=k3jd; Path=/"),)), "cookie:uid", "k3jd",
            "uid=[k3jd]; Path=/",
        ),
        (an_exchange(received=(("etag", '"k3jd"'),)), "header:etag", "k3jd", '"[k3jd]"'),
        (
            an_exchange(request=Message(headers=JSON, body=b'{"m": "a \\"b\\""}')), "/m", 'a "b"',
            '{"m": "[a \\"b\\"]"}',
        ),
        (an_exchange(received=JSON, body=b'{"age":30,"n":3}'), "/n", "3", '{"age":30,"n":[3]}'),
        (an_exchange(request=Message(body=b"x=1&m=two+words")), "form:m", "two words",
            "x=1&m=[two+words]"),
        (
            an_exchange(
                sockets=(
                    SocketMessage(
                        ordinal=0, direction=Direction.SENT, body=b'{"seg": 4}', seen_at=NOON
                    ),
                )
            ),
            "ws:0 >> /seg", "4", '{"seg": [4]}',
        ),
        (an_exchange(received=JSON, body=b'["hikers"]'), "/0", "hikers", '["[hikers]"]'),
        (an_exchange(body=b"whole answer"), "", "whole", "[whole] answer"),
    ],
    ids=str,
)  # fmt: skip
def test_a_value_is_shown_as_it_was_written(exchange, locator, value, shown):
    assert _shown(excerpt(exchange, locator, value)) == shown


@pytest.mark.parametrize(
    ("locator", "value"), [("/data >> b64 >> /email", "hidden"), ("/9", "3"), ("header:etag", "x")]
)
def test_what_does_not_stand_there_as_such_is_shown_alone(locator, value):
    sent = an_exchange(received=JSON, body=b'{"data": "aGlkZGVu", "n": 3}')
    assert excerpt(sent, locator, value) == Excerpt(value=value)


def test_what_is_far_around_is_left_out():
    long = an_exchange(received=JSON, body=b"x" * 500 + b'"k":"value"' + b"y" * 500)
    found = excerpt(long, "/k", "value")
    assert len(found.before) == len(found.after) == MARGIN + 1
    assert found.before.startswith("…xx")
    assert found.after.endswith("yy…")
