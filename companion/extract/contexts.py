"""Which part of life a site belongs to: the person's mark, a table of well-known sites, words."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from companion.topics.words import Lexicon

MOMENTS: Mapping[str, bool] = MappingProxyType(
    {"casual": False, "research": False, "private": True}
)
"""What a person may call a time rather than a site, and whether it is as good as sensitive."""
_LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "pl"})
_READ = 2_000  # characters of a text that are looked at


def context_of(site: str | None, marks: Mapping[str, str]) -> str | None:
    """The context of a site; what the person marked wins, an unknown site has none."""
    if site is None:
        return None
    return marks.get(site) or _by_site().get(site)


def by_site(site: str | None) -> str | None:
    """The context of a well-known site."""
    return context_of(site, {})


def contexts() -> Mapping[str, bool]:
    """Every context by name, and whether it is sensitive."""
    return {name: entry["sensitive"] for name, entry in _table().items()}


def is_sensitive(name: str) -> bool:
    """Whether a context is a sensitive part of life; one the person made up is not held for it."""
    return contexts().get(name, MOMENTS.get(name, False))


def by_words(text: str) -> str | None:
    """The context that a page title or heading speaks of; None where two speak as loudly.

    Words never say that a page is about a sensitive part of life.
    """
    votes = Counter(sector for sector, _ in _lexicon().find(text[:_READ]))
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


@cache
def _table() -> Mapping[str, Any]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {name: entry for name, entry in data.items() if isinstance(entry, dict)}


@cache
def _by_site() -> Mapping[str, str]:
    return {site: name for name, entry in _table().items() for site in entry["sites"]}


@cache
def _lexicon() -> Lexicon:
    return Lexicon(_entries())


def _entries() -> Iterator[tuple[str, str]]:
    text = files("companion.extract.lexicons").joinpath("sectors.toml").read_text("utf-8")
    for sector, languages in tomllib.loads(text).items():
        if isinstance(languages, dict):
            for language in _LANGUAGES & languages.keys():
                yield from ((words, sector) for words in languages[language])
