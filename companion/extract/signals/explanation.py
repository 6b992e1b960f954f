"""Reasons that come with what is delivered: why this item, by which recipe, from which act."""

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from companion.extract.signals.claim import Claim
from companion.extract.signals.names import holds, words
from companion.extract.signals.rules import signal
from companion.extract.signals.scene import TREES, Datum, Scene, Where
from companion.model import Direction, Level, SignalKind
from companion.topics.words import Lexicon

_LONGEST = 300


@lru_cache(maxsize=8_192)
def _says(name: str, list_name: str) -> bool:
    parts = words(name)
    return any(holds(parts, phrase) for phrase in _phrases(list_name))


def _wants(where: Where) -> bool:
    if where.carrier not in TREES:
        return False
    return _says(where.name, "strong") or _says(where.name, "weak") or _says(where.parent, "strong")


@signal(_wants, counts=False)
def explanation(datum: Datum, scene: Scene) -> Iterator[Claim]:
    """A reason under a telling key, or in the words of a reason; delivered, not sent."""
    text = datum.text
    if datum.direction is Direction.SENT or not 1 < len(text) <= _LONGEST or text.isdigit():
        return
    in_words = next(_reasons().find(text), None)
    by_key = _says(datum.name, "strong") or _says(datum.parent, "strong")
    in_place = any(_says(key, "places") for key in (*datum.keys, *_lists_beside(datum)))
    if in_words is None and not (by_key or in_place):
        return
    if text.lower() in {"true", "false", "none", "null", "unknown"} or "://" in text:
        return
    yield Claim(
        kind=SignalKind.EXPLANATION,
        name=datum.name,
        confidence=Level.OBSERVED if in_words else Level.POSSIBLE,
        rule="explanation",
    )


def _lists_beside(datum: Datum) -> Iterator[str]:
    """The keys of the lists in the object it stands in: what those are there for."""
    return (key for key, value in datum.beside.items() if isinstance(value, list))


@cache
def _table() -> dict[str, list[str]]:
    text = files("companion.extract.lexicons").joinpath("reasons.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return {**data["keys"], **data["words"]}


@cache
def _phrases(list_name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in _table()[list_name])


@cache
def _reasons() -> Lexicon:
    languages = ("en", "de", "fr", "es", "it", "pt", "nl", "pl")
    return Lexicon((entry, "reason") for language in languages for entry in _table()[language])
