"""What of an answer can hold lists: value trees, pages and feeds, each with where it begins."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from companion.decode import xmltree
from companion.decode.content import text
from companion.decode.hydration import hydrated, hydrated_within
from companion.decode.page import Page, parse
from companion.decode.roots import Root, body, socket
from companion.decode.steps import join, pointer
from companion.model import Direction, Exchange, SlateSource

_SHORTEST = 60  # characters; a shorter body holds no list
_CHUNKS = 3  # objects one after the other from which on they may be one list
_MARKUP = ("<!doctype", "<html", "<head", "<body", "<div", "<section", "<ul", "<li", "<article")
_FRAGMENT = ("<a ", "<p", "<table", "<main", "<aside", "<nav", "<h", "<span", "<template", "<!--")


class Sort(StrEnum):
    """What a document's root is."""

    TREE = "tree"
    PAGE = "page"


class Document(NamedTuple):
    """A part of an answer in which lists can stand.

    `root` is what json.loads gives for a tree (a feed is one too), a `Page` for a page. `prefix`
    is the locator at which it begins, empty for the whole body. `positions` are the places in the
    array as sent of containers that were put together from one, by identity.
    """

    prefix: str
    sort: Sort
    root: object
    source: SlateSource
    positions: Mapping[int, int] = MappingProxyType({})


def documents(exchange: Exchange) -> Iterator[Document]:
    """The documents of a decoded exchange's answer: state before markup, in page order."""
    words = _words(exchange)
    head = words[:300].lstrip("\ufeff \t\r\n").lower()
    feed = xmltree.read(words) if xmltree.is_feed(head) else None
    if feed is not None:
        yield Document("", Sort.TREE, feed, SlateSource.XML)
        return
    page = parse(words) if is_markup(exchange.response.media_type, head) else None
    yield from _trees(exchange, SlateSource.JSON if page is None else SlateSource.EMBEDDED)
    if page is not None:
        yield Document("", Sort.PAGE, page, SlateSource.HTML)


def _words(exchange: Exchange) -> str:
    """The answer's text; empty where it is media, or too short for a list."""
    message = exchange.response
    if not message.body or message.media_type.startswith(("image/", "font/", "text/css")):
        return ""
    words = text(message)
    return words if len(words) >= _SHORTEST else ""


def is_markup(media: str, head: str) -> bool:
    """Whether a body is a page or a piece of one, by its first characters before its type."""
    if not head.startswith("<"):
        return False
    return "html" in media or head.startswith(_MARKUP + _FRAGMENT)


def _trees(exchange: Exchange, source: SlateSource) -> Iterator[Document]:
    received = Direction.RECEIVED
    roots = [root for root in body(exchange.response, received) if _holds(root)]
    for message in exchange.sockets:
        if message.direction is received:
            roots += [root for root in socket(message) if _holds(root)]
    for root in roots:
        whole = hydrated(root.value)
        if whole is None:
            yield Document(root.prefix, Sort.TREE, root.value, source)
            for keys, part in hydrated_within(root.value):
                where = join(root.prefix, pointer(*keys))
                yield Document(where, Sort.TREE, part.value, source, part.positions)
        else:
            yield Document(root.prefix, Sort.TREE, whole.value, source, whole.positions)
    chunks = [root.value for root in roots if isinstance(root.value, dict)]
    if source is SlateSource.JSON and len(roots) == len(chunks) >= _CHUNKS:
        yield Document(roots[0].prefix, Sort.TREE, chunks, source)


def _holds(root: Root) -> bool:
    return isinstance(root.value, dict | list) and len(root.value) > 0


__all__ = ["Document", "Page", "Sort", "documents", "is_markup"]
