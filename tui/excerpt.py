"""The part of a text around a place, with the place marked; bounded however long the text is."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.spots import Aim, line_of
from tui.widgets.plain import plain

ABOVE = 6
BELOW = 80
WIDE = 400
READ = 2_000_000
MATCH = "$match"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines ready to show, how many were left out before and after, and whether one is marked."""

    lines: tuple[Content, ...]
    above: int = 0
    below: int = 0
    marked: bool = False


def excerpt(text: str, aim: Aim | None = None) -> Excerpt:
    """The lines around the place that is aimed at; from the beginning without one.

    JSON is shown one entry a line, and its place is found by its keys.
    """
    text = text[:READ]
    tree, written = _tree(text)
    line = line_of(tree, aim.keys) if written and aim is not None and aim.keys else None
    text = written or text
    if line is not None:
        rows = text.split("\n")
        return _around(rows, line, rows[line].strip())
    return _searched(text, aim.forms if aim is not None else ())


def mark(row: str, forms: Sequence[str]) -> tuple[Content, bool]:
    """A line with the first of the forms that stands in it marked, and whether one does."""
    needle = next((form for form in forms if form in row), "")
    return marked(row, needle), bool(needle)


def marked(row: str, needle: str) -> Content:
    """A line with every match marked; of a very long one, the part around the first match."""
    row = row.rstrip("\r").replace("\t", "    ")
    if not needle:
        return Content(plain(row, WIDE * 2))
    start = max(0, row.find(needle) - WIDE)
    cut = row[start : start + 2 * WIDE + len(needle)]
    parts = [Content(plain(part)) for part in cut.split(needle)]
    body = Content.styled(plain(needle, WIDE), MATCH).join(parts)
    return Content.assemble("…" if start else "", body, "…" if start + len(cut) < len(row) else "")


def _tree(text: str) -> tuple[object, str]:
    """JSON as a tree and one entry a line; nothing for other text, or what is nested too deep."""
    if text[:1] not in ("{", "["):
        return None, ""
    try:
        tree: object = json.loads(text)
        return tree, json.dumps(tree, indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return None, ""


def _searched(text: str, forms: Sequence[str]) -> Excerpt:
    needle = next((form for form in forms if form in text and "\n" not in form), "")
    rows = text.split("\n")
    line = next((n for n, row in enumerate(rows) if needle in row), 0) if needle else 0
    return _around(rows, line, needle)


def _around(rows: Sequence[str], line: int, needle: str) -> Excerpt:
    first = max(0, line - ABOVE)
    shown = rows[first : line + BELOW]
    lines = tuple(
        marked(row, needle if n == line else "") for n, row in enumerate(shown, start=first)
    )
    return Excerpt(
        lines=lines,
        above=first,
        below=len(rows) - first - len(shown),
        marked=bool(needle),
    )
