"""Words of eight languages, one file a language: `lexicons/en.toml`, `lexicons/de.toml`, ...

Words and text are compared folded: no case, no accents, plain apostrophes, single spaces. A
phrase matches whole words; "…" in it is a gap of up to 60 characters, a last "*" any ending.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

LONGEST = 2_000  # characters of a text that are looked at
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "ł": "l", "ø": "o", "đ": "d"})
_NOTHING = re.compile(r"(?!)")


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """The text without case, accents and doubled spaces, for comparing."""
    text = text[:LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
        text = unicodedata.normalize("NFD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(text.lower().split())


def _languages() -> Iterator[dict[str, list[str]]]:
    for entry in files("companion.extract").joinpath("lexicons").iterdir():
        if re.fullmatch(r"[a-z]{2}\.toml", entry.name):
            yield tomllib.loads(entry.read_text("utf-8"))


@cache
def phrases(notion: str) -> frozenset[str]:
    """Every phrase of a notion in all languages, folded."""
    return frozenset(_folded(p) for words in _languages() for p in words.get(notion, ()))


def _folded(phrase: str) -> str:
    return "…".join(map(fold, phrase.split("…")))  # folding would write the gap as three points


def _source(phrase: str) -> str:
    body, ending = (phrase[:-1], r"\w*") if phrase.endswith("*") else (phrase, "")
    gaps = (re.escape(part.strip()) for part in body.split("…"))
    return r"\b.{1,60}?\b".join(gaps) + ending


@cache
def pattern(notion: str) -> re.Pattern[str]:
    """One expression over folded text for all phrases of a notion, the longest first."""
    ordered = sorted(phrases(notion), key=lambda phrase: (-len(phrase), phrase))
    if not ordered:
        return _NOTHING
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_source, ordered))})(?!\w)")


@lru_cache(maxsize=16_384)
def found(notion: str, text: str) -> str:
    """The first phrase of the notion in the text, as folded; empty when there is none."""
    match = pattern(notion).search(fold(text))
    return match.group() if match else ""


def opens(notion: str, text: str) -> bool:
    """Whether the text begins with a phrase of the notion."""
    return pattern(notion).match(fold(text)) is not None


def whole(notion: str, text: str) -> bool:
    """Whether the text is nothing but a phrase of the notion, punctuation apart."""
    return fold(text).strip(" .,:;!?()\u203a\u00bb\u2192-") in phrases(notion)
