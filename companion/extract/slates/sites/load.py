"""Reads what is known of sites into rules, and says which file and key is wrong when one is."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from fnmatch import translate
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from companion.extract.urls import host_of, split
from companion.model import Exchange, Surface

ANYWHERE = "*"
BASES = frozenset({"documentation", "memory"})
_PATHS = ("at", "heading", "title", "link", "id", "reason", "tracking")
_NO_ADDRESSES: Mapping[str, str] = MappingProxyType({})

type Keys = tuple[str, ...]
type Paths = tuple[Keys, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """One sort of list of a site: where it stands, and what it is.

    A path is the last keys of a place, from the outside in, places in arrays left out. `at` are
    paths of the list itself, `classes` globs of class words and ids around a list in markup.
    `title`, `link`, `id`, `reason` and `tracking` are paths in an item; the first with a value
    counts. `personal` says that the list is made for whoever asks; the names in `person`, in the
    address or what is sent, tell who that is. `sponsor` pairs a path with the value that says
    paid, "" for any that says yes; `sponsor_classes` are globs of class words and of data
    attributes (`data-paid=true`) of an item. `address` leads from an id, by the last key of its
    path, to the item: "{}" is the id.
    """

    site: str
    says: str
    hosts: tuple[str, ...]
    path: re.Pattern[str]
    needs: tuple[str, ...] = ()
    needs_sent: tuple[bytes, ...] = ()
    at: Paths = ()
    classes: tuple[str, ...] = ()
    surface: Surface | None = None
    personal: bool | None = None
    person: tuple[str, ...] = ()
    heading: Paths = ()
    title: Paths = ()
    link: Paths = ()
    id: Paths = ()
    reason: Paths = ()
    tracking: Paths = ()
    sponsor: tuple[tuple[Keys, str], ...] = ()
    sponsor_classes: tuple[str, ...] = ()
    address: Mapping[str, str] = _NO_ADDRESSES

    def answers(self, exchange: Exchange) -> bool:
        """Whether an exchange with one of the hosts is one that delivers such lists."""
        body = exchange.request.body or b""
        return (
            self.path.match(split(exchange.url).path) is not None
            and all(name in exchange.url for name in self.needs)
            and all(part in body for part in self.needs_sent)
        )

    def asked_by(self, exchange: Exchange) -> bool:
        """Whether a request tells who is asking, under a name of this site."""
        sent = (exchange.request.body or b"") + exchange.url.encode()
        return any(name.encode() in sent for name in self.person)


_KEYS = {one.name for one in fields(Rule)} - {"site", "path"} | {"paths"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One file: `basis` says whether its facts were looked up in documentation or recalled."""

    name: str
    source: str
    basis: str
    last_seen: str
    rules: tuple[Rule, ...]
    samples: tuple[Mapping[str, Any], ...]
    near_misses: tuple[Mapping[str, Any], ...]


class Knowledge:
    """Rules by the hosts of the answers they speak of."""

    def __init__(self, rules: Sequence[Rule] = ()) -> None:
        self._by_host: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            for host in rule.hosts:
                self._by_host[host].append(rule)

    def of(self, exchange: Exchange) -> tuple[Rule, ...]:
        """The rules that speak of an exchange's answer, those of its host first."""
        labels = host_of(exchange.url).split(".")
        hosts = (".".join(labels[at:]) for at in range(len(labels)))
        found = [rule for host in (*hosts, ANYWHERE) for rule in self._by_host.get(host, ())]
        return tuple(rule for rule in dict.fromkeys(found) if rule.answers(exchange))


NOTHING_KNOWN = Knowledge()


@cache
def knowledge() -> Knowledge:
    """All that the files say."""
    return Knowledge([rule for site in sites() for rule in site.rules])


@cache
def sites() -> tuple[Site, ...]:
    """Every site, one for each file, by name of file."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    return tuple(parse(it.name, tomllib.loads(it.read_text("utf-8"))) for it in files)


def parse(file: str, data: Mapping[str, Any]) -> Site:
    """A site from the content of its file.

    Raises:
        ValueError: something is missing or unknown; names the file and what.
    """
    try:
        if data["basis"] not in BASES:
            raise ValueError(f"basis {data['basis']}")
        return Site(
            name=data["name"],
            source=data["source"],
            basis=data["basis"],
            last_seen=data["last_seen"],
            rules=tuple(_rule(it, data["name"]) for it in data["list"]),
            samples=tuple(data.get("sample", ())),
            near_misses=tuple(data.get("near_miss", ())),
        )
    except (KeyError, ValueError) as wrong:
        raise ValueError(f"{file}: {wrong} is missing or unknown") from wrong


def _rule(data: Mapping[str, Any], site: str) -> Rule:
    if unknown := set(data) - _KEYS:
        raise ValueError(", ".join(sorted(unknown)))
    if not (data.get("at") or data.get("classes")):
        raise KeyError("at or classes")
    return Rule(
        site=site,
        says=data["says"],
        hosts=tuple(data["hosts"]),
        path=re.compile("|".join(translate(glob) for glob in data.get("paths", ("*",)))),
        needs=tuple(data.get("needs", ())),
        needs_sent=tuple(part.encode() for part in data.get("needs_sent", ())),
        classes=tuple(data.get("classes", ())),
        surface=Surface(data["surface"]) if "surface" in data else None,
        personal=data.get("personal"),
        person=tuple(data.get("person", ())),
        sponsor=tuple(_marks(data.get("sponsor", ()))),
        sponsor_classes=tuple(data.get("sponsor_classes", ())),
        address=data.get("address", _NO_ADDRESSES),
        **{name: tuple(map(_keys, data.get(name, ()))) for name in _PATHS},
    )


def _keys(path: str) -> Keys:
    return tuple(path.split(".")) if path else ()


def _marks(marks: Sequence[str]) -> Iterator[tuple[Keys, str]]:
    for mark in marks:
        path, _, value = mark.partition("=")
        yield _keys(path), value
