"""The value that stands under a name, in whatever is being written: forms, JSON, HTML, parts."""

import re
from typing import NamedTuple

_KEY = rb"[A-Za-z0-9_.$\-\[\]:]"
_KEY_BEFORE = re.compile(_KEY + rb"{0,80}$")
_KEY_AFTER = re.compile(_KEY + rb"{0,80}")
_COLON = re.compile(rb"(\\*)[\"']?\s{0,4}:\s{0,4}(?:(\\*)([\"'])|(?=-?\d))")
_BESIDE = re.compile(rb"(\\*)[\"']\s{0,4},\s{0,4}\\*[\"']value\\*[\"']\s{0,4}:\s{0,4}(\\*)([\"'])")
_NUMBER = re.compile(rb"-?\d[\d.]*")
_PAIR = re.compile(rb"=(?:([\"'])|([^&;\s\"'<>,}|]+))")
_PART = re.compile(rb"\"[^\r\n]{0,200}\r?\n(?:[^\r\n]{1,400}\r?\n){0,4}\r?\n")
_ATTRIBUTE = re.compile(rb"\b(?:name|id|property|type|autocomplete)\s{0,4}=\s{0,4}[\"']?$", re.I)
_VALUE = re.compile(
    rb"\b(?:value|content)\s{0,4}=\s{0,4}(?:([\"'])(.*?)\1|([^\s\"'<>]+))", re.I | re.S
)
_BEFORE_VALUE = re.compile(
    rb"([A-Za-z_][\w.$\-\[\]]{0,80})(?:=|\\*[\"']?\s{0,4}:\s{0,4}\\*)[\"']?[+\-\s(]{0,3}$"
    rb"|name=\\?\"([^\"\r\n]{1,80})\"[^\r\n]{0,80}(?:\r?\n[^\r\n]{1,200}){0,3}\r?\n\r?\n$"
)
_LONGEST = 100_000  # bytes of one value
_TAG = 2_000  # bytes of one tag


class Named(NamedTuple):
    """A value and the name it stands under; `start` and `end` are those of the value."""

    name: str
    start: int
    end: int


def named_at(data: bytes, start: int, end: int) -> Named | None:
    """The value under the name of which `data[start:end]` is a piece; None where none follows."""
    before = _KEY_BEFORE.search(data, max(0, start - 80), start)
    after = _KEY_AFTER.match(data, end)
    begin = before.start() if before else start
    close = after.end() if after else end
    while close > end and data[close - 1 : close] in {b":", b"]"} and b"[" not in data[begin:close]:
        close -= 1
    name = data[begin:close].lstrip(b"[:.-").rstrip(b":")
    span = _value(data, begin, begin + len(data[begin:close].rstrip(b":")))
    return Named(name.decode("utf-8", "replace"), *span) if span else None


def name_before(data: bytes, start: int) -> str:
    """The name under which a value that begins at `start` stands; "" when there is none."""
    found = _BEFORE_VALUE.search(data[max(0, start - 300) : start])
    return (found[1] or found[2]).decode("utf-8", "replace") if found else ""


def _value(data: bytes, begin: int, close: int) -> tuple[int, int] | None:
    if colon := (_COLON.match(data, close) or _BESIDE.match(data, close)):
        return _quoted(data, colon)
    if pair := _PAIR.match(data, close):
        if pair[2]:
            return pair.span(2)
        end = data.find(pair[1], pair.end(), pair.end() + _LONGEST)
        return (pair.end(), end) if end > pair.end() else None
    if data[max(0, begin - 6) : begin] == b'name="' and (part := _PART.match(data, close)):
        end = data.find(b"\n--", part.end(), part.end() + _LONGEST)
        end = len(data) if end < 0 else end - (data[end - 1 : end] == b"\r")
        return (part.end(), end) if end > part.end() else None
    if _ATTRIBUTE.search(data[max(0, begin - 30) : begin]):
        return _of_tag(data, begin, close)
    return None


def _quoted(data: bytes, colon: re.Match[bytes]) -> tuple[int, int] | None:
    """The string or number after a colon; quotes inside JSON in JSON have backslashes before."""
    start, quote = colon.end(), (colon[2] or b"") + (colon[3] or b"")
    if not quote:
        number = _NUMBER.match(data, start)
        return number.span() if number else None
    at = start
    while (end := data.find(quote, at, start + _LONGEST)) >= 0:
        slashes = len(data[at:end]) - len(data[at:end].rstrip(b"\\"))
        if slashes % 2 == 0:
            return (start, end) if end > start else None
        at = end + len(quote)
    return None


def _of_tag(data: bytes, begin: int, close: int) -> tuple[int, int] | None:
    """The `value` or `content` of the tag in which a name stands."""
    start = data.rfind(b"<", max(0, begin - _TAG), begin)
    end = data.find(b">", close, close + _TAG)
    found = _VALUE.search(data, start, end) if 0 <= start < end else None
    if found is None:
        return None
    return found.span(2) if found[1] else found.span(3)
