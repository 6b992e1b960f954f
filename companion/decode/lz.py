"""Text that was compressed by lz-string, the JavaScript library, into letters and digits."""

import re
from collections.abc import Iterator
from functools import cache

LONGEST = 60_000  # characters that are looked at
MOST = 400_000  # characters of result

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def unpacked(data: bytes) -> str | None:
    """The text that some Base64-like characters stand for; None when they stand for none."""
    signs = _signs()
    try:
        bits = "".join([signs[byte] for byte in data[:LONGEST].rstrip(b"=$")])
        return "".join(_some(_Reader(bits)))
    except (KeyError, IndexError, ValueError):
        return None


def _some(pieces: Iterator[str]) -> Iterator[str]:
    """Pieces up to as many characters as are wanted: they double what came before."""
    left = MOST
    for piece in pieces:
        yield piece
        left -= len(piece)
        if left < 0:
            return


# The first number says that a sign of 8 bits follows, the second that another does, or that the
# first comes again, once or twice. So begins whatever text of ASCII does, and few other words.
BEGINS = re.compile(
    rb"[A-P](?:[AIQYgow4](?:[A-Za-f][A-HQ-Xg-nw-z0-3]|[g-z0-9+/-])|[DLTbjrz7][A-Za-f])"
)


@cache
def _signs() -> dict[int, str]:
    """The six bits of each sign, in both alphabets of the library."""
    signs = {ord(sign): value for value, sign in enumerate(_LETTERS)}
    signs |= {ord("+"): 62, ord("/"): 63, ord("-"): 63}
    return {sign: f"{value:06b}" for sign, value in signs.items()}


class _Reader:
    """Yields the pieces of the text; numbers stand in the bits with their lowest bit first."""

    def __init__(self, bits: str) -> None:
        self.bits = bits
        self.at = 0
        self.width = 2
        self.left = 1
        self.words: list[str] = ["", "", ""]  # the first three numbers are signs of their own
        self.last = ""

    def __iter__(self) -> "_Reader":
        return self

    def __next__(self) -> str:
        code = self._number(self.width)
        if code == 2:
            raise StopIteration
        if code < 2:
            self._learn(chr(self._number(8 << code)))
            code = len(self.words) - 1
        piece = self.words[code] if code < len(self.words) else self.last + self.last[0]
        if code > len(self.words):
            raise IndexError(code)
        if self.last:
            self._learn(self.last + piece[0])
        self.last = piece
        return piece

    def _learn(self, word: str) -> None:
        self.words.append(word)
        self.left -= 1
        if self.left == 0:
            self.left, self.width = 1 << self.width, self.width + 1

    def _number(self, width: int) -> int:
        part = self.bits[self.at : self.at + width]
        if len(part) < width:
            raise IndexError(self.at)
        self.at += width
        return int(part[::-1], 2)
