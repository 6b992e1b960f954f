"""Flight: rows `ID:JSON` in which a framework streams a page's state, alone or inside a page."""

import re
from collections.abc import Iterator

from companion.decode.formats import Body, Part
from companion.decode.jsontext import nested
from companion.decode.steps import name

ORDER = 30

_ROW = re.compile(r"([0-9a-f]{1,8}):([A-Z]{0,2})(?=[\[{\"])")
_TEXT = re.compile(r"([0-9a-f]{1,8}):T([0-9a-f]+),")


def matches(body: Body) -> bool:
    """By media type."""
    return body.media == "text/x-component"


def parse(body: Body) -> Iterator[Part]:
    """One part a row."""
    yield from rows(body.text)


def rows(text: str) -> Iterator[Part]:
    """Every row that holds JSON or a text, located by its id."""
    at = 0
    while at < len(text):
        part, at = _row(text, at)
        if part is not None:
            yield part


def _row(text: str, start: int) -> tuple[Part | None, int]:
    """The row that begins at `start`, and where the next one does."""
    if found := _TEXT.match(text, start):
        end = _after(text, found.end(), int(found[2], 16))
        return Part(name("flight", found[1]), text[found.end() : end], "", "script"), end
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    found = _ROW.match(text, start)
    if found is None:
        return None, end + 1
    value = nested(text[found.end() : end])
    if value is None:
        return None, end + 1
    return Part(name("flight", found[1]), value, "", "script"), end + 1


def _after(text: str, start: int, size: int) -> int:
    """Where a text of `size` bytes in UTF-8 ends; such a text may hold newlines."""
    piece = text[start : start + size]
    if piece.isascii():
        return start + len(piece)
    taken = piece.encode("utf-8", "surrogatepass")[:size].decode("utf-8", "ignore")
    return start + len(taken)
