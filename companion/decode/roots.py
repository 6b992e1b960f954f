"""Everything an exchange carries, as value trees with the place where each begins."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from companion.decode import binary, formats, pairs
from companion.decode.content import opened
from companion.decode.content import text as text_of
from companion.decode.steps import clean, join, name, numbered
from companion.model import Direction, Exchange, Message, SocketMessage

SILENT = ("image/", "audio/", "video/", "font/", "text/css", "application/wasm")
_BINARY = ("proto", "grpc", "msgpack", "messagepack")
_CONTROL = re.compile(rb"[\1-\x08\x0e-\x1a]")
_FRAME = re.compile(r"\d{0,4}(?=[\[{])|a(?=\[\")")  # what socket libraries write before JSON
_BEARING = re.compile(r"[A-Za-z][\w.-]{0,40}")


class Root(NamedTuple):
    """One value tree of an exchange; `prefix` is the locator at which it stands.

    `value` is what json.loads gives, or a string. `name` is the key it stands under, "" for a
    whole body. `note` says what could not be read of it.
    """

    prefix: str
    value: object
    name: str
    direction: Direction
    carrier: str
    note: str = ""


def roots(exchange: Exchange) -> Iterator[Root]:
    """The value trees of a decoded exchange, what was sent first, in the order of the bytes."""
    sent, received = Direction.SENT, Direction.RECEIVED
    request, response = exchange.request, exchange.response
    yield from address(exchange.url)
    yield from _head(
        request, (c for line in request.all("cookie") for c in pairs.cookies(line)), sent
    )
    yield from body(request, sent)
    set_cookies = pairs.set_cookies(response.all("set-cookie"))
    yield from _head(response, ((c.name, c.value) for c in set_cookies), received)
    yield from body(response, received)
    for message in exchange.sockets:
        yield from socket(message)


def body(message: Message, direction: Direction) -> Iterator[Root]:
    """The value trees of a body; media have none."""
    raw, prefix, media = message.body, "", message.media_type
    if not raw or media.startswith(SILENT):
        return
    raw, prefix = opened(raw)  # beacons are compressed by scripts, without a header
    if prefix:
        message = Message(headers=message.headers, body=raw)
    if _is_binary(raw, media):
        if tree := binary.read(raw, media):
            where = join(prefix, tree.step)
            yield Root(where, tree.value, "", direction, "json", tree.note)
        return
    found = formats.a_body(media, message.header("content-type"), text_of(message))
    for part in formats.parse(found):
        where = join(prefix, part.prefix)
        yield Root(where, part.value, part.name, direction, part.carrier, part.note)


def _is_binary(raw: bytes, media: str) -> bool:
    if media.startswith("multipart/"):  # a file among the fields
        return False
    if any(word in media for word in _BINARY):
        return not media.endswith(("+json", "-text"))
    if media in {"", "application/octet-stream"} and _CONTROL.search(raw, 0, 1024):
        return True
    return b"\0" in raw[:1024] and raw[:2] not in {b"\xff\xfe", b"\xfe\xff"}


def address(url: str) -> Iterator[Root]:
    """The value trees of an address: its path and its parameters."""
    before = "path"
    for ordinal, segment in enumerate(pairs.segments(url)):
        if segment:
            yield Root(name("path", ordinal), segment, before, Direction.SENT, "path")
            before = segment if _BEARING.fullmatch(segment) else "path"
    yield from _named("query", pairs.pairs(pairs.query_of(url)), Direction.SENT)


def _named(carrier: str, found: Iterable[tuple[str, str]], way: Direction) -> list[Root]:
    return [
        Root(step, value, word, way, carrier)
        for step, word, value in numbered(carrier, found)
        if value
    ]


def _head(message: Message, cookies: Iterable[tuple[str, str]], way: Direction) -> list[Root]:
    plain = _plain_headers()
    telling = [
        (name, clean(value)) for key, value in message.headers if (name := key.lower()) not in plain
    ]
    return _named("cookie", cookies, way) + _named("header", telling, way)


@cache
def _plain_headers() -> frozenset[str]:
    data = tomllib.loads(files(__package__).joinpath("headers.toml").read_text("utf-8"))
    return frozenset(data["plain"])


def socket(message: SocketMessage) -> Iterator[Root]:
    """The value trees of one WebSocket message."""
    raw, step = opened(message.body)
    place = join(name("ws", message.ordinal), step)
    if _is_binary(raw, ""):
        if tree := binary.read(raw, ""):
            yield Root(join(place, tree.step), tree.value, "", message.direction, "ws", tree.note)
        return
    words = raw.decode("utf-8", "replace")
    frame = _FRAME.match(words)
    found = formats.a_body("", "", words[frame.end() :] if frame else words)
    for part in formats.parse(found):
        where = join(place, part.prefix)
        yield Root(where, part.value, part.name, message.direction, "ws", part.note)
