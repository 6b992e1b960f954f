"""The smallest element that is the whole title: links often wrap category, title and teaser."""

import re
from collections.abc import Sequence

from companion.extract.slates.roles import Roles
from companion.extract.slates.table import Column, Step, Table
from companion.extract.slates.titles import Reading, points
from companion.extract.slates.values import Kind, count_words, middle

_DIGITS = re.compile(r"\d+")
_STEPS = 3
_WITHIN = 1.2  # points below the best column that an inner one may have
_LONGER = 1.5  # times that a wrapper is longer than the title in it
_READING = Reading(html=True)


def tightened(table: Table, roles: Roles) -> None:
    """Go down from the best title column to an inner one where the rest is no title."""
    for _ in range(_STEPS):
        title = roles.titles[0]
        inner = _inside(table, title)
        chosen = _without_furniture(title, inner) or _first_of_several(title, inner)
        if chosen is None:
            return
        roles.titles = [chosen, *(c for c in roles.titles if c is not chosen)]


def _inside(table: Table, title: Column) -> list[Column]:
    """The texts inside the title's element that most items have, in page order."""
    element = title.step.parent
    if element is None or not _is_text(title.step):
        return []
    return [
        column
        for column in table.columns
        if _is_text(column.step)
        and column.step.parent is not element
        and column.step.inside(element)
        and column.coverage >= 0.8 * title.coverage
    ]


def _is_text(step: Step) -> bool:
    return isinstance(step.key, str) and step.key.startswith("@text")


def _without_furniture(title: Column, inner: Sequence[Column]) -> Column | None:
    """The column that is most of the title, when the rest is a repeated word or a number."""
    within = [(column, pairs) for column in inner if (pairs := _pairs(title, column))]
    for ordinal, (column, pairs) in enumerate(within):
        rests = [whole.replace(part, "", 1).strip() for whole, part in pairs]
        if not any(rests):
            continue
        half = sum(2 * len(part) >= len(whole) for whole, part in pairs)
        first = ordinal == 0 and 2 * title.step.direct < len(title.values)
        if (2 * half >= len(pairs) or _are_same(rests, title)) and (first or _is_furniture(rests)):
            return column
    return None


def _are_same(rests: Sequence[str], title: Column) -> bool:
    """Whether the same words stand at every title."""
    return len(set(rests)) == 1 and len(rests) == len(title.values)


def _pairs(outer: Column, inner: Column) -> list[tuple[str, str]]:
    by_row = dict(zip(inner.step.rows, inner.texts, strict=True))
    pairs = zip(outer.step.rows, outer.texts, strict=True)
    return [(whole, by_row[row]) for row, whole in pairs if by_row.get(row, "\0") in whole]


def _is_furniture(rests: Sequence[str]) -> bool:
    masked = [_DIGITS.sub("#", rest) for rest in rests]
    return len(set(masked)) <= 0.67 * len(masked) or all(rest in {"", "#"} for rest in masked)


def _first_of_several(title: Column, inner: Sequence[Column]) -> Column | None:
    """The first inner text that can stand alone, when the element only wraps several."""
    if title.step.direct or not inner:
        return None
    least = min(title.step.depth, *(column.step.depth for column in inner))
    enough = points(title, _READING, least) - _WITHIN
    length = middle([len(text) for text in title.texts])
    for column in inner:
        own = middle([len(text) for text in column.texts])
        alone = length > _LONGER * own and _stands_alone(column, own)
        if alone and points(column, _READING, least) > enough:
            return column
    return None


def _stands_alone(column: Column, length: float) -> bool:
    if column.kind is not Kind.TEXT or column.distinct < 0.8 or length < 10:
        return False
    return middle([count_words(text) for text in column.texts]) >= 2
