"""What is inferred about the person: signals folded to claims, and the acts that may be behind."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from companion.model import Act, Direction, Level, Signal, SignalId, SignalKind

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
_WORD = re.compile(r"[^\W\d_]{4,}")
_FADES_DAYS = 30

type Key = tuple[str, SignalKind, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """One claim about the person and who holds it.

    `signals` are the first few places it stands in, oldest first; `times` counts them all.
    """

    kind: SignalKind
    name: str
    claim: str
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
    def key(self) -> Key:
        """What makes two signals the same claim."""
        return (self.holder, self.kind, self.name, self.claim)


def inferences(signals: Iterable[Signal], known: Iterable[Inference] = ()) -> tuple[Inference, ...]:
    """Signals folded by holder, kind, name and value, added to those already known.

    The order is: sensitive first, then the surest, then the newest.
    """
    claims: dict[Key, Inference] = {it.key: it for it in known}
    for signal in signals:
        if signal.kind in KINDS:
            one = _alone(signal)
            held = claims.get(one.key)
            claims[one.key] = one if held is None else _joined(held, one)
    return tuple(sorted(claims.values(), key=_order, reverse=True))


def acts_behind(inference: Inference, acts: Iterable[Act], limit: int = 3) -> tuple[Act, ...]:
    """The acts before its first sight that share a word with the claim, the likeliest first.

    An act weighs less the longer before the claim it was. None: no act in the record has to do
    with it.
    """
    wanted = _words(f"{inference.name} {inference.claim}")
    weighed = [
        (len(wanted & _words(_said(act))) * _nearness(act, inference), act.seen_at, act)
        for act in acts
        if act.seen_at <= inference.since
    ]
    behind = [entry for entry in weighed if entry[0] > 0]
    behind.sort(key=lambda entry: entry[:2], reverse=True)
    return tuple(act for _, _, act in behind[:limit])


def _alone(signal: Signal) -> Inference:
    values = (signal.value,) if isinstance(signal.value, str) else signal.value
    return Inference(
        kind=signal.kind,
        name=signal.name,
        claim=", ".join(values),
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
        sites=tuple(dict.fromkeys((*held.sites, *new.sites))),
        since=min(held.since, new.since),
        last=max(held.last, new.last),
        times=held.times + new.times,
        sensitive=held.sensitive or new.sensitive,
        confidence=max(held.confidence, new.confidence, key=lambda it: it.weight),
        signals=_first(older_first),
    )


def _first(parts: Sequence[Inference]) -> tuple[SignalId, ...]:
    return tuple(dict.fromkeys(it for part in parts for it in part.signals))[:EVIDENCE]


def _order(inference: Inference) -> tuple[bool, int, datetime, Key]:
    return inference.sensitive, inference.confidence.weight, inference.last, inference.key


def _nearness(act: Act, inference: Inference) -> float:
    return math.exp(-(inference.since - act.seen_at).total_seconds() / 86_400 / _FADES_DAYS)


def _said(act: Act) -> str:
    return " ".join((act.text, act.site, act.context or "", *act.topics))


def _words(text: str) -> frozenset[str]:
    """Beginnings of words, so that "running" and "runs" meet."""
    return frozenset(word[:4].lower() for word in _WORD.findall(text))
