"""Bytes with their escapes undone, and the way back to where each byte came from."""

import base64
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from companion.decode.content import undo

PACKED = 400_000  # bytes unpacked of one compressed value
UNPACKED = 4_000_000  # bytes unpacked of all compressed values of one text
_TRIES = 5  # places in one stretch from which all the rest is read; a path has few
SHORTEST = 16  # characters of Base64; what is shorter is looked for as a literal

_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_DELIMITER = re.compile(rb"[\s\"'<>\\]")
_WORD = 2_000  # bytes before an escape that belong to its word at most

# What Base64 of printable text begins with, and of gzip; see companion.decode.nesting.
_HEAD = re.compile(rb"(?:(?:[I-Za-f][C-HS-Xi-nyz0-3]|[wx][\w+/-])[\w+/-]{2}){2}|H4sI")
_GZIP = b"\x1f\x8b"
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
_STANDARD = bytes.maketrans(b"-_", b"+/")
_OUTLINE = bytes(ord("a") if byte in _ALPHABET else ord(" ") for byte in range(256))
_SPACES = str.maketrans("\n\r\t", "   ")


class View(NamedTuple):
    """Words of some bytes, one a line, with their escapes undone.

    Word `i` begins at `starts[i]` here, and stood at `words[i]` (start, end) in `raw`.
    """

    data: bytes
    raw: bytes
    starts: list[int]
    words: list[tuple[int, int]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original the bytes `start` to `end` of the view stand."""
        return self._place(start, after=False), self._place(end - 1, after=True)

    def _place(self, at: int, *, after: bool) -> int:
        """Where the byte at a place of the view begins, or ends, in the original."""
        word = bisect_right(self.starts, at) - 1
        begin, end = self.words[word]
        left = at - self.starts[word]
        for escape in _PERCENT.finditer(self.raw, begin, end):
            if begin + left < escape.start():
                break
            left -= escape.start() - begin
            begin = escape.end()
            if left == 0:
                return begin if after else escape.start()
            left -= 1
        return begin + left + after


class Run(NamedTuple):
    """A piece of some bytes that is a coding of others: where it stands, what it holds."""

    start: int
    end: int
    data: bytes
    coding: str


def unescaped(data: bytes) -> View | None:
    """The words that have percent-encoding, with it undone; None when there are none."""
    pieces, starts, words = [], [], []
    size = end = 0
    while escape := _PERCENT.search(data, end):
        start, end = _word_around(data, escape.start(), end)
        pieces.append(unquote_to_bytes(data[start:end]))
        starts.append(size)
        words.append((start, end))
        size += len(pieces[-1]) + 1
    return View(b"\n".join(pieces), data, starts, words) if pieces else None


def runs(data: bytes) -> Iterator[Run]:
    """The pieces that are Base64 of text, or of compressed text."""
    outline = data.translate(_OUTLINE)
    unpacked = 0
    at = outline.find(b"a" * SHORTEST)
    while at >= 0:
        end = outline.find(b" ", at)
        end = len(data) if end < 0 else end
        if _HEAD.match(data, at, end) or data.find(b"/", at, end) >= 0:
            for run in _runs_of(data, at, end):
                unpacked += len(run.data)
                if unpacked > UNPACKED + len(data):
                    return
                yield run
        at = outline.find(b"a" * SHORTEST, end)


def _runs_of(data: bytes, start: int, end: int) -> Iterator[Run]:
    """The runs in a stretch of Base64 characters: a path may hold some between its slashes."""
    tried = 0
    while 0 <= start < end:
        after = data.find(b"/", start, end)
        run = None
        if _HEAD.match(data, start, end):
            run = _decoded(data, start, end) if tried < _TRIES else None
            run = run or (_decoded(data, start, after) if after > 0 else None)
            tried += 1
        if run is not None:
            yield run
            after = data.find(b"/", run.end, end)
        start = after + 1 if after >= 0 else end


def _decoded(data: bytes, start: int, end: int) -> Run | None:
    """What a run holds; None when it is no text."""
    core = data[start:end].translate(_STANDARD)
    core = core[: len(core) - (len(core) % 4 == 1)]
    if len(core) < SHORTEST:
        return None
    raw = base64.b64decode(core + b"=" * (-len(core) % 4))
    end += len(data[end : end + 2]) - len(data[end : end + 2].lstrip(b"="))
    if raw.startswith(_GZIP):
        return Run(start, end, undo(raw, "gzip", PACKED).body, "b64 >> gzip")
    text = raw.decode("utf-8", "replace")
    if "\ufffd" in text[:-1] or not text[:200].translate(_SPACES).isprintable():
        return None
    return Run(start, end, raw, "b64")


def _word_around(data: bytes, at: int, least: int) -> tuple[int, int]:
    """The word in which an escape stands, from `least` on."""
    before = data[max(least, at - _WORD) : at]
    found = _DELIMITER.search(before[::-1])
    after = _DELIMITER.search(data, at)
    return at - (found.start() if found else len(before)), after.start() if after else len(data)
