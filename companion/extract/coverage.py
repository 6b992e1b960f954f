"""How much of what an exchange with a third party carried could be read, and where it was spoken.

Counted are parameters of the address, bodies and socket messages; not pictures, fonts, styles,
program code, nor what the record does not hold. Unread is a body in no format that is known, and
packed text which no reading opened and no rule knows: a blob is bytes that nobody has looked into.
"""

import re
from collections.abc import Collection, Iterator
from itertools import chain
from typing import NamedTuple

from companion.decode import roots
from companion.decode.leaves import Leaf, collect
from companion.decode.pairs import query_of
from companion.decode.roots import Root
from companion.extract.signals.shape import plain
from companion.extract.urls import split
from companion.extract.vendors.load import documented
from companion.model import Coverage, Direction, Exchange, Message

_SHORTEST = 100  # characters of packed text; identifiers and signatures are shorter
_PACKED = re.compile(r"[A-Za-z0-9+/=_.~*!|:-]+")
_CODE = ("javascript", "ecmascript")
_STEPS = 4  # segments of a path that tell endpoints apart
_NAME = re.compile(r"(?!.*\d.*\d.*\d)[\w.-]{1,24}", re.ASCII)
_LONGEST = 120


class _Piece(NamedTuple):
    """A part of an exchange that carries data, and the values found in it."""

    raw: bytes
    direction: Direction
    trees: tuple[Root, ...]


def coverage(exchange: Exchange, explained: Collection[str]) -> Coverage:
    """How much of what an exchange carried was read.

    Args:
        exchange: decoded and redacted.
        explained: the locators at which signals of it stand.
    """
    sizes = dict.fromkeys(Direction, 0)
    unread = 0
    for piece in _pieces(exchange):
        sizes[piece.direction] += len(piece.raw)
        unread += _unread(piece, explained)
    parts = split(exchange.url)
    return Coverage(
        exchange=exchange.id,
        site=exchange.site or "",
        host=parts.hostname or exchange.party,
        path=shape(parts.path),
        sent=sizes[Direction.SENT],
        received=sizes[Direction.RECEIVED],
        unread=unread,
        documented=bool(documented(exchange)),
    )


def shape(path: str) -> str:
    """A path with what changes from one call to the next left out: /v1/users/82731 is /v1/users/*.

    It names endpoints in lists: neither ids nor personal data may stand in it.
    """
    steps = [step for step in path.split("/") if step]
    named = [step if _NAME.fullmatch(step) else "*" for step in steps[:_STEPS]]
    return ("/" + "/".join(named) + ("/*" if steps[_STEPS:] else ""))[:_LONGEST]


def _pieces(exchange: Exchange) -> Iterator[_Piece]:
    sent, received = Direction.SENT, Direction.RECEIVED
    if query := query_of(exchange.url):
        yield _Piece(query.encode("utf-8", "replace"), sent, tuple(roots.address(exchange.url)))
    for message, way in ((exchange.request, sent), (exchange.response, received)):
        if message.body and not message.media_type.startswith(roots.SILENT):
            trees = tuple(roots.body(message, way))
            if not _is_code(message, trees):
                yield _Piece(message.body, way, trees)
    for frame in exchange.sockets:
        yield _Piece(frame.body, frame.direction, tuple(roots.socket(frame)))


def _is_code(message: Message, trees: tuple[Root, ...]) -> bool:
    """Scripts are program code, but for those that hand JSON to a function."""
    is_script = any(word in message.media_type for word in _CODE)
    return is_script and all(tree.carrier == "script" for tree in trees)


def _unread(piece: _Piece, explained: Collection[str]) -> int:
    """Bytes that nobody has looked into; prose and markup without any value hold none."""
    if piece.trees:
        return min(len(piece.raw), _packed(piece, explained))
    return 0 if _is_prose(piece.raw) else len(piece.raw)


def _is_prose(raw: bytes) -> bool:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\0" not in text and not _is_packed(text.strip())


def _packed(piece: _Piece, explained: Collection[str]) -> int:
    """Characters of packed values that were not opened and that no signal explains."""
    found = collect(piece.trees)
    opened = {id(outer) for leaf in found for outer in _around(leaf)}
    return sum(
        len(leaf.value)
        for leaf in found
        if _is_packed(leaf.value) and id(leaf) not in opened and not _told(leaf, explained)
    )


def _told(leaf: Leaf, explained: Collection[str]) -> bool:
    """Whether a signal stands at the value, or at one that holds it."""
    return any(it.locator in explained for it in chain([leaf], _around(leaf)))


def _around(leaf: Leaf) -> Iterator[Leaf]:
    outer = leaf.place.outer
    while outer is not None:
        yield outer
        outer = outer.place.outer


def _is_packed(value: str) -> bool:
    return len(value) >= _SHORTEST and _PACKED.fullmatch(value) is not None and not plain(value)
