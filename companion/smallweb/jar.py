"""A cookie jar as a browser keeps it: RFC 6265, SameSite, and Partitioned (CHIPS).

Third-party cookies are let through or not, as in a browser's settings; partitioned ones always.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from companion.decode.hosts import registrable


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie:
    """One cookie; `partition` is the top site it is kept for, "" when it is for all."""

    name: str
    value: str
    host: str
    same_site: str = "lax"
    expires: datetime | None = None
    partition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a request stands: its address, the top page's, and whether it opens a page itself."""

    url: str
    top: str
    opens_page: bool = False

    @property
    def host(self) -> str:
        """The host that is asked."""
        return urlsplit(self.url).hostname or ""

    @property
    def top_site(self) -> str:
        """The site in the address bar; the request's own when it opens the page."""
        return registrable(self.host if self.opens_page else urlsplit(self.top).hostname or "")

    @property
    def third_party(self) -> bool:
        """Whether the host belongs to another site than the page."""
        return registrable(self.host) != self.top_site


class Jar:
    """The cookies of one browser; `third_party` tells whether it takes those of other sites."""

    def __init__(self, *, third_party: bool = True) -> None:
        self.third_party = third_party
        self._cookies: dict[tuple[str, str, str], Cookie] = {}

    def store(self, line: str, where: Setting, now: datetime) -> None:
        """Keeps what a Set-Cookie header says, or lets it go when it says so."""
        cookie = parse(line, where, now)
        if self._takes(cookie, where):
            key = cookie.host, cookie.partition, cookie.name
            self._cookies.pop(key, None)
            if cookie.expires is None or cookie.expires > now:
                self._cookies[key] = cookie

    def header(self, where: Setting, now: datetime) -> str:
        """What to send as Cookie; empty when there is nothing."""
        sent = [
            f"{cookie.name}={cookie.value}"
            for cookie in self._cookies.values()
            if (cookie.expires is None or cookie.expires > now)
            and _matches(cookie.host, where.host)
            and cookie.partition in ("", where.top_site)
            and self._takes(cookie, where)
        ]
        return "; ".join(sent)

    def adopt(self, cookies: Iterable[Mapping[str, Any]]) -> None:
        """Takes over the cookies of a browser (as DevTools' Storage.getCookies gives them)."""
        for raw in cookies:
            top = raw.get("partitionKey", {}).get("topLevelSite", "")
            expires = raw.get("expires", -1)
            cookie = Cookie(
                name=raw["name"],
                value=raw["value"],
                host=raw["domain"],
                same_site=raw.get("sameSite", "Lax").lower(),
                expires=datetime.fromtimestamp(expires, UTC) if expires > 0 else None,
                partition=urlsplit(top).hostname or "",
            )
            self._cookies[cookie.host, cookie.partition, cookie.name] = cookie

    def _takes(self, cookie: Cookie, where: Setting) -> bool:
        """Whether a cookie may be set or sent here."""
        if not where.third_party:
            return True
        return cookie.same_site == "none" and (self.third_party or bool(cookie.partition))


def parse(line: str, where: Setting, now: datetime) -> Cookie:
    """A Set-Cookie header as a cookie of the host that sent it."""
    pair, *rest = line.split(";")
    name, _, value = pair.strip().partition("=")
    said = {n.strip().lower(): v.strip() for n, _, v in (part.partition("=") for part in rest)}
    age = said.get("max-age")
    domain = said.get("domain", "").lstrip(".")
    return Cookie(
        name=name,
        value=value,
        host=f".{domain}" if domain else where.host,
        same_site=said.get("samesite", "lax").lower(),
        expires=now + timedelta(seconds=int(age)) if age else None,
        partition=where.top_site if "partitioned" in said else "",
    )


def _matches(cookie_host: str, host: str) -> bool:
    if cookie_host.startswith("."):
        return f".{host}".endswith(cookie_host)
    return cookie_host == host
