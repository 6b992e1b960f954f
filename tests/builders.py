"""Builders with defaults: a test names only what it is about."""

from datetime import UTC, datetime

from companion.model import (
    Direction,
    Exchange,
    ExchangeId,
    Item,
    Level,
    Message,
    Origin,
    Personalized,
    Signal,
    SignalId,
    SignalKind,
    Slate,
    SlateId,
    SlateSource,
    Surface,
    digest,
)

NOON = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)


def an_exchange(url: str = "https://news.example/", **changes) -> Exchange:
    """An answered GET on the person's own visit to news.example."""
    status = changes.pop("status", 200)
    request = changes.pop("request", None) or Message(headers=changes.pop("sent", ()))
    response = changes.pop("response", None) or Message(
        headers=changes.pop("received", (("content-type", "text/html; charset=utf-8"),)),
        body=changes.pop("body", b""),
    )
    host = url.split("/")[2].split(":")[0]
    defaults = {
        "id": ExchangeId(digest(url, changes.get("seen_at", NOON), status)),
        "origin": Origin.LIVE,
        "method": "GET",
        "seen_at": NOON,
        "page": "https://news.example/",
        "site": "news.example",
        "party": ".".join(host.split(".")[-2:]),
    }
    return Exchange(
        url=url, status=status, request=request, response=response, **(defaults | changes)
    )


def a_signal(**changes) -> Signal:
    """An identifier that ads.example receives on news.example."""
    defaults = {
        "kind": SignalKind.IDENTIFIER,
        "name": "uid",
        "value": "k3jd92hf83hd7w2q",
        "party": "ads.example",
        "site": "news.example",
        "context": None,
        "visitor": "self",
        "direction": Direction.SENT,
        "exchange": ExchangeId("e1"),
        "locator": "query:uid",
        "seen_at": NOON,
        "confidence": Level.LIKELY,
        "rule": "identifier",
    }
    fields = defaults | changes
    fields.setdefault(
        "id",
        SignalId(
            digest(
                fields["exchange"],
                fields["direction"],
                fields["locator"],
                fields["kind"],
                fields["name"],
            )
        ),
    )
    if fields["kind"] == SignalKind.IDENTIFIER:
        fields.setdefault("tokens", (str(fields["value"]),))
    return Signal(**fields)


def a_slate(*titles: str, **changes) -> Slate:
    """A list headed "Recommended for you" on news.example."""
    items = changes.pop("items", None) or tuple(
        Item(rank=rank, item=f"/{title}", title=title, url=f"https://news.example/{title}")
        for rank, title in enumerate(titles or ("One", "Two", "Three", "Four"), 1)
    )
    defaults = {
        "id": SlateId(digest(changes.get("exchange", "e1"), changes.get("locator", "/items"))),
        "heading": "Recommended for you",
        "site": "news.example",
        "party": "news.example",
        "context": None,
        "visitor": "self",
        "exchange": ExchangeId("e1"),
        "locator": "/items",
        "seen_at": NOON,
        "source": SlateSource.JSON,
        "surface": Surface.RECOMMENDATION,
        "personalized": Personalized.DECLARED,
        "disclosed": None,
        "total": len(items),
        "place": "home | items | recommended for you",
        "items": items,
    }
    return Slate(**(defaults | changes))
