"""Names and values as query strings, forms and cookies write them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus, urlsplit

from companion.decode.steps import clean

MOST = 2_000  # pairs of one string; more is no query

_KEY = r"[A-Za-z_$~][\w.$:~\-\[\]%]{0,120}"
_QUERY = re.compile(rf"{_KEY}=(?!=*$)[^\s&=][^\s&]*|{_KEY}=[^\s&]*&{_KEY}=\S*")


class SetCookie(NamedTuple):
    """A cookie that an answer sets; attribute names are in lower case."""

    name: str
    value: str
    attributes: dict[str, str]


def pairs(text: str, separator: str = "&") -> Iterator[tuple[str, str]]:
    """The decoded names and values of a query string; a word without `=` has an empty value."""
    for piece in text.split(separator, MOST)[:MOST]:
        if piece:
            word, _, value = piece.partition("=")
            yield _decode(word), _decode(value)


def looks_like_query(text: str) -> bool:
    """Whether `text` reads as one or more `name=value`, and not as Base64 with its padding."""
    return "=" in text and _QUERY.match(text) is not None


def query_of(url: str) -> str:
    """The query of a URL, with what stands in its fragment or matrix parameters if it has `=`."""
    head, _, fragment = url.partition("#")
    _, _, query = head.partition("?")
    return f"{query}&{fragment}" if "=" in fragment else query


def segments(url: str) -> list[str]:
    """The decoded path segments of a URL, empty ones included; ordinals count from 0."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return []
    return [_unquote(piece) for piece in path.removeprefix("/").split("/", MOST)[:MOST]]


def cookies(header: str) -> Iterator[tuple[str, str]]:
    """The names and values of a Cookie header, as sent."""
    for piece in header.split(";", MOST)[:MOST]:
        word, sign, value = piece.strip().partition("=")
        if sign:
            yield clean(word.strip()), clean(value.strip().strip('"'))


@lru_cache(maxsize=64)  # several ask for those of one answer
def set_cookies(headers: tuple[str, ...]) -> tuple[SetCookie, ...]:
    """The cookies that Set-Cookie headers set; some recorders join several by newlines."""
    lines = [line for header in headers for line in header.split("\n")]
    return tuple([cookie for line in lines if (cookie := _set_cookie(line))])


def _set_cookie(line: str) -> SetCookie | None:
    first, *rest = line.split(";", 30)
    word, sign, value = first.strip().partition("=")
    if not sign:
        return None
    attributes = {}
    for piece in rest:
        key, _, setting = piece.partition("=")
        attributes[key.strip().lower()] = setting.strip()
    return SetCookie(clean(word.strip()), clean(value.strip().strip('"')), attributes)


def _decode(piece: str) -> str:
    return clean(unquote_plus(piece)) if "%" in piece or "+" in piece else clean(piece)


def _unquote(piece: str) -> str:
    return clean(unquote(piece)) if "%" in piece else clean(piece)
