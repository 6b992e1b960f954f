"""Sites that a navigation only passes through, and what they read or set on the way."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from companion.classify.record import Record
from companion.decode.hosts import site_of
from companion.model import Exchange, Signal

_KNOWN_ROLES = frozenset({"payment", "signin"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """A hop of a navigation: from which site (None where it was not told) to which other."""

    signal: Signal
    came_from: str | None
    went_to: str

    @property
    def way(self) -> str:
        """The hop in words."""
        return (
            f"from {self.came_from} to {self.went_to}" if self.came_from else f"to {self.went_to}"
        )


def bounces(site: str, record: Record, signals: Iterable[Signal]) -> list[Bounce]:
    """The hops over a site at which it read or set one of the signals, each once, oldest first.

    None where the person was ever on the site itself, or where passing through is what it is for.
    """
    if record.acts(site) or _expected(site, record):
        return []
    found: dict[str, Bounce] = {}
    for signal in signals:
        exchange = record.exchange(signal.exchange) if signal.party == site else None
        if exchange is None:
            continue
        hop = _hop(site, exchange, signal)
        if hop is None:
            return []  # something else was asked of it there
        found.setdefault(signal.exchange, hop)
    return sorted(found.values(), key=lambda it: it.signal.seen_at)


def _hop(site: str, exchange: Exchange, signal: Signal) -> Bounce | None:
    if not 300 <= exchange.status < 400:
        return None
    target = site_of(exchange.response.header("location"))
    source = site_of(exchange.request.header("referer"))
    if target in {None, site} or source == site:
        return None
    return Bounce(signal=signal, came_from=source, went_to=str(target))


def _expected(site: str, record: Record) -> bool:
    owner = record.owner(site)
    return site in _known() or (owner is not None and owner.role in _KNOWN_ROLES)


@cache
def _known() -> frozenset[str]:
    table = tomllib.loads(files("companion.classify").joinpath("bounces.toml").read_text("utf-8"))
    return frozenset(host for group in ("shorteners", "signin", "payment") for host in table[group])
