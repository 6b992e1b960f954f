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
    call = _CALL.match(body.text.lstrip("\ufeff"))
    if call:
        tree, _ = chunk(body.text.lstrip("\ufeff"), call.end())
        yield Part("", tree.value, "", "json", tree.note)
