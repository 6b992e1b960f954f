"""What the codes of published taxonomies mean: names of taxonomies, and of codes where fetched.

The names of codes are not ours to hand on: without a list that the person fetched, codes stay
codes, and only their taxonomy is named.
"""

import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from companion.errors import UnreadableInput
from companion.model import Figure
from companion.update.forms import Entries
from companion.update.held import Reading, entries, held

type _Tables = Mapping[str, tuple[Entries, str]]  # by number, with what it is and its version


def look_also(folder: Path) -> None:
    """Name codes, from now on, by the taxonomies that were fetched into a store's data folder."""
    _LISTS.look(folder)


def figures(number: str, codes: Iterable[str]) -> dict[str, Figure | tuple[Figure, ...]]:
    """What is known of codes of a taxonomy: its name, and `means`, "CODE = NAME" of each known."""
    told: dict[str, Figure | tuple[Figure, ...]] = {}
    if name := _names().get(number):
        told["taxonomy"] = name
    table, version = _LISTS.found.get(number, ({}, ""))
    named = tuple(f"{it} = {' | '.join(table[it])}" for it in codes if it in table)
    return told | ({"means": named, "named_by": version} if named else {})


def _tables(folder: Path) -> _Tables:
    found: dict[str, tuple[Entries, str]] = {}
    for one in held(folder):
        if one.source.taxonomy:
            with suppress(UnreadableInput):
                version = f"{one.source.title}, version {one.version} of {one.day}"
                found[one.source.taxonomy] = entries(folder, one), version
    return found


@cache
def _names() -> Mapping[str, str]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return dict(data["names"])


_LISTS = Reading[_Tables](_tables, {})
