"""Links of items: absolute, without what only says where a click came from, and as words.

Most links are written plainly. Those are told by one expression and need not be taken apart.
"""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

from companion.extract.slates import names

_ROOTED = re.compile(  # a path from the root, without dot segments or anything else to resolve
    r"/(?:[\w~!$&'()*+,=:@%-](?:[\w~!$&'()*+,=:@%.-]|/(?![./]))*)?(?:\?[\w~!$&'()*+,=:@%./-]+)?",
    re.ASCII,
)
_ABSOLUTE = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#][!-~]*)?", re.ASCII)
_WHOLE = re.compile(
    r"https?://[\w.-]+(?::\d+)?(?:/[!\"$->@-~]*)?", re.ASCII
)  # no query, no fragment


class Base:
    """An address that links are relative to."""

    __slots__ = ("origin", "url")

    def __init__(self, url: str) -> None:
        self.url = url
        plain = _ABSOLUTE.fullmatch(url)
        self.origin = "/".join(re.split(r"[/?#]", url)[:3]) if plain else ""

    def join(self, link: str) -> str | None:
        """The absolute address of a link; None when it leads nowhere on the web."""
        if self.origin and _ROOTED.fullmatch(link):
            return self.origin + link
        if link.startswith("https://") and _ABSOLUTE.fullmatch(link):
            return link
        try:
            url = link if link.startswith("https://") else urljoin(self.url, link.strip())
            parts = urlsplit(url)
        except ValueError:
            return None
        return url if parts.scheme in {"http", "https"} and parts.netloc else None


def without_tracking(url: str) -> str:
    """An address without parameters that only say where a click came from."""
    if _WHOLE.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return url
    if not pairs:
        return parts._replace(fragment="").geturl()
    kept = [(name, value) for name, value in pairs if not _tracks(name.lower())]
    return parts._replace(query=urlencode(kept), fragment="").geturl()


def _tracks(name: str) -> bool:
    return name.startswith(("utm_", "pk_", "mtm_")) or names.exactly("tracking_parameter", name)


def slug_words(url: str) -> str:
    """The words of a link's last path step, the last resort for tiles without any text."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    last = unquote(path.rstrip("/").rpartition("/")[2]).rpartition(".")[0] or unquote(
        path.rstrip("/").rpartition("/")[2]
    )
    words = last.replace("_", "-").split("-")
    letters = sum(map(str.isalpha, last))
    if len(words) < 2 or letters <= 0.6 * len(last):
        return ""
    return " ".join(word for word in words if word)
