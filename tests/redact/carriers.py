"""Everything in which a value can travel: each makes an exchange that carries some values."""

import gzip
import json
from collections.abc import Callable, Sequence
from urllib.parse import quote

from companion.model import Direction, Exchange, Message, SocketMessage
from tests.builders import NOON, an_exchange

type Values = Sequence[bytes]


def pairs(values: Values, separator: str = "&") -> str:
    return separator.join(f"k{at}={quote(value, safe='')}" for at, value in enumerate(values))


def path(values: Values) -> Exchange:
    pieces = (quote(value, safe="") for value in values)
    return an_exchange("https://ads.example/" + "/i.gif/".join(pieces))


def query(values: Values) -> Exchange:
    return an_exchange(f"https://ads.example/p?{pairs(values)}")


def referer(values: Values) -> Exchange:
    return an_exchange(sent=(("referer", f"https://news.example/?{pairs(values)}"),))


def location(values: Values) -> Exchange:
    return an_exchange(status=302, received=(("location", f"https://b.example/?{pairs(values)}"),))


def cookie(values: Values) -> Exchange:
    return an_exchange(sent=(("cookie", pairs(values, "; ")),))


def set_cookie(values: Values) -> Exchange:
    lines = tuple(("set-cookie", f"{pairs([value])}; Path=/") for value in values)
    return an_exchange(received=lines)


def header(values: Values) -> Exchange:
    return an_exchange(sent=tuple((f"x-k{at}", value.decode()) for at, value in enumerate(values)))


def form(values: Values) -> Exchange:
    return posted("application/x-www-form-urlencoded", pairs(values).encode())


def multipart(values: Values) -> Exchange:
    parts = b"".join(
        b'--x\r\nContent-Disposition: form-data; name="k%d"\r\n\r\n%b\r\n' % (at, value)
        for at, value in enumerate(values)
    )
    return posted("multipart/form-data; boundary=x", parts + b"--x--\r\n")


def json_sent(values: Values) -> Exchange:
    return posted("application/json", listed(values))


def json_received(values: Values) -> Exchange:
    return an_exchange(received=(("content-type", "application/json"),), body=listed(values))


def json_in_parameter(values: Values) -> Exchange:
    return an_exchange(f"https://ads.example/?d={quote(listed(values), safe='')}")


def compressed(values: Values) -> Exchange:
    return posted("text/plain", gzip.compress(listed(values)))


def socket(values: Values) -> Exchange:
    messages = tuple(
        SocketMessage(
            ordinal=at, direction=Direction.SENT, body=b'{"k":"%b"}' % value, seen_at=NOON
        )
        for at, value in enumerate(values)
    )
    return an_exchange(sockets=messages)


def events(values: Values) -> Exchange:
    body = b"".join(b'data: {"k":"%b"}\n\n' % value for value in values)
    return an_exchange(received=(("content-type", "text/event-stream"),), body=body)


def page(values: Values) -> Exchange:
    body = b"<html><script>var k = %b;</script>" % listed(values)
    return an_exchange(received=(("content-type", "text/html"),), body=body)


def listed(values: Values) -> bytes:
    return json.dumps({f"k{at}": value.decode() for at, value in enumerate(values)}).encode()


def posted(kind: str, body: bytes) -> Exchange:
    request = Message(headers=(("content-type", kind),), body=body, length=len(body))
    return an_exchange(method="POST", request=request)


CARRIERS: dict[str, Callable[[Values], Exchange]] = {
    made.__name__: made
    for made in (
        *(path, query, referer, location, cookie, set_cookie, header, form, multipart),
        *(json_sent, json_received, json_in_parameter, compressed, socket, events, page),
    )
}


def text_of(exchange: Exchange) -> str:
    """All of an exchange as one text."""
    pieces = [exchange.url]
    for message in (exchange.request, exchange.response):
        pieces += [value for _, value in message.headers]
        pieces.append((message.body or b"").decode("latin-1"))
    return "\n".join([*pieces, *(one.body.decode("latin-1") for one in exchange.sockets)])
