"""Bodies and messages that are no text: MessagePack, protocol buffers, frames of gRPC."""

from typing import Any, NamedTuple

import msgpack

from companion.decode import protobuf
from companion.decode.steps import clean

LARGEST = 4_000_000  # bytes read of one body
_SHARE = 0.9  # of bytes of no known type that must read as protocol buffers
_DEEPEST = 60  # maps and arrays of MessagePack within each other
_FRAME = 5  # bytes before a message of gRPC: a flag and its length


class Tree(NamedTuple):
    """A value tree in some bytes, the step that leads to it, and what could not be read."""

    value: object
    step: str
    note: str = ""


def read(raw: bytes, media: str) -> Tree | None:
    """The tree that some bytes are, by their media type or, without a telling one, by trying."""
    raw = raw[:LARGEST]
    if "grpc" in media:
        raw = _unframed(raw)
    if "proto" in media or "grpc" in media:
        return _protobuf(raw, least=0.0)
    if "msgpack" in media or "messagepack" in media:
        return _msgpack(raw)
    if media in {"", "application/octet-stream", "application/binary", "text/plain"}:
        return (_msgpack(raw) if _opens_container(raw) else None) or _protobuf(raw, least=_SHARE)
    return None


def _protobuf(raw: bytes, *, least: float) -> Tree | None:
    found = protobuf.read(raw)
    if not found.fields or found.end < least * len(raw):
        return None
    note = "" if found.end == len(raw) else f"protobuf read up to byte {found.end}"
    return Tree(found.fields, "protobuf", note)


def _msgpack(raw: bytes) -> Tree | None:
    unpacker = msgpack.Unpacker(raw=False, strict_map_key=False, unicode_errors="replace")
    unpacker.feed(raw)
    found: list[Any] = []
    note = ""
    try:
        found += (_plain(value, _DEEPEST) for value in unpacker)
    except (ValueError, TypeError, msgpack.UnpackException, RecursionError):
        note = "msgpack is broken or cut short"
    if not note and unpacker.tell() < len(raw):
        note = "msgpack is broken or cut short"
    trees = [one for one in found if isinstance(one, dict | list)]
    if not trees:
        return None
    return Tree(trees[0] if len(trees) == 1 else trees, "msgpack", note)


def _plain(value: Any, deepest: int) -> Any:
    """A value as JSON could hold it: keys as text, bytes as text where they are some."""
    if deepest == 0:
        return None
    if isinstance(value, dict):
        return {clean(str(key)): _plain(one, deepest - 1) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one, deepest - 1) for one in value]
    if isinstance(value, bytes):
        return clean(value.decode("utf-8", "replace"))
    if isinstance(value, str):
        return clean(value)
    return value if isinstance(value, int | float | bool) else None


def _opens_container(raw: bytes) -> bool:
    return bool(raw) and (0x80 <= raw[0] <= 0x9F or 0xDC <= raw[0] <= 0xDF)


def _unframed(raw: bytes) -> bytes:
    """The first message of a stream of gRPC, without its frame."""
    if len(raw) < _FRAME or raw[0] not in {0, 1}:
        return raw
    return raw[_FRAME : _FRAME + int.from_bytes(raw[1:_FRAME], "big")]
