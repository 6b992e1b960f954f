"""What a site sent, as text: no markup, no escape sequence, no bidi override takes effect.

Everything a screen shows that did not come from our own words goes through `plain`, and then into
`Content`, which does not parse markup.
"""

import re
import unicodedata
from collections.abc import Iterator

from textual.content import Content

LIMIT = 2_000
MARKS = 2

_PICTURES = {"\n": "⏎", "\r": "␍", "\t": "⇥", "\x7f": "␡"}
# Joiners and selectors change how wide a terminal thinks a character is; what they join is shown.
_JOINERS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff") | {
    chr(c) for c in range(0xFE00, 0xFE10)
}
_SECRET_HEAD, _SECRET_TAIL = 4, 2
_IDENTIFIER = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?=\w*\d)\w{12,}")


def plain(text: object, limit: int = LIMIT) -> str:
    """Text that is safe to show on one line, cut after `limit` characters.

    Newlines, tabs and other controls become visible pictures; characters that change direction
    or hide become their code; accents beyond two on one letter are dropped.
    """
    raw = str(text)
    cut = raw[:limit]
    if not (cut.isascii() and cut.isprintable()):
        cut = "".join(_shown(cut))
    return f"{cut}…" if len(raw) > limit else cut


def lines(text: str, limit: int = LIMIT) -> tuple[str, ...]:
    """The same over several lines: line breaks break, all else is as in `plain`."""
    return tuple(plain(line.replace("\t", "    "), limit) for line in text.splitlines())


def masked(value: str) -> str:
    """An identifier as lists show it: the first 4 and last 2 characters."""
    if len(value) <= _SECRET_HEAD + _SECRET_TAIL + 2:
        return f"{plain(value[:2])}…"
    return f"{plain(value[:_SECRET_HEAD])}…{plain(value[-_SECRET_TAIL:])}"


def veiled(raw: str) -> str:
    """Text in which whatever may be an identifier shows only its ends."""
    return _IDENTIFIER.sub(lambda found: masked(found[0]), plain(raw))


def text(value: object, style: str = "", limit: int = LIMIT) -> Content:
    """Text a site sent, ready to show in a style of ours."""
    return Content.styled(plain(value, limit), style)


def _shown(raw: str) -> Iterator[str]:
    marks = 0
    for character in raw:
        if unicodedata.combining(character):
            marks += 1
            if marks <= MARKS:
                yield character
            continue
        marks = 0
        yield _picture(character)


def _picture(character: str) -> str:
    if character in _JOINERS:
        return ""
    if character.isprintable():
        return character
    if character in _PICTURES:
        return _PICTURES[character]
    if character < " ":
        return chr(0x2400 + ord(character))
    if unicodedata.category(character) == "Zs":
        return " "
    return f"{{U+{ord(character):04X}}}"
