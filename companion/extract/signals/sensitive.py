"""Whether a label that somebody wrote about the person touches what is sensitive.

Flags only: the words are those of the label itself, and they are given with the flag.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from companion.extract.signals.claim import VALUE_LENGTH, Claim
from companion.labels import several
from companion.model import Figures, SignalKind
from companion.topics.words import Lexicon

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
    """Topic, word and weight (1 by Article 9, 0.7 added) for a sensitive label; None for others.

    Where only some of several labels are sensitive, `sensitive_labels` names those.
    """
    if claim.kind not in _LABELS:
        return None
    text = value if isinstance(value, str) else " | ".join(value)
    found = _touched(claim.name, " | ".join((text, *_meant(claim))))
    if found is None:
        return None
    topic, word = found
    weight = 1.0 if _article9(topic) else 0.7
    figures: Figures = {
        "sensitive_topic": topic,
        "sensitive_word": word,
        "sensitive_weight": weight,
    }
    every = several(claim.kind, value)
    touching = tuple(it[:VALUE_LENGTH] for it in every if _touched(claim.name, it))
    return {**figures, "sensitive_labels": touching} if 0 < len(touching) < len(every) else figures


def _meant(claim: Claim) -> tuple[str, ...]:
    """What the codes of a label mean, where a taxonomy that was fetched knows them."""
    meant = claim.figures.get("means", ())
    return tuple(map(str, meant)) if isinstance(meant, tuple) else ()


def _touched(name: str, text: str) -> tuple[str, str] | None:
    """The topic and the word of a label, with the name it stands under; None where it has none."""
    return next(_lexicon().find(f"{name} | {text[:2_000]}"), None)


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
