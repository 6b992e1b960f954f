"""What Set-Cookie says beside the value: how long the cookie is to stay, and who may read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from companion.decode import pairs
from companion.model import Exchange

_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class SetCookie:
    """One Set-Cookie line: lifetime in days (0 for the session, negative to delete)."""

    lifetime: float
    http_only: bool


def set_cookies(exchange: Exchange) -> Mapping[str, SetCookie]:
    """The cookies an answer sets, by name; the last line of a name counts."""
    return {
        it.name: SetCookie(_lifetime(it.attributes, exchange.seen_at), "httponly" in it.attributes)
        for it in pairs.set_cookies(exchange.response.all("set-cookie"))
    }


def _lifetime(attributes: Mapping[str, str], now: datetime) -> float:
    """Max-Age wins over Expires (RFC 6265, 5.3); without either it ends with the session."""
    age = attributes.get("max-age", "")
    if age.lstrip("-").isdigit() and len(age) < 16:
        return int(age) / _DAY if int(age) > 0 else -1.0
    if "expires" in attributes:
        return _until(attributes["expires"], now)
    return 0.0


def _until(expires: str, now: datetime) -> float:
    try:
        end = parsedate_to_datetime(expires)
    except ValueError:
        return 0.0
    if end.tzinfo is None:
        end = end.replace(tzinfo=UTC)
    left = (end - now).total_seconds() / _DAY
    return left if left > 0 else -1.0
