"""How sure it is that a value is an identifier, over everything the record holds of it."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from companion.classify.thresholds import threshold
from companion.model import Direction, Level, Signal, SignalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """The level of "this is an identifier" and the figures behind it; lifetime in days."""

    level: Level
    score: float
    lifetime: float


@cache
def innocent_names() -> Mapping[str, tuple[str, ...]]:
    """Names that are no identifier, by class, from names.toml."""
    text = files("companion.classify").joinpath("names.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return MappingProxyType({name: tuple(entry["names"]) for name, entry in table.items()})


@cache
def innocent_class(name: str) -> str | None:
    """The class of a name whose values identify nobody: public, consent, security or such."""
    lowered = name.lower()
    for group, names in innocent_names().items():
        for known in names:
            if lowered == known or (known[-1] == "*" and lowered.startswith(known[:-1])):
                return group
    return None


def identifiers(signals: Iterable[Signal]) -> list[Signal]:
    """The signals that may identify a person: documented, or under no name known as innocent."""
    return [
        it
        for it in signals
        if it.kind is SignalKind.IDENTIFIER
        and (it.confidence is Level.OBSERVED or innocent_class(it.name) is None)
    ]


def usable_tokens(signal: Signal) -> tuple[str, ...]:
    """The tokens long enough to be known again elsewhere, longest first."""
    least = int(threshold("identifier_length"))
    return tuple(sorted((t for t in signal.tokens if len(t) >= least), key=len, reverse=True))


def strength(signals: Sequence[Signal]) -> Strength | None:
    """The strength of one value by all its sightings; None below the band of possible."""
    lifetime = max(_figure(it, "lifetime_days") for it in signals)
    score = max(_score(it) for it in signals) + _repeats(signals) + _spreads(signals)
    if any(it.confidence is Level.OBSERVED for it in signals):
        return Strength(level=Level.OBSERVED, score=score, lifetime=lifetime)
    if score >= threshold("identifier_likely") and _enough(signals, lifetime):
        return Strength(level=Level.LIKELY, score=score, lifetime=lifetime)
    if score >= threshold("identifier_possible"):
        return Strength(level=Level.POSSIBLE, score=score, lifetime=lifetime)
    return None


def changes_every_time(signals: Sequence[Signal]) -> bool:
    """Whether values under one name differ in every flow: then they number requests."""
    flows = {it.exchange for it in signals}
    different = {it.value for it in signals}
    return len(flows) >= threshold("request_id_flows") and len(different) >= len(flows)


def _score(signal: Signal) -> float:
    """The score the rule gave; without one, the least that its level stands for."""
    assumed = threshold(
        "identifier_possible" if signal.confidence is Level.POSSIBLE else "identifier_likely"
    )
    return _figure(signal, "score", assumed)


def _figure(signal: Signal, name: str, otherwise: float = 0.0) -> float:
    value = signal.figures.get(name)
    return float(value) if isinstance(value, int | float) else otherwise


def _repeats(signals: Sequence[Signal]) -> float:
    flows = len({it.exchange for it in signals})
    days = len({it.seen_at.date() for it in signals})
    enough = flows >= threshold("identifier_repeat_flows")
    return threshold("identifier_repeat_points") if enough and days >= _days() else 0.0


def _spreads(signals: Sequence[Signal]) -> float:
    returned = len({it.direction for it in signals}) == 2
    spread = len({it.party for it in signals if it.direction is Direction.SENT}) > 1
    return threshold("identifier_spread_points") if returned or spread else 0.0


def _enough(signals: Sequence[Signal], lifetime: float) -> bool:
    days = len({it.seen_at.date() for it in signals})
    parties = len({it.party for it in signals})
    return days >= _days() or lifetime >= threshold("identifier_lifetime") or parties > 1


def _days() -> float:
    return threshold("identifier_repeat_days")
