"""Content codings, charsets, and bodies of every format: the first two bytes choose."""

from companion.decode import content
from companion.decode.leaves import leaves
from companion.model import Message
from tests.builders import an_exchange

CODINGS = ("", "gzip", "deflate", "br", "zstd", "gzip, br", "br, deflate, gzip, zstd, br")
TYPES = (
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=b",
    "text/event-stream",
    "application/javascript",
    "application/xml",
    "application/x-protobuf",
    "application/msgpack",
    "text/x-component",
    "text/plain; charset=utf-16",
    "application/octet-stream",
    "",
)


def read(data: bytes) -> None:
    """Undo codings, and take what comes of it apart."""
    coding, kind = (*data[:2], 0, 0)[:2]
    named = (
        ("content-type", TYPES[kind % len(TYPES)]),
        ("content-encoding", CODINGS[coding % len(CODINGS)]),
    )
    body = data[2:]
    content.opened(body)
    exchange = content.decoded(
        an_exchange(
            method="POST",
            request=Message(headers=named, body=body),
            response=Message(headers=named, body=body),
        )
    )
    assert len(exchange.response.body or b"") <= content.LIMIT
    content.text(exchange.response)
    leaves(exchange)
