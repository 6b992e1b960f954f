"""Rows of one pattern: most of what looks like a list is one."""

from collections.abc import Iterable
from html import escape

from tests.accuracy.firstcontact.kit import Say, slug


def each(pattern: str, words: Iterable[str]) -> str:
    """The pattern once a word: `{i}` counts from 1, `{v}` is the word, `{s}` its address part."""
    return "".join(
        pattern.format(i=i, v=escape(word), s=slug(word)) for i, word in enumerate(words, 1)
    )


def text(say: Say, n: int = 3) -> str:
    """Paragraphs of running text."""
    return "".join(f"<p>{say.line()} {say.line()}</p>" for _ in range(n))
