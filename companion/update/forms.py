"""The forms in which lists are published: read into names or codes and what these stand for."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from types import MappingProxyType
from typing import Any

MOST = 100_000  # entries of one list
_NAME_LENGTH = 100
_CODE = "Unique ID"

type Entries = Mapping[str, tuple[str, ...]]  # domains of a company, the way to a code in its tree


def entities(content: bytes) -> Entries:
    """`{NAME: {"properties": [domain], "resources": [domain], "displayName": …}}`.

    Also inside `{"entities": …}`: how Disconnect and Tracker Radar publish who owns what.

    Raises:
        ValueError: the content is no such list.
    """
    data = json.loads(content)
    if isinstance(data, dict) and isinstance(data.get("entities"), dict):
        data = data["entities"]
    if not isinstance(data, dict):
        raise ValueError("no table of companies")
    found: dict[str, tuple[str, ...]] = {}
    for name, about in list(data.items())[:MOST]:
        if isinstance(about, dict) and (domains := _domains(about)):
            shown = _plain(str(about.get("displayName") or name))
            found[shown] = tuple(dict.fromkeys(found.get(shown, ()) + domains))
    if not found:
        raise ValueError("no company with a domain")
    return found


def _plain(name: str) -> str:
    """A name as one short line of text."""
    return "".join(it for it in " ".join(name.split()) if it.isprintable())[:_NAME_LENGTH]


def _domains(about: dict[str, Any]) -> tuple[str, ...]:
    lists = (about.get(key) for key in ("properties", "resources"))
    named = (it for one in lists if isinstance(one, list) for it in one)
    return tuple(it.strip().lower() for it in named if isinstance(it, str) and "." in it)


def taxonomy(content: bytes) -> Entries:
    """A table of tabs with the columns `Unique ID` and `Tier 1`, `Tier 2` …, perhaps below a title.

    How the IAB Tech Lab publishes its taxonomies.

    Raises:
        ValueError: the content is no such table.
    """
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter="\t"))
    start = next((at for at, row in enumerate(rows[:10]) if _CODE in map(str.strip, row)), None)
    if start is None:
        raise ValueError(f"no column {_CODE}")
    head = [it.strip() for it in rows[start]]
    code, tiers = head.index(_CODE), [at for at, it in enumerate(head) if it.startswith("Tier")]
    found = {
        row[code].strip(): way
        for row in rows[start + 1 : start + MOST]
        if len(row) > code and row[code].strip() and (way := _way(row, tiers))
    }
    if not found:
        raise ValueError("no code with a name")
    return found


def _way(row: Sequence[str], tiers: Sequence[int]) -> tuple[str, ...]:
    """The names of the levels above a code and its own, without marks of footnotes."""
    named = (_plain(row[at]).rstrip("*") for at in tiers if at < len(row))
    return tuple(it for it in named if it)


FORMS: Mapping[str, Callable[[bytes], Entries]] = MappingProxyType(
    {"entities": entities, "taxonomy": taxonomy}
)
