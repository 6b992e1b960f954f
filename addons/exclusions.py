"""Which hosts pass uninspected: the list that comes along, and the person's own word over it."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from companion.settings import Settings

DEFAULT = Path(__file__).with_name("scope.toml")


@dataclass(frozen=True, slots=True)
class Exclusions:
    """The list as it is looked up: domains, suffixes included, and first labels of host names."""

    domains: frozenset[str]
    labels: frozenset[str]

    def cover(self, host: str) -> bool:
        """Whether a host is on the list."""
        return is_within(host, self.domains) or host.partition(".")[0] in self.labels


def load(path: Path = DEFAULT) -> Exclusions:
    """The list in a TOML file: tables with `domains` or `labels`, each with source and date."""
    tables = tomllib.loads(path.read_text("utf-8")).values()
    return Exclusions(
        frozenset(name for table in tables for name in table.get("domains", ())),
        frozenset(name for table in tables for name in table.get("labels", ())),
    )


def passes(host: str, settings: Settings, exclusions: Exclusions) -> bool:
    """Whether a host passes uninspected: the person's settings first, then the list."""
    if is_within(host, settings.exclude):
        return True
    if is_within(host, settings.inspect):
        return False
    if settings.scope == "named":
        return True
    return not is_within(host, settings.include) and exclusions.cover(host)


def is_within(host: str, domains: Collection[str]) -> bool:
    """Whether a host is one of the domains, or stands under one."""
    while host:
        if host in domains:
            return True
        host = host.partition(".")[2]
    return False


def normal(host: str) -> str:
    """A host as it stands in lists: lower case, without port, brackets and last dot."""
    name = host.lower()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    if name.count(":") == 1:
        name = name.partition(":")[0]
    return name.rstrip(".")
