"""Which company stands behind a registrable domain, according to a dated source."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from companion.model import Owner


def owner_of(party: str) -> Owner | None:
    """The company that operates a registrable domain; None where the table does not know."""
    return _owners().get(party.lower())


@cache
def _owners() -> Mapping[str, Owner]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    found: dict[str, Owner] = {}
    for entry in data["owner"]:
        owner = Owner(
            name=entry["name"],
            role=entry["role"],
            source=entry.get("source", data["source"]),
            short=entry.get("short", "" if "source" in entry else data["short"]),
            date=entry.get("date", data["date"]),
        )
        found |= dict.fromkeys(entry["hosts"], owner)
    return found
