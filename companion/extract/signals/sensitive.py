"""Whether a label that somebody wrote about the person touches what is sensitive.

Flags only: the words are those of the label itself, and they are given with the flag.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from companion.extract.lexicons.words import Lexicon
from companion.extract.signals.claim import Claim
from companion.model import Figures, SignalKind

_LABELS = frozenset(
    {
        SignalKind.SEGMENT,
        SignalKind.TRAIT,
        SignalKind.SCORE,
        SignalKind.TARGETING,
        SignalKind.TOPIC,
        SignalKind.EXPLANATION,
    }
)
_NOT_LANGUAGES = frozenset({"article9"})


def sensitive_topic(claim: Claim, value: str | tuple[str, ...]) -> Figures | None:
    """Topic, word and weight (1 by Article 9, 0.7 added) for a sensitive label; None for others."""
    if claim.kind not in _LABELS:
        return None
    text = value if isinstance(value, str) else " | ".join(value)
    found = next(_lexicon().find(f"{claim.name} | {text[:2_000]}"), None)
    if found is None:
        return None
    topic, word = found
    weight = 1.0 if _article9(topic) else 0.7
    return {"sensitive_topic": topic, "sensitive_word": word, "sensitive_weight": weight}


@cache
def _topics() -> dict[str, dict[str, list[str] | bool]]:
    text = files("companion.extract.lexicons").joinpath("sensitive.toml").read_text("utf-8")
    return {key: table for key, table in tomllib.loads(text).items() if isinstance(table, dict)}


def _article9(topic: str) -> bool:
    return bool(_topics()[topic]["article9"])


@cache
def _lexicon() -> Lexicon:
    return Lexicon(_entries())


def _entries() -> Iterator[tuple[str, str]]:
    for topic, table in _topics().items():
        for language, words in table.items():
            if language not in _NOT_LANGUAGES and isinstance(words, list):
                yield from ((word, topic) for word in words)
