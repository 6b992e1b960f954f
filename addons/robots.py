"""When a site takes the proxy for a robot, by what it answers to page loads: pure decisions."""

import tomllib
from collections import deque
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

SERVICES = Path(__file__).with_name("robots.toml")
REFUSALS = (403, 429, 503)
SMALL = 64 << 10
"""Bytes: a page that only asks whether one is human is shorter."""
WINDOW = 60.0
"""Seconds within which answers count together."""
AGAIN = 600.0
"""Seconds until the same host is told of again."""
NEEDED = {"challenge": 2, "refused": 2, "loop": 4}
"""How many such answers in a row, without a page between them, it takes: a challenge that a browser
passes is asked once."""
HOSTS = 1000
"""How many hosts are watched, those seen last."""


class Page(NamedTuple):
    """What is seen of the answer to a page load; `length` is None where it is not declared."""

    host: str
    url: str
    status: int
    html: bool
    length: int | None
    headers: Collection[str]


def marks(path: Path = SERVICES) -> frozenset[str]:
    """The names of headers that protection services document for their challenges."""
    services = tomllib.loads(path.read_text("utf-8")).values()
    return frozenset(name for service in services for name in service["headers"])


def symptom(page: Page, known: frozenset[str]) -> str:
    """What an answer may be a sign of: challenge, refused or loop; empty for a page as any."""
    if not known.isdisjoint(page.headers):
        return "challenge"
    if page.status in REFUSALS and page.html and (page.length or 0) <= SMALL:
        return "refused"
    return "loop" if 300 <= page.status < 304 else ""


class Watch:
    """Counts symptoms by host; one fold over the page loads of a proxy."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._seen: dict[str, deque[tuple[float, str]]] = {}
        self._told: dict[str, float] = {}

    @property
    def suspects(self) -> bool:
        """Whether any host answered as to a robot of late."""
        return bool(self._seen)

    def observe(self, page: Page, now: float) -> str:
        """Why the host seems to take the proxy for a robot, when that is to be told now."""
        found = symptom(page, self._known)
        if not found:
            if page.status < 300:
                self._seen.pop(page.host, None)
            return ""
        key = f"{found} {page.url}" if found == "loop" else found
        seen = self._seen.pop(page.host, deque(maxlen=50))
        self._seen[page.host] = seen
        seen.append((now, key))
        if len(self._seen) > HOSTS:
            del self._seen[next(iter(self._seen))]
        count = sum(1 for when, what in seen if what == key and now - when <= WINDOW)
        if count < NEEDED[found] or now - self._told.get(page.host, -AGAIN) < AGAIN:
            return ""
        self._told[page.host] = now
        return found
