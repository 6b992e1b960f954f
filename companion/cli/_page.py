"""One page to look into: a saved file, or the newest recorded answer of an address."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from companion.decode.content import decoded
from companion.decode.documents import is_markup
from companion.errors import UnreadableInput
from companion.extract.slates.furniture import NO_OTHERS, Others
from companion.model import Exchange, ExchangeId, Message, Origin
from companion.store import exchanges, sightings
from companion.store.open import open_store

_HEAD = 600
_CAPTURE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"log"\s*:\s*\{')


class Opened(NamedTuple):
    """A page as a decoded exchange, and what was met on its site's other pages."""

    exchange: Exchange
    others: Others = NO_OTHERS


def opened(page: str, db: Path) -> Opened:
    """The page, with what the record knows of its site.

    Raises:
        UnreadableInput: there is no such file, or no recorded answer of the address; or the file
            is a capture of many pages.
    """
    if page.startswith(("http://", "https://")):
        return _recorded(page, db)
    try:
        body = Path(page).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{page} can't be read ({error.strerror}): check the name") from error
    if _CAPTURE.match(body):
        raise UnreadableInput(
            f"{page} is a capture, not a page: companion import it, then name one of its addresses"
        )
    head = body[:_HEAD].decode("utf-8", "replace")
    media = "text/html" if is_markup("", head) else "application/json"
    saved = Exchange(
        id=ExchangeId("file"),
        origin=Origin.IMPORT,
        method="GET",
        url=Path(page).absolute().as_uri(),
        status=200,
        seen_at=datetime.fromtimestamp(0, UTC),
        response=Message(headers=(("content-type", media),), body=body, length=len(body)),
        party="",
    )
    return Opened(decoded(saved))


def _recorded(url: str, db: Path) -> Opened:
    bare = ""
    with open_store(db) as store:
        for _, one in exchanges.page(store, text=url):
            if one.url != url or (found := exchanges.get(store, one.id)) is None:
                continue
            if found.response.body is not None:
                return Opened(found, Others(sightings.of(store, found.site or "")))
            bare = bare or found.response.missing or "it had none"
    if bare:
        raise UnreadableInput(f"of {url} no body is kept ({bare}): save the page and name its file")
    raise UnreadableInput(f"{url} is not recorded: visit it with companion watch, or save the page")
