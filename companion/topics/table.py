"""The topics, the part of life each belongs to, and how sensitive it is."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic.

    `context` is the part of life it belongs to, None where it is part of many. `weight` is 1 where
    Article 9 GDPR protects it, 0.7 where we hold it for as private, 0 else. The model compares
    titles with `prompts` and `examples`.
    """

    name: str
    context: str | None
    weight: float
    prompts: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def topics() -> Mapping[str, Topic]:
    """Every topic by its name."""
    data = tomllib.loads(Path(__file__).with_name("topics.toml").read_text("utf-8"))
    return MappingProxyType(
        {
            name: Topic(
                name=name,
                context=entry["context"] or None,
                weight=float(entry.get("weight", 0)),
                prompts=tuple(entry["prompts"]),
                examples=tuple(entry["examples"]),
            )
            for name, entry in data.items()
            if isinstance(entry, dict)
        }
    )


def weight_of(name: str) -> float:
    """How sensitive a topic is: 1 by Article 9 GDPR, 0.7 added by us, 0 else and if unknown."""
    topic = topics().get(name)
    return topic.weight if topic else 0.0


def context_of(names: Iterable[str]) -> str | None:
    """The part of life that the first of some topics belongs to."""
    return next((topic.context for name in names if (topic := topics().get(name))), None)


@cache
def protected() -> Mapping[str, frozenset[str]]:
    """The parts of life that Article 9 GDPR protects, each with its sensitive topics."""
    found = {it.context for it in topics().values() if it.weight == 1 and it.context}
    return MappingProxyType(
        {
            context: frozenset(
                name for name, it in topics().items() if it.context == context and it.weight
            )
            for context in sorted(found)
        }
    )


def sensitive() -> tuple[str, ...]:
    """The topics that are kept only after the person agreed to each."""
    return tuple(name for name, topic in topics().items() if topic.weight)
