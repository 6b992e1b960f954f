"""What a browser fetches and for what purpose, and the headers it sends along for that.

Headers are those of Chromium (Fetch Metadata, the referrer policy of today, CORS's Origin).
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from companion.decode.hosts import registrable
from companion.smallweb.jar import Setting

_AGENT = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/156.0.0.0 Safari/537.36 CompanionDemo/1"
)
_ACCEPT = {
    "document": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "iframe": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "image": "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8",
}
_MODE = {"document": "navigate", "iframe": "navigate", "empty": "cors"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One thing to fetch; `dest` is its Sec-Fetch-Dest, `by` the address of what asks for it.

    `top` is the address of the page in the address bar, `clicked` whether a hand was in it,
    `cookies` whether any go along and are taken.
    """

    url: str
    dest: str = "document"
    by: str = ""
    top: str = ""
    method: str = "GET"
    body: str = ""
    body_type: str = ""
    clicked: bool = False
    crossed: bool = False
    cookies: bool = True

    @property
    def setting(self) -> Setting:
        """Where it stands for cookies."""
        return Setting(url=self.url, top=self.top or self.url, opens_page=self.dest == "document")

    def headers(self) -> dict[str, str]:
        """What to send along, cookies apart."""
        sent = {
            "User-Agent": _AGENT,
            "Accept": _ACCEPT.get(self.dest, "*/*"),
            "Sec-Fetch-Site": self._relation(),
            "Sec-Fetch-Mode": _MODE.get(self.dest, "no-cors"),
            "Sec-Fetch-Dest": self.dest,
            "Accept-Encoding": "gzip",
            "Accept-Language": "en-GB,en;q=0.9",
        }
        if self.clicked:
            sent |= {"Sec-Fetch-User": "?1", "Upgrade-Insecure-Requests": "1"}
        if self.by:
            sent["Referer"] = self.by if self._relation() == "same-origin" else origin(self.by)
        if self.body_type:
            sent["Content-Type"] = self.body_type
        if self.by and (self.method == "POST" or self._reads_other_origin()):
            sent["Origin"] = origin(self.by).rstrip("/")
        return sent

    def _reads_other_origin(self) -> bool:
        return self.dest == "empty" and self._relation() != "same-origin"

    def _relation(self) -> str:
        if not self.by:
            return "none"
        here, there = urlsplit(self.by).hostname or "", urlsplit(self.url).hostname or ""
        if self.crossed or registrable(here) != registrable(there):
            return "cross-site"
        return "same-origin" if here == there else "same-site"


def origin(url: str) -> str:
    """The origin of an address, with a slash: what other sites get as Referer."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"
