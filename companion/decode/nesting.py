"""Values inside values: percent-encoding, Base64, web tokens, query strings, JSON, gzip, lz."""

import base64
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from companion.decode import lz
from companion.decode.content import undo
from companion.decode.jsontext import nested
from companion.decode.pairs import looks_like_query, pairs, query_of
from companion.decode.steps import clean, numbered

LARGEST = 400_000  # characters of one value that are looked into

# Base64 of printable text: what the first six bytes can be; or of gzip.
_PRINTABLE = r"(?:(?:[I-Za-f][C-HS-Xi-nyz0-3]|[wx][\w+/-])[\w+/-]{2}){2}|H4sI[\w+/-]{4}"
_LZ = r"(?:N4I[gh]|NobwR|NoIg)[\w+/ $-]{8}"  # how JSON begins when lz-string packed it
# A first look that costs little: most values are words, numbers and plain addresses.
_GATE = re.compile(
    rf"[\[{{\"]|Bearer |(?:{_PRINTABLE})[\w+/-]*+(?:$|[=.])|[^\s%=?]*+(?:[%?]|=(?!=?$))"
    rf"|\w+:[^|\s]*+\||{_LZ}"
).match
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
_URL = re.compile(r"(?:https?:)?//|[\w.\-~/]*[?;#][\w.\-\[\]]+=")
_LABELLED = re.compile(r"[A-Za-z_]\w{0,40}:[^|:\s]*(?:\|[A-Za-z_]\w{0,40}:[^|:\s]*)+")
_BASE64 = re.compile(rf"(?:{_PRINTABLE})[A-Za-z0-9+/]*+={{0,2}}", re.ASCII)
_TOKEN = re.compile(r"(?:Bearer\s+)?eyJ[\w-]{4,}\.(eyJ[\w-]{4,})\.[\w-]*={0,2}")
_PACKED = re.compile(_LZ)
_GZIP = b"\x1f\x8b"


class Inner(NamedTuple):
    """A value found in another: the steps that lead to it, and the name it stands under there."""

    steps: str
    value: object
    name: str = ""


def may_hold(value: str) -> bool:
    """Whether a value may hold others; a cheap look that errs towards yes."""
    return len(value) > 6 and _GATE(value) is not None


def inner(value: str) -> Iterator[Inner]:
    """The values one layer inside `value`, by the first reading that makes sense."""
    if len(value) > LARGEST:
        return
    if value[:1] in {"{", "[", '"'}:
        if (tree := nested(value)) is not None:
            yield Inner("", tree)
    elif token := _TOKEN.fullmatch(value):
        yield from _payload(token[1])
    elif _URL.match(value) or looks_like_query(value) or _LABELLED.fullmatch(value):
        yield from _fields(value)
    elif _PACKED.match(value):
        yield from _from_lz(value)
    elif _ESCAPED.search(value):
        yield Inner("url", clean(unquote(value)))
    else:
        yield from _from_base64(value)


def step_into(value: object, step: str) -> object:
    """What stands one named step inside a value; None when nothing does."""
    if isinstance(value, bytes):
        return _gunzipped(value) if step == "gzip" else None
    if not isinstance(value, str):
        return None
    if step == "b64":
        raw = _unbase64(value)
        return raw if raw is None or raw.startswith(_GZIP) else _printable(raw)
    if step == "lz":
        return _unpacked(value)
    if step == "url":
        return clean(unquote(value))
    return next((found.value for found in inner(value) if found.steps == step), None)


def _fields(value: str) -> Iterator[Inner]:
    if _LABELLED.fullmatch(value):
        yield from _labelled(value)
        return
    query = query_of(value) if _URL.match(value) else value
    separator = "&"
    if not query and ";" in value:  # matrix parameters, as ad servers write them in paths
        query, separator = value.partition(";")[2], ";"
    for step, name, inside in numbered("query", pairs(query, separator)):
        yield Inner(step, inside, name)


def _labelled(value: str) -> Iterator[Inner]:
    """The pieces of `name:value|name:value`, as some cookies are written."""
    pieces = (piece.partition(":") for piece in value.split("|"))
    for step, name, inside in numbered("query", ((name, it) for name, _, it in pieces)):
        yield Inner(step, inside, name)


def _payload(part: str) -> Iterator[Inner]:
    raw = _unbase64(part)
    tree = nested(raw.decode("utf-8", "replace")) if raw else None
    if tree is not None:
        yield Inner("jwt:payload", tree)


def _from_base64(value: str) -> Iterator[Inner]:
    raw = _unbase64(value)
    if raw is None:
        return
    if raw.startswith(_GZIP):
        unpacked = _gunzipped(raw)
        if unpacked is not None:
            yield Inner("b64 >> gzip", unpacked)
        return
    text = _printable(raw)
    if text is not None:
        yield Inner("b64", text)


def _from_lz(value: str) -> Iterator[Inner]:
    text = _unpacked(value)
    if text is not None and nested(text) is not None:
        yield Inner("lz", text)


def _unpacked(value: str) -> str | None:
    """What lz-string packed; a plus sign in a query was read as a space."""
    text = lz.unpacked(value.replace(" ", "+").encode("ascii", "replace"))
    return text if text is None else clean(text)


def _unbase64(value: str) -> bytes | None:
    """The bytes of a Base64 or Base64url value, padded or not; None when it can't be one."""
    value = value.replace("-", "+").replace("_", "/")
    core = value.rstrip("=")
    if len(core) % 4 == 1 or not _BASE64.fullmatch(value):
        return None
    return base64.b64decode(core + "=" * (-len(core) % 4))


def _printable(raw: bytes) -> str | None:
    """The text of some bytes where it can be meant: UTF-8, printable, no mere number."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if len(text) < 4 or text.isdigit() or (len(raw) < 12 and not text.isascii()):
        return None
    flat = text.translate(_SPACES)
    return text if flat.isprintable() else None


def _gunzipped(raw: bytes) -> str | None:
    content = undo(raw, "gzip", LARGEST)
    return None if content.body == raw else content.body.decode("utf-8", "replace")


_SPACES = str.maketrans("\n\r\t", "   ")
