"""Multipart bodies: forms with files, batches, deferred answers."""

import re
from collections.abc import Iterator

from companion.decode.formats import Body, Part
from companion.decode.jsontext import nested
from companion.decode.steps import numbered

ORDER = 20

_BOUNDARY = re.compile(r"boundary=\"?([^\";,\s]+)", re.I)
_NAME = re.compile(r"\bname=\"([^\"]*)\"|\bname=([^;\s]+)", re.I)
_BINARY = re.compile(r"[\0-\x08\x0e-\x1f\ufffd]")


def matches(body: Body) -> bool:
    """By media type."""
    return body.media.startswith("multipart/")


def parse(body: Body) -> Iterator[Part]:
    """One part a field that is text; a part without a name is known by its ordinal."""
    found = _BOUNDARY.search(body.content_type)
    boundary = f"--{found[1]}" if found else body.head.split("\n", 1)[0].strip()
    if not boundary.startswith("--"):
        return
    fields = enumerate(filter(None, map(_field, body.text.split(boundary)[1:])))
    named = ((field or str(ordinal), value) for ordinal, (field, value) in fields)
    for step, field, value in numbered("part", named):
        tree = nested(value) if value[:1] in {"{", "["} else None
        yield Part(step, value if tree is None else tree, field, "part")


def _field(piece: str) -> tuple[str, str] | None:
    """The name and the content of a part; None for the closing mark and for binary content."""
    piece = piece.removeprefix("\r\n").removeprefix("\n")
    if piece.startswith("--"):
        return None
    head, gap, content = piece.partition("\r\n\r\n")
    if not gap:
        head, gap, content = piece.partition("\n\n")
    if not gap or _BINARY.search(content, 0, 1000):
        return None
    found = _NAME.search(head)
    name = (found[1] or found[2] or "") if found else ""
    return name, content.removesuffix("\n").removesuffix("\r")
