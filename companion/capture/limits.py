"""What an imported file can't show, in words: such tests are "not tested", not "nothing found"."""

from dataclasses import dataclass

from companion.model import Exchange

_MEDIA = ("image/", "video/", "audio/", "font/")


@dataclass(slots=True)
class Tally:
    """Counts what stands in a file while it is read."""

    exchanges: int = 0
    skipped: int = 0
    bodies_missing: int = 0
    sent_cookies: int = 0
    set_cookies: int = 0
    signed_in: int = 0

    def add(self, item: Exchange) -> None:
        """Count one exchange."""
        self.exchanges += 1
        self.bodies_missing += _lacks_body(item)
        self.sent_cookies += bool(item.request.header("cookie"))
        self.set_cookies += bool(item.response.header("set-cookie"))
        self.signed_in += bool(item.request.header("authorization"))

    def limits(self) -> tuple[str, ...]:
        """One sentence for each thing the file can't show."""
        said = []
        if not (self.sent_cookies or self.set_cookies):
            also = "" if self.signed_in else " and no Authorization header"
            said.append(
                f"The file has no cookies{also}; a browser's plain export leaves them out. "
                "Tests that need cookies: not tested."
            )
        elif not (self.sent_cookies and self.set_cookies):
            lacking = "Cookie" if self.set_cookies else "Set-Cookie"
            said.append(f"The file has no {lacking} header. Tests that need it: not tested.")
        if self.bodies_missing:
            said.append(
                f"{self.bodies_missing} of {self.exchanges} answers stand in the file without "
                "their body. What was in them: not tested."
            )
        said.append("A file has no host aliases (CNAME). Hosts behind an alias: not tested.")
        return tuple(said)


def _lacks_body(exchange: Exchange) -> bool:
    return bool(
        exchange.status
        and exchange.response.missing
        and not exchange.response.media_type.startswith(_MEDIA)
    )
