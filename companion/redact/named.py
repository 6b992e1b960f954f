"""The value that stands under a name, in whatever is being written: forms, JSON, HTML, parts."""

import re
from typing import NamedTuple

_KEY = re.compile(rb"[A-Za-z0-9_.$\-\[\]:]{0,80}")
_COLON = re.compile(
    rb"(?:\\*[\"'])?\s{0,4}:\s{0,4}(?:[\[{]\s{0,4}(?:\\*[\"']value\\*[\"']\s{0,4}:\s{0,4})?)?"
    rb"(?:(\\*[\"'])|(?=-?\d[\d.]*\s{0,4}[,}\]]))"
)
_BESIDE = re.compile(rb"\\*[\"']\s{0,4},\s{0,4}\\*[\"']value\\*[\"']\s{0,4}:\s{0,4}(\\*[\"'])")
_NUMBER = re.compile(rb"-?\d[\d.]*")
_PAIR = re.compile(rb"=(?:([\"'])|([^&;\s\"'<>,}|]+))")
_PART = re.compile(rb"\"[^\r\n]{0,200}\r?\n(?:[^\r\n]{1,400}\r?\n){0,4}\r?\n")
_ELEMENT = re.compile(rb"(?:\s[^<>]{0,200})?>([^<]+)<")
_ATTRIBUTE = re.compile(rb"\b(?:name|id|property|type|autocomplete)\s{0,4}=\s{0,4}[\"']?$", re.I)
_VALUE = re.compile(
    rb"\b(?:value|content)\s{0,4}=\s{0,4}(?:([\"'])(.*?)\1|([^\s\"'<>]+))", re.I | re.S
)
# What stands before a value, read backwards, so that the search has one place to begin.
_PAIR_BEFORE = re.compile(
    rb"[+\-\s(]{0,3}[\"']?(?:=|\\*\s{0,4}:\s{0,4}[\"']?\\*)([\w.$\-\[\]]{0,60}[A-Za-z_])"
)
_PART_BEFORE = re.compile(
    rb"name=\"([^\"\r\n]{1,80})\"[^\r\n]{0,80}(?:\r?\n[^\r\n]{1,200}){0,3}\r?\n\r?\n$"
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
    before = _KEY.match(data[max(0, start - 80) : start][::-1])
    after = _KEY.match(data, end)
    begin, close = start - (before.end() if before else 0), after.end() if after else end
    name = data[begin:close].lstrip(b"[:.-")
    begin = close - len(name)
    name = name.rstrip(b":") if b"[" in name else name.rstrip(b":]")
    span = _value(data, begin, begin + len(name))
    return Named(name.decode("utf-8", "replace"), *span) if span else None


def name_before(data: bytes, start: int) -> str:
    """The name under which a value that begins at `start` stands; "" when there is none."""
    backwards = data[max(0, start - 100) : start][::-1]
    if found := _PAIR_BEFORE.match(backwards):
        return found[1][::-1].decode("utf-8", "replace")
    part = backwards[:1] == b"\n" and _PART_BEFORE.search(data[max(0, start - 400) : start])
    return part[1].decode("utf-8", "replace") if part else ""


def _value(data: bytes, begin: int, close: int) -> tuple[int, int] | None:
    """Where the value stands whose name stands from `begin` to `close`."""
    if colon := (_COLON.match(data, close) or _BESIDE.match(data, close)):
        return _quoted(data, colon)
    if pair := _PAIR.match(data, close):
        return pair.span(2) if pair[2] else _up_to(data, pair.end(), pair[1])
    if data[begin - 6 : begin] == b'name="' and (part := _PART.match(data, close)):
        end = data.find(b"\n--", part.end(), part.end() + _LONGEST)
        cut = min(len(data), part.end() + _LONGEST)
        end = cut if end < 0 else end - (data[end - 1 : end] == b"\r")
        return (part.end(), end) if end > part.end() else None
    if data[begin - 1 : begin] == b"<" and (element := _ELEMENT.match(data, close)):
        return element.span(1)
    if _ATTRIBUTE.search(data[max(0, begin - 30) : begin]):
        return _of_tag(data, begin, close)
    return None


def _quoted(data: bytes, colon: re.Match[bytes]) -> tuple[int, int] | None:
    """The string or number after a colon; quotes inside JSON in JSON have backslashes before."""
    if colon[1]:
        return _up_to(data, colon.end(), colon[1])
    number = _NUMBER.match(data, colon.end())
    return number.span() if number else None


def _up_to(data: bytes, start: int, quote: bytes) -> tuple[int, int] | None:
    """The text up to the quote that ends it; one with further backslashes before it does not."""
    at = start
    while (end := data.find(quote, at, start + _LONGEST)) >= 0:
        before = end - start - len(data[start:end].rstrip(b"\\"))
        if before // len(quote) % 2 == 0:  # a backslash at this depth is written as so many
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
