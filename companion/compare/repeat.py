"""Which requests may be repeated for comparison: pure decisions on what a request shows of itself.

Proxy-light: standard library only, as the proxy asks this. A request that is not repeated is a
missing observation and no more; one that is repeated and should not have been may do harm.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_DATA = Path(__file__).with_suffix(".toml")
_PAGES = ("text/html", "application/xhtml+xml")
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_RANDOM = re.compile(r"[A-Za-z0-9]*\d[A-Za-z0-9]*")
_LONG = 20  # characters of one run of letters and digits that nobody wrote
_SLUG = 3  # words from which on a segment of a path is a title


_OWN = ("test", "localhost")


class Asked(NamedTuple):
    """What of a request and of its answer's head decides; `wanted_as` is Sec-Fetch-Dest."""

    method: str
    url: str
    has_body: bool
    authorized: bool
    wanted_as: str
    status: int
    media_type: str

    @property
    def kind(self) -> str:
        """The media type without parameters, in lower case."""
        return self.media_type.partition(";")[0].strip().lower()


def why_not(asked: Asked) -> str:
    """Why a request must not be repeated by a stranger; empty when it may."""
    if asked.method != "GET" or asked.has_body:
        return "only a GET without a body is repeated"
    if asked.authorized:
        return "it carries an authorization"
    if asked.status != 200 or not _is_readable(asked):
        return "only pages and JSON that were answered with 200 are repeated"
    return _why_not_address(asked.url)


def consumes(url: str) -> bool:
    """Whether repeating it in the person's name may mark, page or use something up."""
    parts = _parts(url)
    return not _of("consumes").isdisjoint([*_words_of(parts.path), *_query_words(parts.query)])


def is_own_web(host: str) -> bool:
    """Whether no public site can have the name (RFC 6761): such a web is one's own."""
    return host.rpartition(".")[2] in _OWN


@lru_cache(maxsize=4096)
def shape(url: str) -> str:
    """The sort of page that an address leads to: pages of one sort are one surface.

    What names a single thing (numbers, titles, random ids) stands as `*`, a query as its names.
    """
    parts = _parts(url)
    segments = [_sort(segment) for segment in parts.path.split("/")]
    names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return f"{(parts.hostname or '')}{'/'.join(segments)}?{'&'.join(names)}"


@lru_cache(maxsize=4096)
def _why_not_address(url: str) -> str:
    parts = _parts(url)
    if parts.username or parts.hostname is None:
        return "its address holds a user name, or can't be read"
    segments = [_words_of(segment) for segment in parts.path.split("/")]
    if found := _first([*segments, *_said(parts.query)], "acts"):
        return f"its address says {found!r}: asking again may change something"
    if found := _first(segments, "account"):
        return f"its address says {found!r}: it may be a page of the person's own"
    return _why_not_query(parts.query)


def _why_not_query(query: str) -> str:
    once, data = _of("once"), _data()["once"]
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name.lower() in data["names"] or not once.isdisjoint(_words_of(name)):
            return f"{name!r} in its query may be good for one use, or say who asks"
        if name.lower() not in data["shared"] and _is_random(value):
            return f"{name!r} in its query looks like an id for one use"
        if value.lstrip().lower().startswith("mutation"):
            return "it asks for a change"
    return ""


def _is_readable(asked: Asked) -> bool:
    kind = asked.kind
    if kind in _PAGES:
        return asked.wanted_as in ("document", "")
    return kind == "application/json" or (
        kind.startswith("application/") and kind.endswith("+json")
    )


def _is_random(value: str) -> bool:
    return any(len(run) >= _LONG for run in _RANDOM.findall(value.replace("-", "")))


def _sort(segment: str) -> str:
    words = _words_of(segment)
    single = any(c.isdigit() for c in segment) or len(words) > _SLUG
    return "*" if single else segment.lower()


def _first(groups: list[list[str]], notion: str) -> str:
    """The first word of a notion; in a title (a group of many words) only one that stands out."""
    data, listed = _data()[notion], _of(notion)
    beginnings, everywhere = tuple(data["beginnings"]), data["everywhere"]
    for words in groups:
        for word in words:
            if word.startswith(beginnings) or word in everywhere:
                return word
            if len(words) <= _SLUG and word in listed:
                return word
    return ""


def _said(query: str) -> Iterator[list[str]]:
    """The words of the names in a query, and of the values that say what is to be done."""
    for name, value in parse_qsl(query, keep_blank_values=True):
        words = _words_of(name)
        yield [word for word in words if word != "order"]  # there, how a list is sorted
        if not _of("says").isdisjoint(words):
            yield _words_of(value)


def _words_of(text: str) -> list[str]:
    """The words of a name or path, without case and accents."""
    plain = unicodedata.normalize("NFD", unquote(text))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return [word.lower() for word in _WORD.findall(plain)]


def _query_words(query: str) -> Iterator[str]:
    for name, _ in parse_qsl(query, keep_blank_values=True):
        yield from _words_of(name)


def _parts(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


@cache
def _of(notion: str) -> frozenset[str]:
    return frozenset(_data()[notion]["words"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text("utf-8"))
