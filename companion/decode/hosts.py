"""Registrable domains: who controls a host, by the Public Suffix List with private suffixes."""

import re
from functools import cache, lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

_END = re.compile(r"[\s.]+$")


@cache
def _suffixes() -> PublicSuffixList:
    """The list that the package brings along; read on first use (70 ms)."""
    return PublicSuffixList()


@lru_cache(maxsize=65536)
def registrable(host: str) -> str:
    """The domain under a public suffix that `host` belongs to, in lower case, without last dot.

    Addresses, single labels and what is no domain name come back as they are; so does a public
    suffix itself.
    """
    name = _END.sub("", host.strip()).lower()
    if "." not in name or _is_address(name):
        return name
    return _suffixes().privatesuffix(_ascii(name)) or name


def site_of(url: str) -> str | None:
    """The registrable domain of a URL's host; None when it has none (`data:`, a path, a slip)."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return registrable(host) if host else None


def same_site(one: str, other: str) -> bool:
    """Whether two hosts belong to one registrable domain."""
    return registrable(one) == registrable(other)


def _is_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _ascii(name: str) -> str:
    """The wire form of an international name, so that both spellings are one domain."""
    try:
        return name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return name
