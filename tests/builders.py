"""Builders with defaults: a test names only what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from companion.compare.round import PriceRound, Round
from companion.model import (
    Act,
    ActId,
    ActKind,
    Cause,
    Direction,
    Evidence,
    Exchange,
    ExchangeId,
    Finding,
    FindingId,
    FindingKind,
    Item,
    Level,
    Measured,
    Message,
    Origin,
    Owner,
    Personalized,
    Severity,
    Signal,
    SignalId,
    SignalKind,
    Slate,
    SlateId,
    SlateSource,
    Surface,
    digest,
)
from tests.facts import MemoryFacts

NOON = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)


def an_exchange(url: str = "https://news.example/", **changes) -> Exchange:
    """An answered GET on the person's own visit to news.example."""
    status = changes.pop("status", 200)
    request = changes.pop("request", None) or Message(headers=changes.pop("sent", ()))
    response = changes.pop("response", None) or Message(
        headers=changes.pop("received", (("content-type", "text/html; charset=utf-8"),)),
        body=changes.pop("body", b""),
    )
    host = url.split("/")[2].split(":", maxsplit=1)[0]
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


def an_act(**changes) -> Act:
    """A visit to a page of news.example."""
    defaults = {
        "visitor": "self",
        "kind": ActKind.VISIT,
        "text": "Front page",
        "site": "news.example",
        "context": None,
        "cause": Cause.OWN,
        "exchange": ExchangeId("e1"),
        "seen_at": NOON,
    }
    fields = defaults | changes
    fields.setdefault("id", ActId(digest(fields["exchange"], fields["kind"], fields["seen_at"])))
    return Act(**fields)


def a_finding(**changes) -> Finding:
    """What ads.example does on news.example: a tracking identifier, likely, severity 1."""
    defaults = {
        "kind": FindingKind.TRACKING_IDENTIFIER,
        "site": "news.example",
        "party": "ads.example",
        "contexts": (),
        "confidence": Level.LIKELY,
        "severity": Severity.TRACE,
        "severity_why": "a tracking identifier",
        "title": "Likely: ads.example knew this browser again on news.example",
        "why": "The same value came back on three days.",
        "innocent": ("It may keep a load balancer steady.",),
        "limits": ("Only what was recorded is known.",),
        "detector": "tracking_identifier",
        "detector_version": "1",
        "first_seen": NOON,
        "last_seen": NOON,
        "evidence": (
            Evidence(note="the identifier", exchange=ExchangeId("e1"), locator="query:uid"),
        ),
        "measure": {"sightings": 3},
    }
    fields = defaults | changes
    fields.setdefault("id", FindingId(digest(fields["kind"], fields["site"], fields["party"])))
    return Finding(**fields)


@dataclass(frozen=True, kw_only=True)
class MemoryRecord:
    """The record detectors look at, held in lists; begins and ends a month apart."""

    visitor: str = "self"
    begins: datetime = NOON - timedelta(days=30)
    ends: datetime = NOON
    from_file: bool = False
    lacks: tuple[str, ...] = ()
    every_signal: Sequence[Signal] = ()
    every_profile: Sequence[Signal] = ()
    every_slate: Sequence[Slate] = ()
    every_act: Sequence[Act] = ()
    exchanges: Sequence[Exchange] = ()
    every_measured: Sequence[Measured] = ()
    every_round: Sequence[Round] = ()
    every_price_round: Sequence[PriceRound] = ()
    every_thing: dict[str, Item] = field(default_factory=dict)
    owners: dict[str, Owner] = field(default_factory=dict)
    reaches: dict[tuple[str, str], float] = field(default_factory=dict)
    contexts: dict[str, str] = field(default_factory=dict)

    @property
    def facts(self) -> MemoryFacts:
        """The acts as the ledger asks for them; every act came to every party."""
        return MemoryFacts(every_act=self.every_act, begins=self.begins, reaches=self.reaches)

    def imported(self, site: str) -> bool:
        """Whether any of it was imported from a file."""
        return self.from_file

    def limits(self, site: str) -> tuple[str, ...]:
        """What its files cannot show."""
        return self.lacks

    def signals(self, site: str, *kinds: SignalKind) -> list[Signal]:
        """Signals on the pages of a site, oldest first."""
        return _oldest_first(
            it for it in self.every_signal if it.site == site and (not kinds or it.kind in kinds)
        )

    def sightings(self, token: str) -> list[Signal]:
        """Identifier signals that carry the token, on every site."""
        return _oldest_first(it for it in self.every_signal if token in it.tokens)

    def profiles(self, site: str) -> list[Signal]:
        """Identifiers that strangers got or sent on a site."""
        return [it for it in self.every_profile if it.site == site]

    def slates(self, site: str) -> list[Slate]:
        """Lists delivered on a site."""
        own = (it for it in self.every_slate if it.visitor == self.visitor)
        return _oldest_first(it for it in own if it.site == site)

    def strangers(self, site: str) -> list[Slate]:
        """The lists that others got on a site."""
        others = (it for it in self.every_slate if it.visitor != self.visitor)
        return _oldest_first(it for it in others if it.site == site)

    def rounds(self, site: str) -> list[Round]:
        """What the person and strangers got at the same places."""
        return [it for it in self.every_round if it.site == site]

    def price_rounds(self, site: str) -> list[PriceRound]:
        """What the person and strangers were asked for the same things."""
        return [it for it in self.every_price_round if it.site == site]

    def things(self, site: str) -> dict[str, Item]:
        """The entries of the lists that are compared."""
        return self.every_thing

    def acts(self, site: str | None = None) -> list[Act]:
        """What the person did on a site, or anywhere."""
        return _oldest_first(it for it in self.every_act if site in (None, it.site))

    def acts_in(self, contexts) -> list[Act]:
        """What the person did in some parts of life."""
        return _oldest_first(it for it in self.every_act if it.context in contexts)

    def acts_on(self, topic: str) -> list[Act]:
        """What the person did on a topic."""
        return _oldest_first(it for it in self.every_act if topic in it.topics)

    def exchange(self, key: ExchangeId) -> Exchange | None:
        """An exchange by its id."""
        return next((it for it in self.exchanges if it.id == key), None)

    def items(self, key: str) -> list[tuple[Slate, Item]]:
        """Entries of lists on any site whose id or address is the key."""
        slates = _oldest_first(self.every_slate)
        return [(it, item) for it in slates for item in it.items if key in (item.item, item.url)]

    def measured(self, site: str) -> list[Measured]:
        """What was measured of contested findings on a site."""
        return [it for it in self.every_measured if it.site == site]

    def owner(self, party: str) -> Owner | None:
        """The company behind a party."""
        return self.owners.get(party)

    def context(self, site: str) -> str | None:
        """The part of life a site belongs to."""
        return self.contexts.get(site)


def a_record(*things, **changes) -> MemoryRecord:
    """A record that holds the given signals, lists, acts and exchanges."""
    return MemoryRecord(
        every_signal=[it for it in things if isinstance(it, Signal)],
        every_slate=[it for it in things if isinstance(it, Slate)],
        every_act=[it for it in things if isinstance(it, Act)],
        exchanges=[it for it in things if isinstance(it, Exchange)],
        every_measured=[it for it in things if isinstance(it, Measured)],
        every_round=[it for it in things if isinstance(it, Round)],
        every_price_round=[it for it in things if isinstance(it, PriceRound)],
        **changes,
    )


def _oldest_first(things) -> list:
    return sorted(things, key=lambda it: it.seen_at)
