"""Reads the vendor files into tables, and says which file and key is wrong when one is."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import translate
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from companion.extract.urls import split
from companion.model import Direction, Exchange, SignalKind

NOTHING = "nothing"  # the kind of a field that is documented to say nothing about the person
ANYWHERE = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One documented field: `at` its name, in trees its last keys; a trailing * is any ending.

    `carrier` is cookie, inside (of a cookie: its name, a dot, the name in it), tree (JSON and page
    state), any, or "" for parameters and cookies.

    `relay` is the party that a site's own server is documented to hand it on to.
    `kind` is None for a field that says nothing about the person. `name` is the signal's; a {} in
    it takes the nearest value under the key `of`.
    """

    vendor: str
    says: str
    kind: SignalKind | None
    at: str
    name: str
    of: str = ""
    carrier: str = ""
    direction: Direction | None = None
    relay: str = ""

    @property
    def last(self) -> str:
        """The key that a leaf of this field is named by."""
        return self.at.rpartition(".")[2] if self.carrier in {"tree", "inside"} else self.at


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Endpoint:
    """Where a vendor is spoken to: its hosts (with their subdomains) and paths.

    Equal to itself only: tables are looked up by endpoints, for every exchange.
    """

    hosts: tuple[str, ...]
    path: re.Pattern[str]
    needs: tuple[str, ...] = ()
    needs_sent: tuple[bytes, ...] = ()
    fields: tuple[Field, ...] = ()

    def serves(self, exchange: Exchange, path: str) -> bool:
        """Whether an exchange with one of the hosts is this endpoint's."""
        if self.path.match(path) is None:
            return False
        body = exchange.request.body or b""
        return all(name in exchange.url for name in self.needs) and all(
            part in body for part in self.needs_sent
        )


@dataclass(frozen=True, slots=True, eq=False)
class Documented:
    """The fields documented for one endpoint, by the last key they end in; equal to itself only."""

    exact: Mapping[str, tuple[Field, ...]] = field(default_factory=dict)
    beginnings: tuple[str, ...] = ()
    beginning: tuple[tuple[str, Field], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.exact or self.beginnings)

    def named(self, name: str) -> tuple[Field, ...]:
        """The fields that may stand under a name, exact ones first."""
        exact = self.exact.get(name, ())
        if not name.startswith(self.beginnings):
            return exact
        return exact + tuple(it for start, it in self.beginning if name.startswith(start))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """One company's file."""

    name: str
    owner: str
    source: str
    last_seen: str
    endpoints: tuple[Endpoint, ...]
    cookies: tuple[Field, ...]
    samples: tuple[Mapping[str, Any], ...]
    near_misses: tuple[Mapping[str, Any], ...]


NOTHING_DOCUMENTED = Documented()


def documented(exchange: Exchange) -> Documented:
    """What is documented for the endpoint that an exchange spoke to."""
    parts = split(exchange.url)
    candidates = _candidates(parts.hostname or "")
    serving = tuple([it for it in candidates if it.serves(exchange, parts.path)])
    return _of_endpoints(serving) if serving else NOTHING_DOCUMENTED


@lru_cache(maxsize=4_096)
def _candidates(host: str) -> tuple[Endpoint, ...]:
    """The endpoints that a host may be one of, those of the host itself first."""
    by_host = _by_host()
    own = [it for suffix in _suffixes(host) for it in by_host.get(suffix, ())]
    return tuple(dict.fromkeys([*own, *by_host.get(ANYWHERE, ())]))


@cache
def documented_cookies() -> Documented:
    """What is documented of cookies, whoever's site they belong to."""
    return _collected(it for vendor in vendors() for it in vendor.cookies)


@cache
def vendors() -> tuple[Vendor, ...]:
    """Every vendor, one for each file, by name of file."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    return tuple(parse(it.name, tomllib.loads(it.read_text("utf-8"))) for it in files)


@lru_cache(maxsize=512)
def _of_endpoints(endpoints: tuple[Endpoint, ...]) -> Documented:
    return _collected(it for endpoint in endpoints for it in endpoint.fields)


def _collected(fields: Iterable[Field]) -> Documented:
    exact: defaultdict[str, tuple[Field, ...]] = defaultdict(tuple)
    beginning = []
    for it in fields:
        last = it.last
        if last.endswith("*"):
            beginning.append((last[:-1], it))
        else:
            exact[last] += (it,)
    starts = tuple(start for start, _ in beginning)
    return Documented(dict(exact), starts, tuple(beginning))


@cache
def _by_host() -> Mapping[str, list[Endpoint]]:
    table: defaultdict[str, list[Endpoint]] = defaultdict(list)
    for vendor in vendors():
        for endpoint in vendor.endpoints:
            for host in endpoint.hosts:
                table[host].append(endpoint)
    return dict(table)


def _suffixes(host: str) -> Iterator[str]:
    labels = host.split(".")
    return (".".join(labels[at:]) for at in range(len(labels)))


def parse(file: str, data: Mapping[str, Any]) -> Vendor:
    """A vendor from the content of its file.

    Raises:
        ValueError: something is missing or unknown; names the file and what.
    """
    try:
        return Vendor(
            name=data["name"],
            owner=data["owner"],
            source=data["source"],
            last_seen=data["last_seen"],
            endpoints=tuple(_endpoint(it, data) for it in data.get("endpoint", ())),
            cookies=tuple(_field({"in": "cookie"} | it, data) for it in data.get("cookie", ())),
            samples=tuple(data.get("sample", ())),
            near_misses=tuple(data.get("near_miss", ())),
        )
    except (KeyError, ValueError) as wrong:
        raise ValueError(f"{file}: {wrong} is missing or unknown") from wrong


def _endpoint(data: Mapping[str, Any], vendor: Mapping[str, Any]) -> Endpoint:
    return Endpoint(
        hosts=tuple(data["hosts"]),
        path=re.compile("|".join(translate(glob) for glob in data.get("paths", ("*",)))),
        needs=tuple(f"{name}=" for name in data.get("needs", ())),
        needs_sent=tuple(part.encode() for part in data.get("needs_sent", ())),
        fields=tuple(_fields(data, vendor)),
    )


def _fields(data: Mapping[str, Any], vendor: Mapping[str, Any]) -> Iterable[Field]:
    relay = data.get("relay", "")
    yield from (replace(_field(it, vendor), relay=relay) for it in data.get("field", ()))
    for name in data.get("nothing", ()):
        yield _field({"at": name, "kind": NOTHING, "says": "nothing about the person"}, vendor)


def _field(data: Mapping[str, Any], vendor: Mapping[str, Any]) -> Field:
    at = data["at"]
    direction = data.get("direction")
    return Field(
        vendor=vendor["name"],
        says=data["says"],
        kind=None if data["kind"] == NOTHING else SignalKind(data["kind"]),
        at=at,
        name=data.get("name", at if not at.endswith("*") else ""),
        of=data.get("of", ""),
        carrier=data.get("in", ""),
        direction=Direction(direction) if direction else None,
    )
