"""Which company stands behind a registrable domain, according to a dated source."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from companion.model import Owner


def owner_of(party: str) -> Owner | None:
    """The company that operates a registrable domain; None where the table does not know."""
    return _owners().get(party.lower())


def vendor_behind(cname: str) -> str | None:
    """The registrable domain a host is an alias of, when that company is no mere carrier.

    `cname` is the registrable domain of the alias target. Content networks, hosting and security
    services stand behind many hosts without being a party: for them, and for unknown ones, None.
    """
    owner = owner_of(cname)
    return cname if owner is not None and owner.role not in _CARRIERS else None


def hosts_known() -> tuple[str, ...]:
    """Every registrable domain of the table."""
    return tuple(_owners())


_CARRIERS = frozenset({"cdn", "hosting", "security"})


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
