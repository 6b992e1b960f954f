"""The words that a label, a title or an act is about, and how alike two of them are."""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from companion.topics.words import folded

STEM = 4
"""Letters by which words are looked up, so that "running" and "runners" meet."""
SAME = 0.75
"""Share of the longer of two words that both begin with, from which on they are one."""
_READ = 1_000  # characters of a text that are looked at


@lru_cache(maxsize=16_384)
def content(text: str) -> tuple[str, ...]:
    """The words that say what a text is about, folded, each once, in order."""
    words = (it for it in folded(text[:_READ]) if len(it) >= STEM and not it.isdigit())
    return tuple(dict.fromkeys(it for it in words if it not in _common()))


def without_trade(label: str) -> str:
    """A label without the words of the trade, which say nothing of what it is about.

    "Sunscreen buyers" is about sunscreen; a label of nothing else stays as it is.
    """
    left = [it for it in label.split() if not set(folded(it)) & _trade()]
    return " ".join(left) or label


def stems(words: Iterable[str]) -> frozenset[str]:
    """The beginnings by which words are looked up."""
    return frozenset(word[:STEM] for word in words)


def alike(wanted: Iterable[str], said: Iterable[str]) -> float:
    """How much of the wanted words is said, 0 to 1: mostly the best word, partly all of them."""
    held = tuple(said)
    best = [max((_near(word, other) for other in held), default=0.0) for word in wanted]
    return 0.6 * max(best, default=0.0) + 0.4 * sum(best) / len(best) if best else 0.0


def shared(wanted: Iterable[str], said: Iterable[str]) -> tuple[str, ...]:
    """The wanted words that are said, in whatever ending."""
    held = tuple(said)
    return tuple(it for it in wanted if any(_near(it, other) >= SAME for other in held))


def _near(one: str, other: str) -> float:
    """1 for the same word, else the share of the longer one that both begin with."""
    if one == other:
        return 1.0
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return same / max(len(one), len(other)) if same >= STEM else 0.0


@cache
def _common() -> frozenset[str]:
    return _trade() | frozenset(_table()["everyday"])


@cache
def _trade() -> frozenset[str]:
    return frozenset(_table()["trade"])


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("common.toml").read_text("utf-8"))
