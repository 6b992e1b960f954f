"""Pages, and JSON that pages ask for: what a site delivers, through all of extraction."""

from companion.extract.extract import extract
from tests.builders import an_exchange

JSON = (("content-type", "application/json"),)
PAGE = (("content-type", "text/html"),)


def read(data: bytes) -> None:
    """Extract all there is."""
    is_json = data[:1] in (b"{", b"[")
    extract(an_exchange(received=JSON if is_json else PAGE, body=data))
