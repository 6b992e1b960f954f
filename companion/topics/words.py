"""Looks words and rows of words up in a lexicon, without accents and in lower case."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W\d_]+|\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STEM = 4  # characters an entry with * has at least


def folded(text: str) -> tuple[str, ...]:
    """The words of a text in lower case and without accents; "heartDisease" gives two."""
    parted = _CAMEL.sub(" ", text)
    bare = "".join(sign for sign in normalize("NFKD", parted) if not combining(sign))
    return tuple(_WORD.findall(bare.lower().replace("ł", "l")))


class Lexicon:
    """Entries with a meaning each: words, rows of words, or beginnings (with a trailing *)."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        rows: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._beginnings: dict[str, str] = {}
        for entry, meaning in entries:
            words = folded(entry)
            if entry.endswith("*"):
                self._beginnings[words[-1]] = meaning
            else:
                rows[words[0]].append((words, meaning))
        self._rows: Mapping[str, list[tuple[tuple[str, ...], str]]] = dict(rows)

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """The meaning and the words of each entry that stands in a text, in order."""
        words = folded(text)
        for at, word in enumerate(words):
            for row, meaning in self._rows.get(word, ()):
                if words[at : at + len(row)] == row:
                    yield meaning, " ".join(row)
            yield from self._by_beginning(word)

    def _by_beginning(self, word: str) -> Iterator[tuple[str, str]]:
        for size in range(_STEM, len(word) + 1):
            meaning = self._beginnings.get(word[:size])
            if meaning is not None:
                yield meaning, word
