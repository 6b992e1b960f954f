"""Which column of a list is the title: statistics of its values plus what its name says.

Statistics alone gave 13 false lists on the dev corpus, names alone lost 5 of 42; both together
lost none (measured, 2026-11-23).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from companion.extract.lexicon import fold
from companion.extract.slates.data import weights
from companion.extract.slates.plain import plain
from companion.extract.slates.price import states_price
from companion.extract.slates.table import Column, Table
from companion.extract.slates.values import Kind, count_words, has_letter, is_cjk, middle

_SEPARATOR = re.compile(" [•·|\u2013] ")
_RANKED = re.compile(r"(\d{1,3})[.):]?\s+(?=\S)")
_SAMPLES = 24
KEY = 36  # characters of a title that are compared: markup cuts titles short
_NEVER = frozenset({Kind.URL, Kind.IMAGE, Kind.ICON, Kind.DATE})
_LENGTHS = ((3, -1.5), (8, 0.6), (111, 1.0), (161, 0.4))  # shorter than: points
_LONG = -1.2


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows were made, where it matters for titles."""

    html: bool = False
    tuples: bool = False


def ranked(table: Table, reading: Reading) -> list[tuple[float, Column]]:
    """The columns that can be titles with their points, the best first; ties in page order."""
    columns = [column for column in table.columns if _possible(column)]
    depths = [column.step.depth for column in columns if column.kind is Kind.TEXT]
    least = min(depths, default=0)
    scored = [(points(column, reading, least), column) for column in columns]
    accepted = [pair for pair in scored if pair[0] > weights("title")["accepted"]]
    return sorted(accepted, key=lambda pair: -pair[0])


def _possible(column: Column) -> bool:
    if column.coverage < 0.1 or not isinstance(column.values[0], str):
        return False
    if column.kind is not Kind.TEXT and (column.coverage <= 0.8 or column.kind in _NEVER):
        return False
    sample = column.texts[:_SAMPLES]
    if column.may_cost and 2 * sum(map(states_price, sample)) > len(sample):
        return False
    return sum(map(has_letter, sample)) >= 0.6 * len(sample)


def points(column: Column, reading: Reading, least_depth: int) -> float:
    """How much a column is like a title; from 1.5 on it can be one."""
    weight = weights("title")
    total = weight["coverage"] * column.coverage + weight["distinct"] * column.distinct
    total += _of_length(column) + _of_words(column) + _of_key(column, reading)
    total -= _of_place(column, reading, least_depth)
    if column.kind is not Kind.TEXT:
        total += weight["not_text"] + (weight["opaque"] if column.kind is Kind.ID else 0)
    if _separated(column):
        total += weight["separated"]
    rows = len(column.values)
    if column.distinct < 0.34 or (rows <= 3 and column.distinct < 1):
        total += weight["repeated"]
    return total


def _of_length(column: Column) -> float:
    sample = column.texts[:_SAMPLES]
    length = middle([len(text) for text in sample])
    found = next((given for most, given in _LENGTHS if length < most), _LONG)
    return max(found, 0.8) if any(map(is_cjk, sample[:6])) and length >= 2 else found


def _of_words(column: Column) -> float:
    words = middle([count_words(text) for text in column.texts[:_SAMPLES]])
    return min(1.0, max(0.0, words - 1) / 3)


def _of_key(column: Column, reading: Reading) -> float:
    return column.step.hint if reading.html else column.path.title_points


def _of_place(column: Column, reading: Reading, least_depth: int) -> float:
    weight = weights("title")
    depth = column.step.depth - least_depth
    if reading.html:
        return weight["depth_html"] * depth
    cost = weight["depth"] * depth
    return cost if reading.tuples else cost + weight["array_steps"] * column.step.array_cost


def _separated(column: Column) -> bool:
    sample = column.texts[:_SAMPLES]
    if _SEPARATOR.search(column.joined) is None and column.joined.count(", ") < len(sample):
        return False
    split = [_SEPARATOR.search(text) is not None or text.count(", ") >= 2 for text in sample]
    return sum(split) * 2 > len(sample)


def texts(columns: Sequence[Column], rows: int) -> list[str]:
    """The title of each row by the first column that has one; empty where none has."""
    found = [""] * rows
    for column in reversed(columns):
        for row, text in zip(column.step.rows, column.texts, strict=True):
            found[row] = plain(text) or found[row]
    return unnumbered(found)


def title_key(title: str, most: int = KEY) -> str:
    """A title as it is compared: letters and digits only, the first of them."""
    return "".join(filter(str.isalnum, fold(title)))[:most]


def unnumbered(titles: Sequence[str]) -> list[str]:
    """Titles without the rank that a page writes before each of them."""
    found = [_RANKED.match(title) for title in titles]
    ranked_ones = sum(
        match is not None and int(match[1]) in {rank, rank + 1} for rank, match in enumerate(found)
    )
    if len(titles) < 3 or ranked_ones < 0.8 * len(titles):
        return list(titles)
    pairs = zip(titles, found, strict=True)
    return [title[match.end() :] if match else title for title, match in pairs]
