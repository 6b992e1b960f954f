"""What a site sent, as text and nothing but text."""

import unicodedata
from collections.abc import Iterator

MARKS = 3
"""So many accents may stand on one letter; more of them would climb over the lines around."""

_JOINERS = frozenset("\u200c\u200d")


def plain(text: str, most: int = 600) -> str:
    """Text that is safe to show on one line, cut to a length.

    Controls become visible pictures (␛); what turns the direction of writing, hides or can't be
    shown becomes �. Joiners stay: scripts and pictures of people need them.
    """
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return cut if cut.isascii() and cut.isprintable() else "".join(_shown(cut))


def _shown(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MARKS:
            yield _picture(character)


def _picture(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "␡"
    return " " if unicodedata.category(character) == "Zs" else "�"
