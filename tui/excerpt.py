"""The part of a text around a match, with the match marked; bounded however long the text is."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from textual.content import Content

from tui.widgets.plain import plain

AROUND = 40
WIDE = 400
READ = 2_000_000
MATCH = "$match"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines ready to show, how many were left out before and after, and whether it matched."""

    lines: tuple[Content, ...]
    above: int = 0
    below: int = 0
    matched: bool = False


def readable(text: str) -> str:
    """JSON with one entry a line; other text as it is."""
    if text[:1] not in ("{", "[") or len(text) > READ:
        return text
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return text


def excerpt(text: str, value: str = "") -> Excerpt:
    """The lines around the first place a value stands in, in any way it may be written there."""
    rows = text[:READ].split("\n")
    needle = next((form for form in _forms(value) if form in text[:READ]), "")
    hit = next((n for n, row in enumerate(rows) if needle in row), 0) if needle else 0
    first = max(0, hit - AROUND)
    shown = rows[first : hit + AROUND + 1]
    return Excerpt(
        lines=tuple(marked(row, needle) for row in shown),
        above=first,
        below=max(0, len(rows) - first - len(shown)),
        matched=bool(needle),
    )


def marked(row: str, needle: str) -> Content:
    """A line with every match marked; of a very long one, the part around the first match."""
    row = row.rstrip("\r").replace("\t", "    ")
    if not needle:
        return Content(plain(row, WIDE * 2))
    start = max(0, row.find(needle) - WIDE)
    cut = row[start : start + 2 * WIDE + len(needle)]
    parts = [Content(plain(part)) for part in cut.split(needle)]
    body = Content.styled(plain(needle), MATCH).join(parts)
    return Content.assemble("…" if start else "", body, "…" if start + len(cut) < len(row) else "")


def _forms(value: str) -> Iterator[str]:
    """The ways a value may be written, in JSON, in a URL, with its line breaks gone."""
    if not value:
        return
    yield value
    yield json.dumps(value)[1:-1]
    yield json.dumps(value, ensure_ascii=False)[1:-1].replace("/", "\\/")
    yield quote(value, safe="")
    yield quote_plus(value)
    yield value.strip().split("\n")[0]
