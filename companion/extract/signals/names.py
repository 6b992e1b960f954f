"""What the name of a field says: its words, and the class of value that stands under it."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


class NameClass(StrEnum):
    """The class of value that a name stands for; UNKNOWN when the name says nothing."""

    IDENTIFIER = "identifier"
    CLICK = "click"
    CONSENT = "consent"
    ANTIFORGERY = "antiforgery"
    SIGNIN = "signin"
    SESSION = "session"
    INFRASTRUCTURE = "infrastructure"
    REQUEST = "request"
    PUBLIC = "public"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    exact: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    prefixes: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    unsure: frozenset[str] = field(default_factory=frozenset)


# A choice, a form's protection, a sign-in or a session stays what it is, whatever else is there.
_FIRST = (NameClass.CONSENT, NameClass.ANTIFORGERY, NameClass.SIGNIN, NameClass.SESSION)
_THEN = (NameClass.INFRASTRUCTURE, NameClass.REQUEST, NameClass.PUBLIC)


@lru_cache(maxsize=16_384)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case: "visitorId" and "visitor_id" give visitor, id."""
    return tuple(word.lower() for word in _WORD.findall(name))


def holds(name_words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether a row of words stands somewhere among the words of a name, side by side."""
    if len(phrase) == 1:
        return phrase[0] in name_words
    size = len(phrase)
    return any(name_words[at : at + size] == phrase for at in range(len(name_words) - size + 1))


@lru_cache(maxsize=16_384)
def class_of(name: str) -> NameClass:
    """The class of value that stands under a name, by the table names.toml."""
    lowered, parts = name.lower(), words(name)
    for kind, entry in _table().items():
        if lowered in entry.exact or (entry.prefixes and lowered.startswith(entry.prefixes)):
            return kind
    return (
        _by_words(_FIRST, parts)
        or _by_end(parts)
        or _by_words(_THEN, parts)
        or _by_ending(parts)
        or NameClass.UNKNOWN
    )


@lru_cache(maxsize=16_384)
def unsure(name: str) -> bool:
    """Whether a name means the person only where the place is about the person."""
    known, parts = _table()[NameClass.IDENTIFIER].unsure, words(name)
    return name.lower() in known or " ".join(parts[-2:]) in known or "".join(parts[-1:]) in known


def _by_words(kinds: Iterable[NameClass], parts: tuple[str, ...]) -> NameClass | None:
    table = _table()
    return next(
        (kind for kind in kinds if any(holds(parts, phrase) for phrase in table[kind].phrases)),
        None,
    )


def _by_end(parts: tuple[str, ...]) -> NameClass | None:
    phrases = _table()[NameClass.IDENTIFIER].phrases
    found = any(parts[-len(phrase) :] == phrase for phrase in phrases)
    return NameClass.IDENTIFIER if found else None


def _by_ending(parts: tuple[str, ...]) -> NameClass | None:
    if not parts:
        return None
    entry = _table()[NameClass.IDENTIFIER]
    found = parts[-1] in entry.exact or parts[-1].endswith(entry.endings)
    return NameClass.IDENTIFIER if found else None


@cache
def _table() -> Mapping[NameClass, _Entry]:
    data = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
    return {kind: _entry(data[kind]) for kind in NameClass if kind}


def _entry(data: Mapping[str, Any]) -> _Entry:
    return _Entry(
        exact=frozenset(data.get("exact", ())),
        phrases=tuple(tuple(phrase.split()) for phrase in data.get("words", ())),
        prefixes=tuple(data.get("prefixes", ())),
        endings=tuple(data.get("endings", ())),
        unsure=frozenset(data.get("unsure", ())),
    )
