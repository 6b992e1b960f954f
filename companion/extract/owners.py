"""Which company stands behind a registrable domain, according to a dated source.

Our own table first; then the lists that the person fetched, if any, each named with its version.
"""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from companion.decode.hosts import registrable
from companion.errors import UnreadableInput
from companion.model import Owner
from companion.update.held import Held, Reading, entries, held

type _Table = Mapping[str, Owner]


def look_also(folder: Path) -> None:
    """Ask, from now on, the lists that were fetched into a store's data folder too."""
    _LISTS.look(folder)


def owner_of(party: str) -> Owner | None:
    """The company that operates a registrable domain; None where no source knows."""
    name = party.lower()
    return _own().get(name) or _LISTS.found.get(name)


@cache
def _own() -> _Table:
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


def _listed(folder: Path) -> _Table:
    """What the lists say, the first that knows a domain; one that was altered says nothing."""
    found: dict[str, Owner] = {}
    for one in (it for it in held(folder) if it.source.reads == "entities"):
        with suppress(UnreadableInput):
            for domain, owner in _owners(folder, one):
                found.setdefault(domain, owner)
    return found


def _owners(folder: Path, one: Held) -> Iterator[tuple[str, Owner]]:
    """A company of a list that our table knows by one of its domains goes by our name."""
    own, about = _own(), one.source
    for name, domains in entries(folder, one).items():
        parties = {registrable(domain) for domain in domains}
        ours = {own[party].name for party in parties if party in own}
        owner = Owner(
            name=ours.pop() if len(ours) == 1 else name,
            source=f"{about.title}, version {one.version} ({about.attribution}; {about.licence})",
            short=f"{about.title}, version {one.version}",
            date=one.day,
        )
        yield from ((party, owner) for party in sorted(parties))


_LISTS = Reading[_Table](_listed, {})
