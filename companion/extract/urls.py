"""Addresses as sites write them, broken ones too."""

from urllib.parse import SplitResult, urljoin, urlsplit

_NOTHING = SplitResult("", "", "", "", "")


def split(url: str) -> SplitResult:
    """The parts of an address; empty ones when it can't be read."""
    try:
        return urlsplit(url)
    except ValueError:
        return _NOTHING


def host_of(url: str) -> str:
    """The host in lower case; empty when there is none that can be read."""
    return split(url).hostname or ""


def join(base: str, url: str) -> str:
    """An address as read on the page `base`; as it stands when it can't be read."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url
