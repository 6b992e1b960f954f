"""The two halves of a HAR entry as messages: headers, cookies and bodies.

Bodies in a HAR are decoded by whoever wrote it, so the `Content-Encoding` header of a body that
is no longer encoded is moved into a note: nobody tries to undo it a second time. Cookies that
stand only in the entry's `cookies` lists are put back as the headers they came from.
"""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from companion.capture.times import moment
from companion.model import Headers, Message

type Json = Mapping[str, Any]

_MAGIC = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd")  # gzip, zstd
_CHARSET = re.compile(r"charset=[\"']?\s*([\w-]+)", re.I)
_NO_BODY = (204, 205, 304)


def request(sent: Json) -> Message:
    """The `request` of an entry."""
    posted = mapping(sent.get("postData"))
    headers = _headers(sent)
    if not _has(headers, "cookie"):
        pairs = [f"{name}={value}" for name, value, _ in _cookies(sent)]
        headers += (("Cookie", "; ".join(pairs)),) if pairs else ()
    headers, media_type = _typed(headers, text(posted.get("mimeType")))
    body = _posted(posted, media_type)
    return Message(
        headers=headers, body=body, length=whole(sent.get("bodySize")) or len(body or b"")
    )


def answer(received: Json, *, bodiless: bool) -> tuple[Message, str]:
    """The `response` of an entry, and a note where its content coding was undone.

    `bodiless` says that no body was asked for (HEAD).
    """
    content = mapping(received.get("content"))
    headers = _headers(received)
    if not _has(headers, "set-cookie"):
        headers += tuple(("Set-Cookie", line) for line in _set_cookies(received))
    headers, media_type = _typed(headers, text(content.get("mimeType")))
    body, missing = _content(content, media_type)
    status = whole(received.get("status"))
    if status == 0:
        body, missing = None, text(received.get("_error")) or "no answer came"
    elif body is None and (bodiless or status in _NO_BODY):
        missing = ""
    headers, undone = _decoded(headers, body)
    length = _wire_length(received, content, body)
    return Message(headers=headers, body=body, length=length, missing=missing), undone


def text(value: object) -> str:
    """A scalar as text without lone surrogates, which no encoding can carry."""
    if value is None or isinstance(value, bool | list | dict):
        return ""
    return str(value).encode("utf-8", "replace").decode()


def whole(value: object) -> int:
    """A count or size; 0 where there is none, or where it is unknown (-1)."""
    usable = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 2**53
    return int(value) if usable else 0  # type: ignore[call-overload]


def mapping(value: object) -> Json:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def mappings(value: object) -> Iterator[Json]:
    """The objects of a list; none where it is no list."""
    return (
        (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())
    )


def unbase(written: str) -> bytes | None:
    """The bytes of a base64 text; None where it is none."""
    try:
        return base64.b64decode("".join(written.split()), validate=True)
    except binascii.Error:
        return None


def _typed(headers: Headers, media_type: str) -> tuple[Headers, str]:
    """Headers that name a media type, and the type."""
    named = next((value for name, value in headers if name.lower() == "content-type"), "")
    if named or not media_type:
        return headers, named
    return (*headers, ("Content-Type", media_type)), media_type


def _posted(posted: Json, media_type: str) -> bytes | None:
    if written := text(posted.get("text")):
        if "base64" in (posted.get("encoding"), posted.get("_encoding")):
            return unbase(written)
        return _bytes(written, media_type)
    pairs = [
        (text(pair.get("name")), text(pair.get("value"))) for pair in mappings(posted.get("params"))
    ]
    return urlencode(pairs).encode() if pairs else None


def _content(content: Json, media_type: str) -> tuple[bytes | None, str]:
    """The body, or why there is none."""
    written, size = content.get("text"), whole(content.get("size"))
    if not isinstance(written, str) or (not written and size):
        why = text(content.get("comment")) or "the file has no body for this answer"
        return None, why if size or content.get("size") == -1 else ""
    if content.get("encoding") == "base64":
        body = unbase(written)
        return body, "" if body is not None else "the body in the file is no base64"
    return _bytes(written, media_type), ""


def _decoded(headers: Headers, body: bytes | None) -> tuple[Headers, str]:
    """The headers without a content coding that the body no longer has, and a note of it."""
    coding = next((value for name, value in headers if name.lower() == "content-encoding"), "")
    if not coding or not body or body.startswith(_MAGIC):
        return headers, ""
    kept = tuple((name, value) for name, value in headers if name.lower() != "content-encoding")
    return kept, f"content-encoding {coding} was undone by what wrote the file"


def _wire_length(received: Json, content: Json, body: bytes | None) -> int:
    unpacked = whole(content.get("size")) or len(body or b"")
    known = (
        whole(received.get("bodySize")),
        whole(received.get("_transferSize")),
        unpacked - whole(content.get("compression")),
    )
    return next((length for length in known if length > 0), 0)


def _headers(message: Json) -> Headers:
    """Name and value of each header; HTTP/2's own are left out, joined lines stand apart."""
    return tuple(
        (name, line.strip())
        for header in mappings(message.get("headers"))
        if (name := text(header.get("name")).strip()) and not name.startswith(":")
        for line in text(header.get("value")).split("\n")
    )


def _has(headers: Headers, wanted: str) -> bool:
    return any(name.lower() == wanted for name, _ in headers)


def _cookies(message: Json) -> Iterator[tuple[str, str, Json]]:
    for cookie in mappings(message.get("cookies")):
        if name := text(cookie.get("name")):
            yield name, text(cookie.get("value")), cookie


def _set_cookies(received: Json) -> Iterator[str]:
    for name, value, cookie in _cookies(received):
        parts = [f"{name}={value}", *_lifetime(cookie)]
        for key, word in (("path", "Path"), ("domain", "Domain"), ("sameSite", "SameSite")):
            parts += [f"{word}={text(cookie[key])}"] if cookie.get(key) else []
        parts += [word for word in ("HttpOnly", "Secure") if cookie.get(word[0].lower() + word[1:])]
        yield "; ".join(parts)


def _lifetime(cookie: Json) -> list[str]:
    try:
        return [f"Expires={moment(cookie.get('expires')):%a, %d %b %Y %H:%M:%S} GMT"]
    except ValueError:
        return []  # a session cookie


def _bytes(written: str, media_type: str) -> bytes:
    """A text in the charset it declares, so that it reads the same when decoded again."""
    declared = _CHARSET.search(media_type)
    if declared is None and "html" in media_type:
        declared = _CHARSET.search(written[:1024])
    try:
        return written.encode(codecs.lookup(declared.group(1)).name if declared else "utf-8")
    except (LookupError, UnicodeError):
        return written.encode("utf-8", "replace")
