"""Bytes with their escapes undone, and the way back to where each byte came from."""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

SHORTEST = 16  # characters of a coded word; what is shorter is looked for as a literal

_DELIMITER = re.compile(rb"[\s\"'<>\\]")
_WORD = 2_000  # bytes before an escape that belong to its word at most
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
_OUTLINE = bytes(ord("a") if byte in _ALPHABET else ord(" ") for byte in range(256))


class Escapes(NamedTuple):
    """One way of writing bytes as several signs, and what undoes it in a text."""

    pattern: re.Pattern[bytes]
    undo: Callable[[bytes], bytes]
    delimiter: re.Pattern[bytes]  # what no word of it has within


class View(NamedTuple):
    """Words of some bytes, one a line, with their escapes undone.

    Word `i` begins at `starts[i]` here, and stood at `words[i]` (start, end) in `raw`.
    """

    data: bytes
    raw: bytes
    starts: list[int]
    words: list[tuple[int, int]]
    escapes: Escapes

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original the bytes `start` to `end` of the view stand."""
        return self._place(start, after=False), self._place(end - 1, after=True)

    def _place(self, at: int, *, after: bool) -> int:
        """Where the byte at a place of the view begins, or ends, in the original."""
        word = bisect_right(self.starts, at) - 1
        begin, end = self.words[word]
        left = at - self.starts[word]
        for escape in self.escapes.pattern.finditer(self.raw, begin, end):
            if begin + left < escape.start():
                break
            left -= escape.start() - begin
            begin = escape.end()
            size = len(self.escapes.undo(escape[0]))
            if left < size:
                return begin if after else escape.start()
            left -= size
        return begin + left + after


# Of the named entities those that stand for a sign within a datum or its coding.
_LETTER = re.compile(
    rb"&(?:#(?:[xX][0-9A-Fa-f]{1,6}|\d{1,7});?"
    rb"|(?:amp|commat|period|lowbar|plus|hyphen|dash|sol|equals);)"
    rb"|\\u[0-9A-Fa-f]{4}"
)


def _letters(data: bytes) -> bytes:
    """Some bytes with the letters that entities of HTML and escapes of JSON stand for."""
    return _LETTER.sub(_letter, data)


def _letter(found: re.Match[bytes]) -> bytes:
    escape = found[0]
    if escape[:1] == b"\\":
        return chr(int(escape[2:], 16)).encode("utf-8", "replace")
    text = escape.decode("ascii")
    return html.unescape(text if text.endswith(";") else f"{text};").encode("utf-8", "replace")


def _bytes(data: bytes) -> bytes:
    """Some bytes without percent-encoding; where slashes are encoded, plain ones part."""
    parted = data.replace(b"/", b"\n") if b"%2F" in data or b"%2f" in data else data
    return unquote_to_bytes(parted)


PERCENT = Escapes(re.compile(rb"%[0-9A-Fa-f]{2}"), _bytes, _DELIMITER)
LETTERS = Escapes(_LETTER, _letters, re.compile(rb"[\s\"'<>]"))


def unescaped(data: bytes, escapes: Escapes = PERCENT) -> View | None:
    """The words that have escapes, with these undone; None when there are none."""
    pieces, starts, words = [], [], []
    size = end = 0
    while escape := escapes.pattern.search(data, end):
        start, end = _word_around(data, escape.start(), end, escapes.delimiter)
        pieces.append(escapes.undo(data[start:end]))
        starts.append(size)
        words.append((start, end))
        size += len(pieces[-1]) + 1
    return View(b"\n".join(pieces), data, starts, words, escapes) if pieces else None


def stretches(data: bytes) -> Iterator[tuple[int, int]]:
    """Where letters, digits and the signs of Base64 stand in a row, at least sixteen."""
    outline = data.translate(_OUTLINE)
    at = outline.find(b"a" * SHORTEST)
    while at >= 0:
        end = outline.find(b" ", at)
        end = len(data) if end < 0 else end
        yield at, end
        at = outline.find(b"a" * SHORTEST, end)


def _word_around(data: bytes, at: int, least: int, delimiter: re.Pattern[bytes]) -> tuple[int, int]:
    """The word in which an escape stands, from `least` on."""
    before = data[max(least, at - _WORD) : at]
    found = delimiter.search(before[::-1])
    after = delimiter.search(data, at)
    return at - (found.start() if found else len(before)), after.start() if after else len(data)
