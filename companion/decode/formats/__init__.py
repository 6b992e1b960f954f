"""One file a format: what a body is made of.

A format is a module here with `ORDER` (lower is asked first), `matches(body)` and `parse(body)`.
It is found, not listed.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple, Protocol


class Body(NamedTuple):
    """A body as text, with its media type in lower case and its content type as sent."""

    media: str
    content_type: str
    text: str
    head: str  # the first 600 characters, without leading space and byte order mark


class Part(NamedTuple):
    """One value tree in a body: where it begins, the name it stands under, how it was carried.

    `value` is what json.loads gives: dict, list, str, number, bool or None. `prefix` is the
    locator of the tree itself; empty when the tree is the whole body. `note` says what is missing.
    """

    prefix: str
    value: object
    name: str
    carrier: str
    note: str = ""


class Format(Protocol):
    """How one format is recognised and read."""

    ORDER: int

    def matches(self, body: Body) -> bool:
        """Whether the body is in this format, by its type or its first characters."""
        ...

    def parse(self, body: Body) -> Iterable[Part]:
        """The value trees of the body, in order; never raises on what a site sent."""
        ...


@cache
def formats() -> Sequence[Format]:
    """Every format in this package, in the order in which they are asked."""
    found: list[Format] = [
        import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)
    ]
    return sorted(found, key=lambda format_: format_.ORDER)


def a_body(media: str, content_type: str, text: str) -> Body:
    """A body with its head taken."""
    return Body(media, content_type, text, text[:600].lstrip("\ufeff \t\r\n"))


def parse(body: Body) -> Sequence[Part]:
    """The value trees of a body, by the first format that matches; [] when none does."""
    for format_ in formats():
        if format_.matches(body):
            return list(format_.parse(body))
    return []
