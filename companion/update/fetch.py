"""Getting a list, only when told to."""

from http.client import HTTPException
from ipaddress import ip_address
from typing import IO, Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from companion.errors import UnreadableInput

MOST = 50_000_000  # bytes
SECONDS = 60.0


class _Guarded(HTTPRedirectHandler):
    """Follows to where we would have gone ourselves."""

    def redirect_request(self, *given: Any, **named: Any) -> Request | None:
        made = super().redirect_request(*given, **named)
        if made is not None:
            _check(made.full_url)
        return made


def fetch(url: str, *, most: int = MOST, seconds: float = SECONDS) -> bytes:
    """What stands at an address; encrypted, or on this machine.

    Raises:
        UnreadableInput: it can't be had: where, why, what to do.
    """
    _check(url)
    request = Request(url, headers={"User-Agent": "companion", "Accept": "*/*"})  # noqa: S310
    try:
        with build_opener(_Guarded()).open(request, timeout=seconds) as answer:
            return _read(url, answer, most)
    except (URLError, HTTPException, OSError) as error:
        reason = getattr(error, "reason", error)
        raise UnreadableInput(
            f"{url} can't be fetched ({reason}): try again later; all else works without it"
        ) from error


def _read(url: str, answer: IO[bytes], most: int) -> bytes:
    content = answer.read(most + 1)
    if len(content) > most:
        raise UnreadableInput(f"{url} is larger than {most:,} bytes: it is no list")
    return content


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise UnreadableInput(f"{url} is no address: check the list's source") from error
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_here(parts.hostname or "")):
        raise UnreadableInput(f"{url} is not encrypted: a list is fetched by https")


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
