"""Things the person met on one site that come back in a list or an ad on another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from companion.classify.record import Record
from companion.classify.thresholds import threshold
from companion.decode.hosts import site_of
from companion.model import Act, ActKind, Item, Slate, Surface

SURFACES = frozenset({Surface.AD, Surface.RECOMMENDATION})
TRACKING = re.compile(r"^(utm_\w+|gclid|gbraid|wbraid|dclid|fbclid|msclkid|ttclid|mc_eid|_hsenc)$")
WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """An entry of a list here, and what the person had to do with it there.

    `carrier` is the party that delivered it here and was present there. `act` is None when the
    thing only stood in a list there, `listed` then.
    """

    carrier: str
    slate: Slate
    item: Item
    site: str
    met_at: datetime
    act: Act | None = None
    listed: Slate | None = None


def returns(site: str, record: Record) -> Iterator[Return]:
    """Entries of ads and recommendations that were met on another site before."""
    present = cache(lambda there: {it.party for it in record.signals(there)})
    looked: set[tuple[str, str | None]] = set()
    for slate in record.slates(site):
        if slate.surface not in SURFACES or slate.party == site:
            continue
        for item in slate.items:
            if (item.item, item.url) in looked or _searched_here(site, record, slate, item):
                continue
            looked.add((item.item, item.url))
            found = _acted(slate, item, record) or _listed(slate, item, record)
            if found is not None and slate.party in present(found.site):
                yield found


def plain_url(url: str | None) -> str:
    """An address without what only tells where the visitor came from; "" when it is none."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname or ""
    except ValueError:
        return ""
    kept = [(key, value) for key, value in parse_qsl(parts.query) if not TRACKING.match(key)]
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for details, and long enough to mean one thing."""
    one, other = one.casefold().strip(), other.casefold().strip()
    if min(len(one), len(other)) < threshold("reuse_title"):
        return False
    return one == other or SequenceMatcher(None, one, other).ratio() >= threshold("reuse_ratio")


def _acted(slate: Slate, item: Item, record: Record) -> Return | None:
    """The person opened, played or added the very thing on the site it belongs to."""
    there = site_of(item.url) if item.url else None
    if there is None or there == slate.site:
        return None
    for act in record.acts(there):
        if _recent(act.seen_at, slate) and _about(act, item, record):
            return Return(
                carrier=slate.party,
                slate=slate,
                item=item,
                site=there,
                met_at=act.seen_at,
                act=act,
            )
    return None


def _about(act: Act, item: Item, record: Record) -> bool:
    if act.kind in {ActKind.SEARCH, ActKind.SUBMIT}:
        return False
    exchange = record.exchange(act.exchange)
    address = exchange.page or exchange.url if exchange else ""
    return _same_address(address, item.url) or _names(act.text, item.title)


def _names(text: str, title: str) -> bool:
    """Whether a page's title names the thing, mostly with the site's name behind it."""
    long = len(title.strip()) >= threshold("reuse_title")
    return (long and title.casefold().strip() in text.casefold()) or same_title(text, title)


def _same_address(one: str, other: str | None) -> bool:
    """Whether two addresses lead to one thing; a start page is no thing."""
    plain = plain_url(one)
    return "/" in plain and plain == plain_url(other)


def _listed(slate: Slate, item: Item, record: Record) -> Return | None:
    """The very thing stood in a list that another site delivered."""
    keys = dict.fromkeys(key for key in (item.url, item.item) if key)
    for key in keys:
        for earlier, same in record.items(key):
            if _elsewhere(earlier, slate) and _same(item, same):
                return Return(
                    carrier=slate.party,
                    slate=slate,
                    item=item,
                    site=str(earlier.site),
                    met_at=earlier.seen_at,
                    listed=earlier,
                )
    return None


def _elsewhere(earlier: Slate, slate: Slate) -> bool:
    """A list of another site's own making, delivered not long before."""
    return (
        earlier.site is not None
        and earlier.site != slate.site
        and earlier.party == earlier.site
        and _recent(earlier.seen_at, slate)
    )


def _same(item: Item, other: Item) -> bool:
    return _same_address(item.url or "", other.url) or same_title(item.title, other.title)


def _recent(met_at: datetime, slate: Slate) -> bool:
    lag = slate.seen_at - met_at
    return timedelta(0) < lag <= timedelta(days=threshold("reuse_lag_days"))


def _searched_here(site: str, record: Record, slate: Slate, item: Item) -> bool:
    """Whether the person asked this site for it: then it is an answer, not a return."""
    title = set(WORD.findall(item.title.casefold()))
    return any(_asked(it, title) for it in record.acts(site) if it.seen_at <= slate.seen_at)


def _asked(act: Act, title: set[str]) -> bool:
    words = set(WORD.findall(act.text.casefold()))
    return act.kind is ActKind.SEARCH and bool(words) and words <= title
