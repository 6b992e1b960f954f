"""Numbered exhibits: what a letter can show of a finding's evidence, the person's data masked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Protocol
from urllib.parse import urlsplit

from companion.decode.locate import find
from companion.model import (
    Act,
    ActId,
    Evidence,
    Exchange,
    ExchangeId,
    Finding,
    Signal,
    SignalId,
    Slate,
    SlateId,
)

MOST = 12
LENGTH = 200
TOKEN = re.compile(r"\[([a-z]+):([^:\[\]\n]+):[^\[\]\n]*:[0-9a-f]+\]")


class Sources(Protocol):
    """Where evidence is looked up; None for what is no longer kept."""

    def exchange(self, key: ExchangeId) -> Exchange | None:
        """An exchange with its bodies."""

    def signal(self, key: SignalId) -> Signal | None:
        """A signal."""

    def slate(self, key: SlateId) -> Slate | None:
        """A list."""

    def act(self, key: ActId) -> Act | None:
        """Something the person did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One piece of evidence as a letter shows it.

    `value` is what stands at the locator, cut at 200 characters; `request` the method and the
    address without its query.
    """

    number: int
    exchange: ExchangeId
    time: datetime
    host: str
    request: str
    locator: str
    value: str
    note: str

    @property
    def digest(self) -> str:
        """SHA-256 of the value in hexadecimal."""
        return sha256(self.value.encode()).hexdigest()


def exhibits(finding: Finding, sources: Sources, *, most: int = MOST) -> tuple[Exhibit, ...]:
    """The exhibits of a finding, numbered from 1, in the order of its evidence."""
    found = (it for it in _found(finding.evidence, sources))
    return tuple(
        _numbered(number, *it) for number, it in zip(range(1, most + 1), found, strict=False)
    )


def masked(text: str) -> str:
    """A text with the tokens of redacted data as words: `[email]`."""
    return TOKEN.sub(lambda match: f"[{match[2]}]", text)


type Place = tuple[Exchange, str, str, str]


def _found(evidence: Iterable[Evidence], sources: Sources) -> Iterator[Place]:
    """Exchange, locator, value and note of each piece that is still kept."""
    for piece in evidence:
        found = _signal(piece, sources) or _slate(piece, sources) or _act(piece, sources)
        found = found or _exchange(piece, sources)
        if found is not None:
            yield found


def _exchange(piece: Evidence, sources: Sources) -> Place | None:
    exchange = sources.exchange(piece.exchange) if piece.exchange else None
    if exchange is None:
        return None
    value = find(exchange, piece.locator) if piece.locator else ""
    return exchange, piece.locator, value or "", piece.note


def _signal(piece: Evidence, sources: Sources) -> Place | None:
    signal = sources.signal(piece.signal) if piece.signal else None
    exchange = sources.exchange(signal.exchange) if signal else None
    if signal is None or exchange is None:
        return None
    value = signal.value if isinstance(signal.value, str) else ", ".join(signal.value)
    return exchange, signal.locator, value, piece.note


def _slate(piece: Evidence, sources: Sources) -> Place | None:
    slate = sources.slate(piece.slate) if piece.slate else None
    exchange = sources.exchange(slate.exchange) if slate else None
    if slate is None or exchange is None:
        return None
    first = "; ".join(f"{it.rank}. {it.title}" for it in slate.items[:5])
    return exchange, slate.locator, f"{slate.heading}: {first}".removeprefix(": "), piece.note


def _act(piece: Evidence, sources: Sources) -> Place | None:
    """What the person did elsewhere is theirs: only on which host and when, not what."""
    act = sources.act(piece.act) if piece.act else None
    exchange = sources.exchange(act.exchange) if act else None
    if exchange is None:
        return None
    parts = urlsplit(exchange.url)
    return replace(exchange, url=f"{parts.scheme}://{parts.netloc}/"), "", "", piece.note


def _numbered(number: int, exchange: Exchange, locator: str, value: str, note: str) -> Exhibit:
    parts = urlsplit(exchange.url)
    return Exhibit(
        number=number,
        exchange=exchange.id,
        time=exchange.seen_at,
        host=exchange.host,
        request=masked(f"{exchange.method} {parts.scheme}://{parts.netloc}{parts.path}"),
        locator=masked(locator),
        value=masked(value)[:LENGTH],
        note=masked(note),
    )
