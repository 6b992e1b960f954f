"""A piece of evidence as it stands in an exchange, with the text around it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from companion.decode.content import text
from companion.decode.locate import split
from companion.model import Exchange

MARGIN = 60
SHORTEST = 4
"""A shorter value is only looked for behind its name: by itself it stands anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A value as it was written, and up to 60 characters either side."""

    value: str
    before: str = ""
    after: str = ""


def excerpt(exchange: Exchange, locator: str, value: str) -> Excerpt:
    """The value where it stands; alone where it stands encoded, or not at all.

    Args:
        exchange: a decoded exchange with its bodies.
        locator: where the value was read.
        value: what was read there.
    """
    steps = split(locator)
    name = steps[-1].rpartition("/")[2].rpartition(":")[2].partition("#")[0] if steps else ""
    for carrier in _carriers(exchange, steps[0] if steps else ""):
        for lead, form in _forms(name, value):
            at = carrier.find(lead + form)
            if at >= 0:
                return _cut(carrier, at + len(lead), form)
    return Excerpt(value=value)


def _carriers(exchange: Exchange, step: str) -> Iterator[str]:
    """The texts in which a thing with such a first step may stand."""
    kind, _, name = step.partition(":")
    match kind:
        case "query" | "path":
            yield exchange.url
        case "cookie":
            yield from exchange.request.all("cookie")
            yield from exchange.response.all("set-cookie")
        case "header":
            yield from (*exchange.request.all(name), *exchange.response.all(name))
        case "ws":
            yield from (one.body.decode("utf-8", "replace") for one in exchange.sockets)
        case "form" | "part":
            yield text(exchange.request)
        case _:
            yield text(exchange.response)
            yield text(exchange.request)


def _forms(name: str, value: str) -> Iterator[tuple[str, str]]:
    """What may stand before the value, and the value as it may be written, surest first."""
    escaped = json.dumps(value, ensure_ascii=False)[1:-1]
    written = dict.fromkeys((value, quote(value, safe=""), quote_plus(value), escaped))
    if name:
        yield from ((f"{name}=", form) for form in written)
        yield from ((f'"{name}":{gap}"', escaped) for gap in ("", " "))
        yield from ((f'"{name}":{gap}', value) for gap in ("", " "))
    if len(value) >= SHORTEST:
        yield from (("", form) for form in written)


def _cut(carrier: str, at: int, form: str) -> Excerpt:
    end = at + len(form)
    before, after = carrier[max(0, at - MARGIN) : at], carrier[end : end + MARGIN]
    return Excerpt(
        value=form,
        before=("…" if at > MARGIN else "") + before,
        after=after + ("…" if end + MARGIN < len(carrier) else ""),
    )
