"""Content coding undone within bounds, and charsets: a body as the bytes and text it stands for.

The only module that knows compression libraries. Nothing here raises on what a site sent: what
can't be read stays as it is, and a note says so in words.
"""

import codecs
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import NamedTuple

import brotli
import zstandard

from companion.model import Exchange, Message

LIMIT = 8_000_000  # bytes of output per coding; the largest pages measured have 3 MB
CODINGS = 4  # stacked codings undone at most
_STEP = 65536
_ZSTD_WINDOW = 8 << 20  # what RFC 9659 lets a server use

_PLAIN = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]+")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_KNOWN_CHARSET = re.compile(
    r"utf-?(8|16|16le|16be|32)|iso-?8859-?\d+|latin-?\d|windows-?\d+|cp\d+|us-ascii|ascii"
    r"|shift[-_]jis|euc-?\w\w|gb\w+|big5(-hkscs)?|koi8-[ru]|iso-2022-jp|tis-620|mac(intosh)?",
    re.I,
)
_LATIN = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"}
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


# How compressed bytes begin: the coding as HTTP calls it, and the step of a locator.
_MARKED = {
    b"\x1f\x8b": ("gzip", "gzip"),
    b"\x28\xb5": ("zstd", "zstd"),
    b"\x78\x01": ("deflate", "zlib"),
    b"\x78\x5e": ("deflate", "zlib"),
    b"\x78\x9c": ("deflate", "zlib"),
    b"\x78\xda": ("deflate", "zlib"),
}


class Content(NamedTuple):
    """Bytes with their codings undone as far as possible, and what could not be read."""

    body: bytes
    notes: tuple[str, ...] = ()


class _Broken(Exception):
    """The compressed stream stopped making sense, or stopped."""


type _Pieces = Iterator[bytes]


def undo(body: bytes, encoding: str, limit: int = LIMIT) -> Content:
    """`body` without the codings that a Content-Encoding header lists, `limit` bytes at most."""
    content = Content(body)
    codings = [coding.strip().lower() for coding in encoding.split(",") if coding.strip()]
    for coding in reversed(codings[-CODINGS:]):
        step = _undo_one(content.body, coding, limit)
        content = Content(step.body, content.notes + step.notes)
    if len(codings) > CODINGS:
        return content._replace(notes=(*content.notes, f"{len(codings)} codings, too many to undo"))
    return content


def opened(body: bytes, limit: int = LIMIT) -> tuple[bytes, str]:
    """The content of bytes that begin like compressed ones, and its name; "" for all others.

    Scripts compress what they send and store, without a header that says so.
    """
    coding, name = _MARKED.get(body[:2], ("", ""))
    if not coding:
        return body, ""
    content = undo(body, coding, limit).body
    return (body, "") if content == body else (content, name)


def decoded(exchange: Exchange) -> Exchange:
    """The exchange with the content coding of both bodies undone; headers stay as they were."""
    request, of_request = _decoded_message(exchange.request, "request body")
    response, of_response = _decoded_message(exchange.response, "response body")
    notes = exchange.notes + of_request + of_response
    return replace(exchange, request=request, response=response, notes=notes)


