"""A short text that is one value: an identifier, an encoded beacon."""

from collections.abc import Iterator

from companion.decode.formats import Body, Part
from companion.decode.steps import clean

ORDER = 90
_MOST = 100_000  # characters; longer texts are prose


def matches(body: Body) -> bool:
    """By media type, when the text is printable and no markup."""
    types = {"", "text/plain", "application/octet-stream", "application/x-www-form-urlencoded"}
    if body.media not in types or len(body.text) > _MOST or body.head[:1] in {"", "<"}:
        return False
    return body.head.isascii() and body.head.replace("\n", "").replace("\r", "").isprintable()


def parse(body: Body) -> Iterator[Part]:
    """The text as one value."""
    yield Part("", clean(body.text.strip()), "", "text")
