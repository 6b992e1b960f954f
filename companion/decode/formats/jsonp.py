"""JSON handed to a function of the page: `name({...})`."""

import re
from collections.abc import Iterator

from companion.decode.formats import Body, Part
from companion.decode.jsontext import chunk

ORDER = 45

_CALL = re.compile(
    r"[\s;]*(?:/\*.{0,80}?\*/)?[\s;]*(?:typeof [^{};]{1,120}&&\s*)?"
    r"[\w$.\[\]\"']{1,200}\s*\(\s*(?=[{\[])"
)


def matches(body: Body) -> bool:
    """By shape, whatever type is declared."""
    return _CALL.match(body.head) is not None


def parse(body: Body) -> Iterator[Part]:
    """The tree that the call gets as its first argument."""
    text = body.text.lstrip("\ufeff")
    call = _CALL.match(text)
    tree, _ = chunk(text, call.end() if call else 0)
    yield Part("", tree.value, "", "json", tree.note)
