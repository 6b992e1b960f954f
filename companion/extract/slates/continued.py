"""Page 2 of a list: the answer to a request that carries on where an earlier answer ended."""

import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, unquote, urlsplit

from companion.extract.slates.address import without_ids
from companion.model import Exchange, Slate, SlateId

LASTING = timedelta(hours=2)
MOST = 2_000  # places remembered
_NEW = 0.5  # share of items that the earlier page did not have
_CURSORS = 60  # of one answer
_LOOKED = 4_000_000  # bytes of an answer that are searched for cursors
_CURSOR = re.compile(
    rb'"[\w$]{0,40}?(?:cursor|after|next|continuation|token|max_id|offset)[\w$]{0,20}"'
    rb'\s*:\s*"([^"\\]{4,600})"',
    re.IGNORECASE,
)
_COUNTING = frozenset({"page", "p", "pg", "offset", "start", "skip", "from", "seite", "pagenumber"})

type Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """A delivered page of a list: its items, where it may go on, and which page it was."""

    slate: SlateId
    items: frozenset[str]
    cursors: frozenset[str]
    number: int
    seen_at: datetime


class Pages:
    """The last page of every list of each visitor; a fold over exchanges in their order."""

    def __init__(self) -> None:
        self._last: OrderedDict[Key, Page] = OrderedDict()

    def continued(self, exchange: Exchange, slates: Sequence[Slate]) -> tuple[Slate, ...]:
        """The lists of an exchange, with `continues` where they carry on an earlier one."""
        if not slates:
            return ()
        carried = frozenset(_carried(exchange))
        number = _number(exchange.url)
        cursors = frozenset(_cursors(exchange))
        return tuple(self._one(exchange, slate, (carried, cursors, number)) for slate in slates)

    def _one(
        self, exchange: Exchange, slate: Slate, asked: tuple[frozenset[str], frozenset[str], int]
    ) -> Slate:
        carried, cursors, number = asked
        key = (slate.visitor, without_ids(exchange.url), slate.place.split(" | ")[1])
        items = frozenset(item.item for item in slate.items)
        before = self._last.pop(key, None)
        self._last[key] = Page(slate.id, items, cursors, number, slate.seen_at)
        if len(self._last) > MOST:
            self._last.popitem(last=False)
        if before is None or not _goes_on(before, slate.seen_at, items):
            return slate
        if number > before.number or before.cursors & carried:
            return replace(slate, continues=before.slate)
        return slate


def _goes_on(before: Page, now: datetime, items: frozenset[str]) -> bool:
    """Whether a page came soon after another and brings other items."""
    if not timedelta(0) <= now - before.seen_at <= LASTING:
        return False
    return len(items - before.items) >= _NEW * len(items)


def _carried(exchange: Exchange) -> Iterator[str]:
    """What a request says that an earlier answer may have said first."""
    try:
        query = urlsplit(exchange.url).query
    except ValueError:
        return
    for _, value in parse_qsl(query[:8_000]):
        yield value
    body = exchange.request.body or b""
    for value in re.findall(rb'"([^"\\]{4,600})"', body[:200_000])[:500]:
        yield value.decode("utf-8", "replace")


def _cursors(exchange: Exchange) -> Iterator[str]:
    """Values of an answer by which the next page can be asked for."""
    found = _CURSOR.finditer((exchange.response.body or b"")[:_LOOKED])
    for match, _ in zip(found, range(_CURSORS), strict=False):
        value = match[1].decode("utf-8", "replace")
        yield value
        if "?" in value:
            yield from (one for _, one in parse_qsl(unquote(value).partition("?")[2][:8_000]))


def _number(url: str) -> int:
    """The number of the page, or of the first item, that an address asks for; 0 for none."""
    try:
        pairs = parse_qsl(urlsplit(url).query[:8_000])
    except ValueError:
        return 0
    numbers = (value for name, value in pairs if name.lower() in _COUNTING)
    return next((int(value) for value in numbers if value.isdecimal() and len(value) < 10), 0)
