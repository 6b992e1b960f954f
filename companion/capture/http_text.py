"""HTTP/1 messages as they stand in archives: the first line, headers and the body."""

from typing import NamedTuple

from companion.model import Headers


def text(value: str | bytes | None) -> str:
    """Text of what came over the wire: UTF-8 where it is, else byte for byte."""
    raw = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value or b""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


class HttpText(NamedTuple):
    """A message taken apart; the body without chunks, still with its content coding."""

    first: str
    headers: Headers
    body: bytes


def parse(raw: bytes) -> HttpText:
    """A message taken apart; what is no header line is left out."""
    head, _, body = raw.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    pairs = (line.partition(b":") for line in lines if b":" in line)
    headers = tuple((text(name).strip(), text(value).strip()) for name, _, value in pairs)
    chunked = any(
        name.lower() == "transfer-encoding" and "chunked" in value.lower()
        for name, value in headers
    )
    return HttpText(text(first), headers, _joined(body) if chunked else body)


def _joined(body: bytes) -> bytes:
    """A chunked body without its chunk sizes; as it is where an archiver joined it already."""
    pieces: list[bytes] = []
    at = 0
    while at < len(body):
        line_end = body.find(b"\r\n", at)
        try:
            size = int(body[at:line_end].partition(b";")[0], 16) if line_end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(pieces) or body
        if size == 0:
            break
        pieces.append(body[line_end + 2 : line_end + 2 + size])
        at = line_end + 2 + size + 2
    return b"".join(pieces)
