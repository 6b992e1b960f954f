"""One page to look into: a saved file, or the newest recorded answer of an address."""

from datetime import UTC, datetime
from pathlib import Path

from companion.decode.content import decoded
from companion.decode.documents import is_markup
from companion.errors import UnreadableInput
from companion.model import Exchange, ExchangeId, Message, Origin
from companion.store import exchanges
from companion.store.open import open_store

_HEAD = 600


def opened(page: str, db: Path) -> Exchange:
    """The page as a decoded exchange.

    Raises:
        UnreadableInput: there is no such file, or no recorded answer of the address.
    """
    if page.startswith(("http://", "https://")):
        return _recorded(page, db)
    try:
        body = Path(page).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{page} can't be read ({error.strerror}): check the name") from error
    head = body[:_HEAD].decode("utf-8", "replace")
    media = "text/html" if is_markup("", head) else "application/json"
    return decoded(
        Exchange(
            id=ExchangeId("file"),
            origin=Origin.IMPORT,
            method="GET",
            url=Path(page).absolute().as_uri(),
            status=200,
            seen_at=datetime.fromtimestamp(0, UTC),
            response=Message(headers=(("content-type", media),), body=body, length=len(body)),
            party="",
        )
    )


def _recorded(url: str, db: Path) -> Exchange:
    with open_store(db) as store:
        for _, one in exchanges.page(store, text=url):
            if one.url == url and (found := exchanges.get(store, one.id)):
                return found
    raise UnreadableInput(f"{url} is not recorded: visit it with companion watch, or save the page")
