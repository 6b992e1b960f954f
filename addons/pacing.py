"""How often a host may be asked again for comparison: gaps, a daily cap, and who asked us to stop.

What was done is kept beside the store, by digests alone: a new start, or a second process, goes on
where the last one was.
"""

import json
import time
import tomllib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from companion import posix
from companion.model import digest

_DATA = Path(__file__).with_name("twins.toml")
_DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds, in seconds and in requests; twins.toml says where they are from.

    `surface_gap` lies between two rounds at one surface, `host_gap` between two copies to one
    host; a round ends after `window`, a copy is forgotten after `patience`; `at_once` copies are
    under way at most, `daily` go to one host in a day (UTC); a host that refuses one gets none
    for `stopped_for`.
    """

    surface_gap: float
    host_gap: float
    window: float
    patience: float
    at_once: int
    daily: int
    stopped_for: float


def limits(path: Path = _DATA) -> Limits:
    """The bounds in a TOML file."""
    table = tomllib.loads(path.read_text("utf-8"))["limits"]
    return Limits(**{name: table[name] for name in Limits.__dataclass_fields__})


class Pacing:
    """Grants rounds, and keeps what was granted.

    Args:
        folder: where it is kept.
        limits: the bounds.
        clock: the time, in seconds since 1970.
    """

    def __init__(
        self, folder: Path, limits: Limits, clock: Callable[[], float] = time.time
    ) -> None:
        self._path = folder / "twins.json"
        self._lock = folder / "twins.lock"
        self._limits, self._clock = limits, clock

    def claim(self, host: str, surface: str, copies: int) -> str:
        """Take the right to a round of some copies; why there is none, or empty when granted."""
        with posix.locked(self._lock) as ours:
            if not ours:
                return "another process asks just now"
            kept = self._read()
            why = self._why_not(kept, digest(host), digest(surface), copies)
            if not why:
                self._count(kept, digest(host), digest(surface), copies)
            return why

    def stop(self, host: str) -> None:
        """Leave a host alone for a while: it refused."""
        with posix.locked(self._lock):
            kept = self._read()
            kept["stopped"][digest(host)] = self._clock()
            self._write(kept)

    def is_stopped(self, host: str) -> bool:
        """Whether a host is left alone."""
        return self._stands(self._read()["stopped"].get(digest(host)))

    def _why_not(self, kept: dict[str, Any], host: str, surface: str, copies: int) -> str:
        if self._stands(kept["stopped"].get(host)):
            return "the host refused a copy: it is left alone for a day"
        if self._clock() - kept["surfaces"].get(surface, 0.0) < self._limits.surface_gap:
            return "the last round at this sort of page was too short a while ago"
        if kept["sent"].get(host, 0) + copies > self._limits.daily:
            return f"{self._limits.daily} copies a day go to one host at most"
        return ""

    def _count(self, kept: dict[str, Any], host: str, surface: str, copies: int) -> None:
        kept["surfaces"][surface] = self._clock()
        kept["sent"][host] = kept["sent"].get(host, 0) + copies
        self._write(kept)

    def _stands(self, since: float | None) -> bool:
        return since is not None and self._clock() - since < self._limits.stopped_for

    def _read(self) -> dict[str, Any]:
        day = int(self._clock() // _DAY)
        kept: dict[str, Any] = {"day": day, "sent": {}, "surfaces": {}, "stopped": {}}
        with suppress(OSError, ValueError):
            kept |= json.loads(self._path.read_text("utf-8"))
        if kept["day"] != day:
            recent = self._clock() - max(_DAY, self._limits.surface_gap)
            for name in ("surfaces", "stopped"):
                kept[name] = {key: at for key, at in kept[name].items() if at > recent}
            kept |= {"day": day, "sent": {}}
        return kept

    def _write(self, kept: dict[str, Any]) -> None:
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(kept), "utf-8")
        fresh.replace(self._path)
