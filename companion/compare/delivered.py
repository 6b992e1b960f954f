"""Lists and prices as they were delivered to somebody, before they are put into rounds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from companion.compare.round import Ranking

_OPAQUE = re.compile(r"(?=.*\d)[A-Za-z0-9_=.~-]{16,}|[0-9a-fA-F-]{16,}|.*@.*|\[[a-z]+:.*")
_TRACKING = re.compile(r"utm_.*|gclid|fbclid|msclkid|dclid|_ga|_gl|ref|referrer", re.IGNORECASE)

type Prices = Mapping[str, tuple[str | None, str | None]]
"""Item to (decimal price or None, currency or None)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """One list in one answer. `address` is that of the page, without what is personal.

    `round` is the exchange's KEY/ARM, empty outside explicit rounds; `own` says that it came to
    the person's browser itself.
    """

    slate: str
    visitor: str
    own: bool
    site: str
    place: str
    address: str
    seen_at: datetime
    round: str = ""
    ranking: Ranking
    prices: Prices = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The key of its round; empty outside explicit rounds."""
        return self.round.partition("/")[0]

    @property
    def arm(self) -> str:
        """U, U2, C1, C2, …; empty outside explicit rounds."""
        return self.round.partition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """An answer of an explicit round, and what came where a list is missing in it."""

    round: str
    why: str


def address(url: str, page_type: str) -> str:
    """Where on a site a page is, for all who visit it: without ids of the person in its URL.

    The start page is one place, whatever stands in its address.
    """
    if page_type == "home":
        return "/"
    parts = urlsplit(url)
    steps = ["*" if _OPAQUE.fullmatch(step) else step for step in parts.path.split("/")]
    pairs = [
        (name, value)
        for name, value in parse_qsl(parts.query)
        if not _TRACKING.fullmatch(name) and not _OPAQUE.fullmatch(value)
    ]
    query = f"?{urlencode(sorted(pairs))}" if pairs else ""
    return "/".join(steps) + query
