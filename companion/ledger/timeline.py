"""What a party could know by when, from which acts, through whom. Counts and dates, no verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from companion.labels import folded, speaks_alone
from companion.ledger.causes import Candidate, Facts, causes, last_support
from companion.ledger.delivered import Delivered, of_signal
from companion.model import Act, ExchangeId, Owner, Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """That a party got flows by acts on a site; `exchange` shows the first."""

    site: str
    context: str | None
    acts: int
    first_seen: datetime
    last_seen: datetime
    exchange: ExchangeId


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A label or personal datum of a party at its first and last sight."""

    first: Signal
    last: Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Another party that holds the same identifier, or is of the same company (`owner`)."""

    party: str
    seen_at: datetime
    exchange: ExchangeId | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supported:
    """A label, the acts that could be behind its first sight, and the last act that supports it.

    `days` are those from that last act to the last time the label was delivered.
    """

    sight: Sight
    causes: tuple[Candidate, ...]
    support: Candidate | None

    @property
    def days(self) -> int | None:
        """Days without any act that supports it until it was delivered last; None: never one."""
        return None if self.support is None else int(self.support.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What the record holds of a party; `acts` are the newest, each with the flow that told."""

    party: str
    owner: Owner | None
    begins: datetime
    met: tuple[Met, ...]
    sights: tuple[Sight, ...]
    ties: tuple[Tie, ...]
    acts: tuple[tuple[Act, ExchangeId], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of a timeline: from then on the party could know this.

    `kind` is met, label, datum or tie. `who` names the party it came through, where it is another.
    """

    at: datetime
    kind: str
    text: str
    site: str | None
    context: str | None = None
    exchange: ExchangeId | None = None
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All of it, oldest first; labels with what is behind them."""

    recorded: Recorded
    events: tuple[Event, ...]
    labels: tuple[Supported, ...]

    @property
    def acts(self) -> int:
        """How many acts of the person caused a flow to the party."""
        return sum(it.acts for it in self.recorded.met)

    @property
    def labels_per_act(self) -> float | None:
        """Labels for each act that came to the party; None where none did."""
        return len(self.labels) / self.acts if self.acts else None


def timeline(recorded: Recorded, facts: Facts) -> Timeline:
    """Put what is recorded of a party into the order of time."""
    sights = _once(recorded.sights)
    labels = tuple(_supported(it, facts) for it in sights if _is_label(it.first))
    events = (*_met(recorded.met), *_told(sights), *_tied(recorded.ties))
    return Timeline(
        recorded=recorded,
        events=tuple(sorted(events, key=lambda it: (it.at, it.kind, it.text))),
        labels=labels,
    )


def _once(sights: Sequence[Sight]) -> tuple[Sight, ...]:
    """Each label once: its words and not their code too, under whatever names it stood."""
    first = sorted((it.first for it in sights), key=lambda it: it.exchange)
    worded = {it.id for it in folded(first)}
    held: dict[tuple[object, ...], Sight] = {}
    for sight in sights:
        it = sight.first
        if it.id in worded:
            alone = isinstance(it.value, str) and speaks_alone(it.kind, it.value)
            key = (it.kind, it.value, "" if alone else it.name)
            held[key] = _joined(held.get(key, sight), sight)
    return tuple(sorted(held.values(), key=lambda it: (it.first.seen_at, it.first.id)))


def _joined(one: Sight, other: Sight) -> Sight:
    return Sight(
        first=min(one.first, other.first, key=lambda it: it.seen_at),
        last=max(one.last, other.last, key=lambda it: it.seen_at),
    )


def _is_label(signal: Signal) -> bool:
    return signal.kind != "pii"


def _supported(sight: Sight, facts: Facts) -> Supported:
    first, last = (_delivered(it, facts) for it in (sight.first, sight.last))
    if not first.readable:
        return Supported(sight=sight, causes=(), support=None)
    return Supported(sight=sight, causes=causes(first, facts), support=last_support(last, facts))


def _delivered(signal: Signal, facts: Facts) -> Delivered:
    plain = of_signal(signal)
    return of_signal(signal, facts.topics(plain.text)) if plain.words else plain


def _met(met: Iterable[Met]) -> Iterable[Event]:
    for it in met:
        yield Event(
            at=it.first_seen,
            kind="met",
            text=f"met you on {it.site}",
            site=it.site,
            context=it.context,
            exchange=it.exchange,
        )


def _told(sights: Sequence[Sight]) -> Iterable[Event]:
    for sight in sights:
        it = sight.first
        label = it.value if isinstance(it.value, str) else ", ".join(it.value)
        text = f"{it.name} = {label}" if _is_label(it) else f"your {label.removeprefix('seed:')}"
        yield Event(
            at=it.seen_at,
            kind="label" if _is_label(it) else "datum",
            text=text,
            site=it.site,
            context=it.context,
            exchange=it.exchange,
        )


def _tied(ties: Iterable[Tie]) -> Iterable[Event]:
    for it in ties:
        how = f"is of the same company ({it.owner}) as" if it.owner else "shares an identifier with"
        yield Event(
            at=it.seen_at,
            kind="tie",
            text=f"{how} {it.party}",
            site=None,
            exchange=it.exchange,
            who=it.party,
        )
