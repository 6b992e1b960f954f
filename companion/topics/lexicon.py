"""Topics by reviewed words of eight languages: what there is without a model."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from companion.topics.words import Lexicon

LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "pl"})
VERSION = "words 1"
_READ = 2_000  # characters of a text that are looked at


@lru_cache(maxsize=16_384)
def by_words(text: str) -> tuple[str, ...]:
    """The one topic whose words a text has most of; none where two have as many.

    Words never say that a text is about something sensitive.
    """
    votes = Counter(topic for topic, _ in set(_lexicon().find(text[:_READ])))
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ()
    return (ranked[0][0],)


@cache
def _lexicon() -> Lexicon:
    return Lexicon(_entries())


def _entries() -> Iterator[tuple[str, str]]:
    data = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text("utf-8"))
    for topic, languages in data.items():
        if isinstance(languages, dict):
            for language in sorted(LANGUAGES & languages.keys()):
                yield from ((words, topic) for words in languages[language])