def text(message: Message) -> str:
    """The body as text: by BOM, header, `meta`, as UTF-8, else as Latin-1; "" without a body.

    A declared charset is followed as browsers do, with U+FFFD for what does not fit.
    """
    body = message.body or b""
    for mark, charset in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace")
    declared = _declared(message, body)
    if declared:
        return body.decode(declared, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as slip:
        whole = len(body) - slip.start > 3  # else the body was cut within a character
        return body.decode("latin-1") if whole else body[: slip.start].decode("utf-8")


def _decoded_message(message: Message, whose: str) -> tuple[Message, tuple[str, ...]]:
    encoding = ", ".join(message.all("content-encoding"))
    if not message.body or not encoding:
        return message, ()
    content = undo(message.body, encoding)
    return replace(message, body=content.body), tuple(f"{whose}: {note}" for note in content.notes)


def _undo_one(body: bytes, coding: str, limit: int) -> Content:
    if coding in {"identity", "none", "utf-8", ""}:
        return Content(body)
    pieces = _CODINGS.get(coding)
    if pieces is None:
        return Content(body, (f"coding {coding[:40]!r} is not known; left as it was sent",))
    result = bytearray()
    try:
        for piece in pieces(body):
            result += piece
            if len(result) > limit:
                return Content(bytes(result[:limit]), (f"cut at {limit} bytes",))
    except _Broken as broken:
        return _rescued(body, coding, bytes(result), str(broken))
    if not result and _looks_plain(body):
        return Content(body, (f"not {coding} as declared; read as it was sent",))
    return Content(bytes(result))


def _rescued(body: bytes, coding: str, result: bytes, why: str) -> Content:
    """What remains of a broken stream: the body itself when it never was compressed."""
    if not result or _looks_plain(body):
        return Content(body, (f"not {coding} as declared; read as it was sent",))
    return Content(result, (f"{coding} {why} after {len(result)} bytes",))


def _looks_plain(body: bytes) -> bool:
    return bool(body) and _PLAIN.fullmatch(body[:512]) is not None


def _deflated(window: int) -> Callable[[bytes], _Pieces]:
    def pieces(body: bytes) -> _Pieces:
        while body:
            stream = zlib.decompressobj(window)
            try:
                while not stream.eof:
                    piece = stream.decompress(body, _STEP)
                    yield piece
                    body = stream.unconsumed_tail
                    if not piece and not body and not stream.eof:
                        raise _Broken("was cut short")
            except zlib.error as error:
                raise _Broken("is broken") from error
            body = stream.unused_data if stream.unused_data[:2] == b"\x1f\x8b" else b""

    return pieces


def _gzip_or_deflate(body: bytes) -> _Pieces:
    """Servers say deflate for zlib and for raw deflate, and some for gzip."""
    headed = body[:2] == b"\x1f\x8b" or (body[:1] == b"\x78" and body[1:2] in b"\x01\x5e\x9c\xda")
    return _deflated(47 if headed else -15)(body)


def _brotli(body: bytes) -> _Pieces:
    stream = brotli.Decompressor()
    try:
        yield stream.process(body, output_buffer_limit=_STEP)
        while not stream.is_finished():
            piece = stream.process(b"", output_buffer_limit=_STEP)
            if not piece:
                raise _Broken("was cut short")
            yield piece
    except brotli.error as error:
        raise _Broken("is broken") from error


def _zstd(body: bytes) -> _Pieces:
    stream = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).stream_reader(
        BytesIO(body), read_across_frames=True
    )
    try:
        while piece := stream.read(_STEP):
            yield piece
    except zstandard.ZstdError as error:
        raise _Broken("is broken") from error


_CODINGS: dict[str, Callable[[bytes], _Pieces]] = {
    "gzip": _deflated(47),
    "x-gzip": _deflated(47),
    "deflate": _gzip_or_deflate,
    "br": _brotli,
    "zstd": _zstd,
}


def _declared(message: Message, body: bytes) -> str:
    """The charset that header or `meta` names, where it can be true; else empty."""
    found = _CHARSET.search(message.header("content-type"))
    name = found.group(1) if found else ""
    if not name and (meta := _META.search(body, 0, 2048)):
        name = meta.group(1).decode("ascii", "replace")
    name = name.lower()
    if not _KNOWN_CHARSET.fullmatch(name) or not _can_be(name, body):
        return ""
    return _codec(name)


def _can_be(name: str, body: bytes) -> bool:
    """A wide charset has zero bytes in its markup; without them the header is wrong."""
    wide = name.startswith(("utf-16", "utf16", "utf-32", "utf32"))
    return not wide or b"\0" in body[:256]


def _codec(name: str) -> str:
    if name in _LATIN:
        return "cp1252"  # what browsers read under these names
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name
