"""Which page each entry of a HAR file belongs to."""

from collections.abc import Iterable
from datetime import datetime

from companion.capture import har_message as read
from companion.capture.times import moment
from companion.model import Exchange


class PageRefs:
    """Follows the `pageref` of entries; a page's address is that of its first document.

    Where a page was recorded without its document, the address that the file's `pages` give it
    (browsers write it as the title) stands in. `begins` is when the first page began, if known.
    """

    def __init__(self, pages: Iterable[read.Json]) -> None:
        self._titles = {}
        self._documents: dict[str, str] = {}
        self._moving: set[str] = set()
        self.begins: datetime | None = None
        for page in pages:
            given = (read.text(page.get(key)) for key in ("_url", "_URL", "title"))
            self._titles[read.text(page.get("id"))] = next(filter(_is_web, given), None)
            self.begins = self.begins or _moment(page)

    def page_of(self, entry: read.Json, exchange: Exchange) -> str | None:
        """The address of the page the entry was loaded for; None where the file does not say."""
        ref = read.text(entry.get("pageref"))
        if not ref:
            return None
        if (ref not in self._documents or ref in self._moving) and _is_document(entry, exchange):
            self._documents[ref] = exchange.url
            self._moving.discard(ref)
            if 300 <= exchange.status < 400:
                self._moving.add(ref)
        return self._documents.get(ref) or self._titles.get(ref)


def _is_web(address: str) -> bool:
    return address.startswith(("http://", "https://")) and " " not in address


def _is_document(entry: read.Json, exchange: Exchange) -> bool:
    kind = exchange.request.header("sec-fetch-dest") or read.text(entry.get("_resourceType"))
    if kind:
        return kind == "document"
    redirects = 300 <= exchange.status < 400
    wanted = exchange.request.header("accept").startswith("text/html")
    return exchange.response.media_type in ("text/html", "application/xhtml+xml") or (
        redirects and wanted
    )


def _moment(page: read.Json) -> datetime | None:
    try:
        return moment(page.get("startedDateTime"))
    except ValueError:
        return None
