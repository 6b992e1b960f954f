"""What the person chose about consent on a site, and when, as far as it was sent or stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from companion.classify.evidence import values
from companion.model import Direction, Signal, SignalKind

REFUSED = frozenset(
    {"none", "deny", "denied", "reject", "rejected", "decline", "declined", "optout"}
)
ACCEPTED = frozenset({"all", "some", "allow", "allowed", "accept", "accepted", "granted", "optin"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A choice about consent.

    `made` tells that the site itself was told or stored it; otherwise it may be a default that
    nobody chose.
    """

    refused: bool
    made: bool
    signal: Signal

    @property
    def at(self) -> datetime:
        """When it was first seen."""
        return self.signal.seen_at


def choices(site: str, signals: Iterable[Signal]) -> list[Choice]:
    """The choices on a site, oldest first, each once until another follows.

    What the site was told or stored counts; where there is nothing of the kind, what other parties
    were told stands in, as a state that may be a default.
    """
    read = [it for signal in signals if (it := _choice(site, signal)) is not None]
    own = [it for it in read if it.made]
    return _changes(own or read)


def at(found: Sequence[Choice], time: datetime) -> Choice | None:
    """The choice in force at a time; None before the first."""
    return next((it for it in reversed(found) if it.at < time), None)


def opted_out(signals: Iterable[Signal]) -> dict[str, Signal]:
    """The requests that carried the opt-out signal Sec-GPC: 1, by exchange."""
    return {it.exchange: it for it in signals if it.name == "sec-gpc"}


def _choice(site: str, signal: Signal) -> Choice | None:
    meaning = _meaning(signal)
    if meaning is None or signal.kind is not SignalKind.CONSENT or signal.name == "sec-gpc":
        return None
    stored = signal.locator.startswith("cookie:") or signal.direction is Direction.SENT
    return Choice(refused=meaning, made=signal.party == site and stored, signal=signal)


def _meaning(signal: Signal) -> bool | None:
    """True for a refusal, False for anything granted, None where it can't be read."""
    said = {it.lower() for it in values(signal)} | {str(signal.figures.get("choice", ""))}
    if said & ACCEPTED:
        return False
    return True if said & REFUSED else None


def _changes(read: list[Choice]) -> list[Choice]:
    changed: list[Choice] = []
    for it in read:
        if not changed or changed[-1].refused is not it.refused:
            changed.append(it)
    return changed
