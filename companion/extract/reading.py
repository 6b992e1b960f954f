"""What a page says in its own text: its title, and the links that stand in its paragraphs."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from companion.decode.content import text as text_of
from companion.extract.urls import join
from companion.model import Exchange

HEAD = 200_000  # characters of a page that are looked at
MOST = 500  # links of one page that are remembered
_TITLE = re.compile(r"<title[^>]*>([^<]{1,400})", re.IGNORECASE)
_BEGINS, _ENDS = re.compile(r"<p[\s>]", re.IGNORECASE), re.compile(r"</p", re.IGNORECASE)
_LINK = re.compile(r"""<a\s[^>]{0,200}?href\s*=\s*["']?([^"'\s>]{1,2000})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was opened: its title, and where the links in its text lead to."""

    title: str
    links: tuple[str, ...] = ()


NO_PAGE = Page("")


def read(exchange: Exchange) -> Page:
    """The page in an answer; nothing where it is no HTML that is held."""
    if "html" not in exchange.response.media_type or not exchange.response.body:
        return NO_PAGE
    text = text_of(exchange.response)[:HEAD]
    found = _TITLE.search(text)
    title = " ".join(html.unescape(found[1]).split()) if found else ""
    return Page(title, _links(text, exchange.url))


def _links(text: str, base: str) -> tuple[str, ...]:
    said = (
        html.unescape(link[1])
        for paragraph in _paragraphs(text)
        for link in _LINK.finditer(paragraph)
    )
    return tuple(dict.fromkeys(join(base, it) for it in said))[:MOST]


def _paragraphs(text: str) -> Iterator[str]:
    """The markup inside each paragraph that ends."""
    at = 0
    while (begins := _BEGINS.search(text, at)) and (ends := _ENDS.search(text, begins.end())):
        yield text[begins.end() : ends.start()]
        at = ends.end()
