"""A JSON text read piece by piece: one value at a time is in memory, the rest stays on disk."""

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

STEP = 1 << 20
LARGEST = 1 << 28
"""Characters one value may have before reading it is given up."""

_DECODER = json.JSONDecoder(strict=False)
_SPACE = re.compile(r"[ \t\r\n]*")
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+("|\\?\Z)|[\[\]{},]', re.S)
_MARGIN = 16
"""An error this near to the end of what was read may only mean that more is to come."""


class Broken(ValueError):
    """A value that is no JSON; the text says what was expected."""


class JsonStream:
    """Reads values and punctuation from a text, in order.

    Parsing is left to the standard library: a value that does not end in what was read so far is
    tried again with twice as much.
    """

    def __init__(self, text: TextIO, step: int = STEP) -> None:
        self._source = text
        self._step = step
        self._text = ""
        self._at = 0

    def peek(self) -> str:
        """The next character that is no white space, without taking it; empty at the end."""
        while True:
            match = _SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._fill():
                return ""

    def take(self, wanted: str) -> bool:
        """Take the next character if it is the wanted one."""
        if self.peek() != wanted:
            return False
        self._at += 1
        return True

    def value(self) -> Any:
        """The value that stands next, whole.

        Raises:
            Broken: it is no JSON, or the text ends in it; it is not taken then.
        """
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise Broken("it is nested too deeply") from error
            except json.JSONDecodeError as error:
                if self._is_final(error):
                    raise Broken(f"it is no JSON: {error.msg}") from error
                if not self._fill():
                    raise Broken("the file ends in the middle of it") from error
                continue
            if len(self._text) - end < _MARGIN and self._fill():
                continue  # what looks like a whole number may go on
            self._at = end
            return value

    def members(self) -> Iterator[str]:
        """The keys of the object that stands next; the caller takes the value after each."""
        if not self.take("{"):
            raise Broken("no object stands where one is expected")
        while not self.take("}"):
            key = self.value()
            if not self.take(":"):
                raise Broken("a key without a value")
            yield str(key)
            if not self.take(",") and self.peek() != "}":
                raise Broken("an object does not end")

    def skip(self) -> bool:
        """Pass over a broken value by counting brackets; whether its end was found."""
        depth = 0
        while True:
            match = _TOKEN.search(self._text, self._at)
            if match is None or match.group(1) in ("", "\\"):
                self._at = match.start() if match else len(self._text)
                if len(self._text) - self._at > LARGEST or not self._fill():
                    self._at = len(self._text)
                    return False
                continue
            mark = match.group()
            if depth == 0 and mark in ",]}":
                self._at = match.start()
                return True
            depth += (mark in "[{") - (mark in "]}")
            self._at = match.end()

    def _is_final(self, error: json.JSONDecodeError) -> bool:
        unfinished = error.msg.startswith("Unterminated string")
        near_end = error.pos >= len(self._text) - _MARGIN
        return len(self._text) - self._at > LARGEST or not (unfinished or near_end)

    def _fill(self) -> bool:
        """Read as much again as is waiting, at least one step; False at the end."""
        more = self._source.read(max(self._step, len(self._text) - self._at))
        if more:
            self._text, self._at = self._text[self._at :] + more, 0
        return bool(more)
