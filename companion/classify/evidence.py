"""From signals to evidence and figures: what every claim has to show."""

from collections.abc import Iterable, Sequence

from companion.classify.thresholds import threshold
from companion.classify.wording import moment
from companion.labels import several
from companion.model import Direction, Evidence, Figure, Level, Signal

VERBS = {Direction.SENT: "sent to", Direction.RECEIVED: "received from"}


def shown(signals: Sequence[Signal]) -> tuple[Evidence, ...]:
    """The exchanges of the first signals with the place in each; one for each place."""
    places = {(it.exchange, it.locator): it for it in signals}
    first = list(places.values())[: int(threshold("evidence_shown"))]
    return tuple(Evidence(exchange=it.exchange, locator=it.locator, note=_note(it)) for it in first)


def tally(signals: Sequence[Signal]) -> dict[str, Figure | tuple[Figure, ...]]:
    """How often, on how many days and sites, from when to when."""
    return {
        "n": len({it.exchange for it in signals}),
        "days": len({it.seen_at.date() for it in signals}),
        "sites": len({it.site for it in signals if it.site}),
        "first": min(it.seen_at for it in signals).isoformat(),
        "last": max(it.seen_at for it in signals).isoformat(),
    }


def contexts(signals: Iterable[Signal]) -> tuple[str, ...]:
    """The parts of life the signals belong to, each once, in order of appearance."""
    return tuple(dict.fromkeys(it.context for it in signals if it.context))


def surest(signals: Iterable[Signal]) -> Level:
    """The highest level among signals."""
    return max((it.confidence for it in signals), key=lambda level: level.weight)


def values(signal: Signal) -> tuple[str, ...]:
    """A signal's value or values, always as several."""
    return several(signal.kind, signal.value)


def _note(signal: Signal) -> str:
    return f"{signal.name} {VERBS[signal.direction]} {signal.party} on {moment(signal.seen_at)}"
