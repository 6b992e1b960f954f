"""Cookies, queries and addresses."""

from companion.decode import pairs
from companion.decode.leaves import leaves
from tests.builders import an_exchange


def read(data: bytes) -> None:
    """Read a text as each of them, and as headers of an exchange."""
    text = data.decode("latin-1")
    list(pairs.cookies(text))
    list(pairs.pairs(text))
    pairs.looks_like_query(text)
    pairs.query_of(text)
    pairs.segments(text)
    pairs.set_cookies((text,))
    line = text.replace("\n", " ")
    received = (("set-cookie", line), ("location", line))
    leaves(an_exchange(f"https://news.example/{line}", sent=(("cookie", line),), received=received))
