"""Which page the person was on: a fold over exchanges in the order they were made.

The rules of the method book, section 0: a document's own address; else the page of what the
`Referer` names; else of what the `Origin` names; else, for a request that says it went to its own
site, the newest document there; else unknown, and then no claim crosses sites.
"""

from collections import OrderedDict
from dataclasses import replace
from urllib.parse import urldefrag, urlsplit

from companion.decode.hosts import site_of
from companion.model import Exchange, Origin

REMEMBERED = 10_000
"""How many addresses, origins and sites are remembered, those used last."""

_HTML = ("text/html", "application/xhtml+xml")
_FRAMES = ("document", "iframe", "frame", "fencedframe")


class Attribution:
    """Fills `page` and `site` of exchanges handed over in order.

    One visitor's browsing is one fold: use one instance for each source and visitor.
    """

    def __init__(self) -> None:
        self._pages: OrderedDict[str, str] = OrderedDict()

    def attribute(self, exchange: Exchange) -> Exchange:
        """The exchange with the page it was made for; a page it already has is kept.

        A copy belongs to the page of the request it was made of, and leads nowhere by itself.
        """
        if exchange.origin is Origin.TWIN:
            return self._as_its_round(exchange)
        page = exchange.page or self._page_of(exchange)
        if page is None:
            return exchange
        url = urldefrag(exchange.url).url
        if exchange.round:
            self._remember(f"round {_key(exchange)}", page)
        self._remember(url, page)
        self._remember(f"any {_origin(url)}", page)
        if _is_framed(exchange):
            self._remember(f"frame {_origin(url)}", page)
        if url == page:
            self._remember(f"site {site_of(url)}", page)
        return replace(exchange, page=page, site=site_of(page))

    def _as_its_round(self, exchange: Exchange) -> Exchange:
        page = exchange.page or self._pages.get(f"round {_key(exchange)}")
        if page is None and is_document(exchange):
            page = urldefrag(exchange.url).url
        return exchange if page is None else replace(exchange, page=page, site=site_of(page))

    def _page_of(self, exchange: Exchange) -> str | None:
        if is_document(exchange):
            return urldefrag(exchange.url).url
        for name in ("referer", "origin"):
            if (named := exchange.request.header(name)).startswith("http"):
                return self._loaded_for(urldefrag(named).url)
        if exchange.request.header("sec-fetch-site").startswith("same-"):
            return self._pages.get(f"site {site_of(exchange.url)}")
        return None

    def _loaded_for(self, named: str) -> str:
        """The page that the named document, frame or style sheet was itself loaded for.

        Other sites are told the origin alone, so a bare origin means the newest page there. An
        address on a known page's own origin is one that its script moved to.
        """
        origin = _origin(named)
        near = self._pages.get(f"frame {origin}") or self._pages.get(f"any {origin}") or named
        if urlsplit(named).path in ("", "/"):
            return near
        known = self._pages.get(named)
        return known or (named if _origin(near) == origin else near)

    def _remember(self, key: str, page: str) -> None:
        self._pages[key] = page
        self._pages.move_to_end(key)
        if len(self._pages) > REMEMBERED:
            self._pages.popitem(last=False)


def is_document(exchange: Exchange) -> bool:
    """Whether it is a page of its own in a tab, as its headers say or, without them, its type."""
    ahead = exchange.request.header("sec-purpose") or exchange.request.header("purpose")
    if ahead.startswith("prefetch"):
        return False
    if target := exchange.request.header("sec-fetch-dest"):
        return target == "document"
    if exchange.method != "GET" or exchange.response.media_type not in _HTML:
        return False
    named = exchange.request.header("referer")
    return not named or exchange.request.header("upgrade-insecure-requests") == "1"


def _is_framed(exchange: Exchange) -> bool:
    target = exchange.request.header("sec-fetch-dest")
    return target in _FRAMES or (not target and exchange.response.media_type in _HTML)


def _key(exchange: Exchange) -> str:
    return exchange.round.partition("/")[0]


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()
