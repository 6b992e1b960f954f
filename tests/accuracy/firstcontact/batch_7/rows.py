"""Rows of one pattern, and the addresses in them."""

from collections.abc import Sequence
from html import escape

from tests.accuracy.firstcontact.kit import slug


def addresses(pattern: str, titles: Sequence[str]) -> list[str]:
    """An address a title: `{s}` is the title as a slug, `{i}` counts from 1."""
    return [pattern.format(s=slug(t), i=i) for i, t in enumerate(titles, 1)]


def rows(pattern: str, titles: Sequence[str], urls: Sequence[str], **more: Sequence[str]) -> str:
    """The pattern once a title: `{i}` counts from 1, `{t}`, `{u}` and what else is given a row."""
    return "".join(
        pattern.format(
            i=i, t=escape(t), u=escape(u), **{name: them[i - 1] for name, them in more.items()}
        )
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    )
