"""What the person did, as far as a single request shows it, and whose idea it was.

Copies made for comparison, prefetches and what frames load are no acts.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from companion.decode.content import text as text_of
from companion.extract.contexts import by_words
from companion.extract.reading import read
from companion.extract.recent import Recent, same_address
from companion.extract.urls import split
from companion.model import (
    Act,
    ActId,
    ActKind,
    Cause,
    Exchange,
    Origin,
    SlateId,
    digest,
)
from companion.topics.lexicon import by_words as topics_of

__all__ = ["Recent", "acts"]

_LONGEST = 200  # characters of an act's text
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_FIELD = re.compile(r'name="([^"]{1,80})"')


def acts(exchange: Exchange, recent: Recent) -> Iterator[Act]:
    """The act behind a request, of the most telling kind; none for what the browser did itself."""
    if exchange.origin is Origin.TWIN or _fetched_ahead(exchange):
        return
    if _adds(exchange):
        yield _act(exchange, ActKind.ADD, _item(exchange), Cause.OWN)
    elif _is_form(exchange):
        yield _sent_form(exchange)
    elif _navigates(exchange):
        yield from _navigated(exchange, recent)
    elif _plays(exchange) and exchange.page is not None:
        yield from _played(exchange, exchange.page, recent)


def _navigated(exchange: Exchange, recent: Recent) -> Iterator[Act]:
    """A page opened, or the way to one that leads on."""
    if 300 <= exchange.status < 400:
        recent.follow(exchange.visitor.name, exchange.url, exchange.response.header("location"))
    elif exchange.status < 400:
        yield _opened(exchange, recent)


def _opened(exchange: Exchange, recent: Recent) -> Act:
    """A page opened: by a search, out of a list, or otherwise."""
    visitor = exchange.visitor.name
    page = read(exchange)
    title = page.title
    referer = exchange.request.header("referer")
    linked = bool(referer) and recent.in_text(visitor, referer, exchange.url)
    recent.opened(visitor, exchange.url, page)
    query = parse_qsl(split(exchange.url).query)
    typed = _typed(split(exchange.url).path, query)
    if typed:
        return _act(exchange, ActKind.SEARCH, typed, Cause.OWN)
    offer = recent.offered(visitor, exchange.url, exchange.seen_at)
    if offer is not None:
        place = f"rank {offer.rank}" + (f" of “{offer.heading}”" if offer.heading else "")
        text = f"{title or offer.title} ({place})"
        return _act(exchange, ActKind.CLICK, text, Cause.SUGGESTED, offer.slate)
    direct = exchange.request.header("sec-fetch-site") == "none"
    cause = Cause.OWN if direct or linked else Cause.UNKNOWN
    return _act(exchange, ActKind.VISIT, title or exchange.url, cause)


def _played(exchange: Exchange, page: str, recent: Recent) -> Iterator[Act]:
    """Sound or film that begins on a page; whose idea, a press or the page's, can't be seen."""
    visitor = exchange.visitor.name
    if recent.begins_to_play(visitor, page, exchange.seen_at):
        title = recent.title(visitor, page) or page
        yield _act(exchange, ActKind.PLAY, title, Cause.UNKNOWN)


def _sent_form(exchange: Exchange) -> Act:
    """A form sent: a search when it holds one, else a submit with its field names, no values."""
    fields = _fields(exchange)
    path = split(exchange.url).path
    typed = _typed(path, fields)
    if typed:
        return _act(exchange, ActKind.SEARCH, typed, Cause.OWN)
    names = ", ".join(dict.fromkeys(name for name, _ in fields))
    return _act(exchange, ActKind.SUBMIT, f"form at {path or '/'} ({names})", Cause.OWN)


def _act(
    exchange: Exchange, kind: ActKind, text: str, cause: Cause, slate: SlateId | None = None
) -> Act:
    words = text.strip()[:_LONGEST]
    sector = by_words(words)
    return Act(
        id=ActId(digest(exchange.id, kind)),
        visitor=exchange.visitor.name,
        kind=kind,
        text=words,
        site=exchange.site or exchange.party,
        context=exchange.context or sector,
        cause=cause,
        exchange=exchange.id,
        seen_at=exchange.seen_at,
        topics=topics_of(words),
        slate=slate,
    )


def _fetched_ahead(exchange: Exchange) -> bool:
    request = exchange.request
    purpose = request.header("sec-purpose") or request.header("purpose") or request.header("x-moz")
    return "prefetch" in purpose or "prerender" in purpose or "preview" in purpose


def _navigates(exchange: Exchange) -> bool:
    """Whether a request opens a page in a tab; without Fetch headers: the page's own HTML."""
    if exchange.method != "GET":
        return False
    destination = exchange.request.header("sec-fetch-dest")
    if destination:
        return destination == "document"
    if exchange.page is None or same_address(exchange.page) != same_address(exchange.url):
        return False
    moved = 300 <= exchange.status < 400
    return moved or (exchange.status == 200 and "html" in exchange.response.media_type)


def _plays(exchange: Exchange) -> bool:
    """Whether a request fetches sound or film, whole or by its list of pieces."""
    if exchange.method != "GET" or not 200 <= exchange.status < 300:
        return False
    media = exchange.response.media_type
    asked = exchange.request.header("sec-fetch-dest") in ("audio", "video")
    return asked or media.startswith(("audio/", "video/")) or media in _table()["play"]["types"]


def _is_form(exchange: Exchange) -> bool:
    """Whether a person sent it: a navigation, or a form to the site itself answered by a page."""
    request = exchange.request
    if exchange.method != "POST" or not request.media_type.startswith(_FORMS):
        return False
    destination = request.header("sec-fetch-dest")
    if destination:
        return destination == "document" or request.header("sec-fetch-user") == "?1"
    answer = exchange.response
    return not exchange.third_party and (
        300 <= exchange.status < 400 or "html" in answer.media_type
    )


def _adds(exchange: Exchange) -> bool:
    address = exchange.url.lower().partition("://")[2].partition("/")[2]
    done = exchange.status < 400 and not exchange.third_party
    return done and any(path in address for path in _table()["cart"]["paths"])


def _item(exchange: Exchange) -> str:
    """What was put into the cart: its name, else its number, else the address."""
    found = {name.lower(): value for name, value in _fields(exchange) if value}
    names = _table()["cart"]["names"]
    return next((found[name] for name in names if name in found), split(exchange.url).path)


def _fields(exchange: Exchange) -> Sequence[tuple[str, str]]:
    """The fields of the query and of a form; of a multipart form only the names."""
    query = parse_qsl(split(exchange.url).query)
    if not exchange.request.body or not exchange.request.media_type.startswith(_FORMS):
        return query
    body = text_of(exchange.request)
    if exchange.request.media_type == _FORMS[1]:
        return [*query, *((name, "") for name in _FIELD.findall(body))]
    return [*query, *parse_qsl(body)]


def _typed(path: str, fields: Sequence[tuple[str, str]]) -> str:
    """What was typed into a search; empty when there was none."""
    table: Mapping[str, Any] = _table()["search"]
    on_search = any(word in path.lower() for word in table["paths"])
    wanted = {*table["strong"], *(table["weak"] if on_search else ())}
    for name, value in fields:
        if name.lower() in wanted and _is_words(value):
            return value.strip()
    return ""


def _is_words(value: str) -> bool:
    return (
        1 < len(value.strip()) <= _LONGEST and "://" not in value and any(map(str.isalpha, value))
    )


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
