"""JSON as sites send it: guarded, in chunks, cut short, too deep for the standard reader.

The standard library reads it (exact numbers, lone surrogates, NaN); `literal` what it refuses.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from companion.decode import literal

CHUNKS = 2_000  # pieces of one text read at most

_GUARD = re.compile(
    r"[\s\ufeff]*(?:\)\]\}'?,?|for\s*\(;;\);|while\s*\(1\);|/\*\*?\*/|&&&START&&&)?\s*"
)
_SURROGATES = re.compile(
    r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
_LONE = re.compile(  # errs towards yes: a backslash before it is not looked at
    r"\\u[dD](?:[89abAB](?!\w\w\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]\w\w\\u[dD])[c-fC-F])"
)
_START = re.compile(r"[{\[]")
_DECODER = json.JSONDecoder()


class Tree(NamedTuple):
    """A value read from JSON text, and a word on what could not be read of it."""

    value: object
    note: str = ""


def unguarded(text: str) -> str:
    """`text` without the prefix that keeps other sites from reading it as a script."""
    found = _GUARD.match(text)
    return text[found.end() :] if found and found.end() else text


def storable(text: str) -> str:
    """`text` with escapes of lone surrogates, which no file can hold, turned into U+FFFD."""
    if "\\" not in text or _LONE.search(text) is None:
        return text
    return _SURROGATES.sub(lambda found: r"\ufffd" if found["lone"] else found[0], text)


def parse(text: str) -> list[Tree]:
    """The tree of a JSON text, or the trees of a text made of several; [] when it is none."""
    text = storable(unguarded(text))
    try:
        return [Tree(json.loads(text))]
    except RecursionError:
        return [Tree(literal.read(text).value, "nested too deeply for the usual reader")]
    except ValueError:
        return list(chunks(text))


def chunks(text: str) -> Iterator[Tree]:
    """Every object and array at the top of a text, in order, whatever stands between."""
    at, count = 0, 0
    while (found := _START.search(text, at)) and count < CHUNKS:
        tree, at = chunk(text, found.start())
        count += 1
        yield tree


def chunk(text: str, start: int) -> tuple[Tree, int]:
    """The tree that begins at `start`, and where it ends."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        rest = literal.read(text, start)
        note = "" if rest.whole else f"cut short after {rest.end - start} characters"
        return Tree(rest.value, note), max(rest.end, start + 1)
    return Tree(value), end


def nested(text: str) -> object:
    """The tree of a string that holds a whole JSON object or array; None when it holds none."""
    try:
        value = json.loads(storable(text))
        if isinstance(value, str) and value[:1] in "{[":
            value = json.loads(storable(value))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) else None
