"""What is inferred about the person: signals folded to claims."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from companion.labels import code_of, coded, folded, in_words, meant, parted, several, speaks_alone
from companion.model import Direction, Level, Signal, SignalId, SignalKind, digest

KINDS = (
    SignalKind.SEGMENT,
    SignalKind.TRAIT,
    SignalKind.SCORE,
    SignalKind.TOPIC,
    SignalKind.LOCATION,
    SignalKind.TARGETING,
)
"""The kinds of signals that say what somebody takes the person to be."""

EVIDENCE = 20
CLAIMS = 200
NAMED = 3

type Key = tuple[str, SignalKind, str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """What one party holds of the person under one name; what is sensitive stands apart.

    `claims` are the labels as sent, the first few, each with the code that stood beside it in
    brackets; `codes` are those codes. `signals` are the first few places it stands in, oldest
    first; `times` counts them all.
    """

    kind: SignalKind
    name: str
    claims: tuple[str, ...]
    codes: tuple[str, ...] = ()
    holder: str
    sites: tuple[str, ...]
    since: datetime
    last: datetime
    times: int
    sensitive: bool
    confidence: Level
    direction: Direction
    signals: tuple[SignalId, ...]

    @property
    def claim(self) -> str:
        """The first labels and how many more, with the name where they do not speak for it."""
        more = len(self.claims) - NAMED
        row = ", ".join(self.claims[:NAMED]) + (f" and {more} more" if more > 0 else "")
        return row if any(map(in_words, self.claims)) else f"{self.name} = {row}"

    @property
    def key(self) -> Key:
        """What makes two signals one inference: segments in words need no name to be the same."""
        name = "" if speaks_alone(self.kind, self.claims[0]) else self.name
        return self.holder, self.kind, name, self.sensitive

    def word_id(self, claim: str) -> str:
        """The id under which the person's word on one of its claims is kept."""
        return digest("inference", self.holder, self.kind, self.name, claim)


def inferences(signals: Iterable[Signal], known: Iterable[Inference] = ()) -> tuple[Inference, ...]:
    """Signals folded by holder, kind and name, added to those already known.

    Code and words of one object are one label, and so is the code alone elsewhere. The order is:
    sensitive first, then the surest, then the newest.
    """
    held: dict[Key, Inference] = {it.key: it for it in known}
    for signal in folded(it for it in signals if it.kind in KINDS):
        for one in _said_by(signal):
            held[one.key] = _joined(held[one.key], one) if one.key in held else one
    return tuple(sorted(_without_codes(held), key=_order, reverse=True))


def _said_by(signal: Signal) -> Iterator[Inference]:
    """What a signal says: labels in words and codes apart, what is sensitive apart."""
    for part in parted(signal):
        labels = several(part.kind, part.value) if part else ()
        for worded in (True, False):
            alike = tuple(it for it in labels if in_words(it) is worded)
            if part and alike:
                yield _inference(part, alike)


def _without_codes(held: Mapping[Key, Inference]) -> Iterable[Inference]:
    """The inferences, where codes stood alone joined to the words they stood beside elsewhere."""
    left = dict(held)
    worded = [it for it in held.values() if it.codes]
    for key, it in held.items():
        for words in worded:
            alike = (it.holder, it.kind) == (words.holder, words.kind) and not it.codes
            if alike and key in left and set(it.claims) <= set(words.codes):
                told = replace(left.pop(key), claims=())
                left[words.key] = _joined(left[words.key], told)
    return left.values()


def _inference(signal: Signal, labels: tuple[str, ...]) -> Inference:
    code = code_of(signal)
    return Inference(
        kind=signal.kind,
        name=signal.name,
        claims=tuple(f"{it}{coded(code)}{meant(signal, it)}" for it in labels)[:CLAIMS],
        codes=(code,) if code else (),
        holder=signal.party,
        sites=(signal.site,) if signal.site else (),
        since=signal.seen_at,
        last=signal.seen_at,
        times=1,
        sensitive=signal.sensitive,
        confidence=signal.confidence,
        direction=signal.direction,
        signals=(signal.id,),
    )


def _joined(held: Inference, new: Inference) -> Inference:
    older_first = (new, held) if new.since < held.since else (held, new)
    return replace(
        held,
        claims=_with_codes(_first(older_first, "claims", CLAIMS)),
        codes=_first(older_first, "codes", CLAIMS),
        sites=tuple(dict.fromkeys((*held.sites, *new.sites))),
        since=min(held.since, new.since),
        last=max(held.last, new.last),
        times=held.times + new.times,
        confidence=max(held.confidence, new.confidence, key=lambda it: it.weight),
        signals=_first(older_first, "signals", EVIDENCE),
    )


def _with_codes(claims: tuple[str, ...]) -> tuple[str, ...]:
    """The claims, a bare one left out where it stands with its code too."""
    coded_ones = {it.rpartition(" [")[0] for it in claims if it.endswith("]")}
    return tuple(it for it in claims if it not in coded_ones)


def _first(parts: Sequence[Inference], name: str, most: int) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(it for part in parts for it in getattr(part, name)))[:most]


def _order(inference: Inference) -> tuple[bool, int, datetime, Key]:
    return inference.sensitive, inference.confidence.weight, inference.last, inference.key
