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
from companion.update.held import entries, held, stamp

type _Stamp = tuple[tuple[str, int], ...]


class _Lists:
    """The taxonomies of the store this process works on, by their number, with their version."""

    def __init__(self) -> None:
        self.tables: Mapping[str, tuple[Entries, str]] = {}
        self._known: tuple[Path | None, _Stamp] = (None, ())

    def read(self, folder: Path) -> None:
        """Read them anew where they are others than before."""
        now = folder, stamp(folder)
        if now != self._known:
            self.tables = _tables(folder) if now[1] else {}
            self._known = now


_LISTS = _Lists()


def look_also(folder: Path) -> None:
    """Name codes, from now on, by the taxonomies that were fetched into a store's data folder."""
    _LISTS.read(folder)


def figures(number: str, codes: Iterable[str]) -> dict[str, Figure | tuple[Figure, ...]]:
    """What is known of codes of a taxonomy: its name, and `means`, "CODE = NAME" of each known."""
    told: dict[str, Figure | tuple[Figure, ...]] = {}
    if name := _names().get(number):
        told["taxonomy"] = name
    table, version = _LISTS.tables.get(number, ({}, ""))
    named = tuple(f"{it} = {' | '.join(table[it])}" for it in codes if it in table)
    return told | ({"means": named, "named_by": version} if named else {})


def _tables(folder: Path) -> Mapping[str, tuple[Entries, str]]:
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
