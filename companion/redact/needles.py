"""What to take out of an exchange, and every way in which it may stand in the raw text."""

import html
import json
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, quote_plus

_LONG = 8
"""A secret of so many characters is taken out wherever it stands; a shorter one beside its name."""


class Needle(NamedTuple):
    """A secret as it was read, the name it stands under, and the token to stand in its place."""

    text: str
    name: str
    token: str
    everywhere: bool


def needle(text: str, name: str, token: str) -> Needle:
    """A needle; a short one is only looked for beside its name."""
    return Needle(text, name, token, len(text) >= _LONG)


def without(text: str, needles: list[Needle]) -> str:
    """A text in which every needle has given way to its token, the longest first."""
    for one in sorted(needles, key=lambda it: -len(it.text)):
        for written in _ways(one.text):
            text = _replaced(text, written, one)
    return text


def _replaced(text: str, written: str, one: Needle) -> str:
    if written not in text:
        return text
    if one.everywhere:
        return text.replace(written, one.token)
    name = re.escape(one.name)
    beside = re.compile(
        rf"(\b{name}\b[\"'\]]*\s*[=:]\s*[\"']?|name=\"{name}\"[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n"
        rf"|name=[\"']?{name}[\"']?[^<>]*?value=[\"']?){re.escape(written)}(?![\w%])",
        re.IGNORECASE,
    )
    return beside.sub(lambda found: found[1] + one.token, text)


def _ways(text: str) -> Iterator[str]:
    """As it is, percent-encoded once and twice, escaped for JSON and for HTML."""
    ways = (
        text,
        quote(text, safe=""),
        quote(text),
        quote_plus(text),
        _lower_escapes(quote(text, safe="")),
        quote(quote(text, safe=""), safe=""),
        json.dumps(text)[1:-1],
        json.dumps(text, ensure_ascii=False)[1:-1],
        json.dumps(text)[1:-1].replace("/", "\\/"),
        html.escape(text),
    )
    yield from dict.fromkeys(way for way in ways if way)


def _lower_escapes(text: str) -> str:
    return re.sub(r"%[0-9A-F]{2}", lambda found: found[0].lower(), text)
