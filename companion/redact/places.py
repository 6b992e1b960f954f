"""Where tokens stand in an exchange: the record of what was taken out of it."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from companion.decode import markup
from companion.decode.content import text
from companion.decode.leaves import leaves
from companion.decode.roots import roots
from companion.decode.steps import join, pointer
from companion.model import Direction, Exchange, Redaction
from companion.redact.secrets import Secret

MOST = 500  # places of one exchange that are put on record
_NODES = 200_000  # containers and nodes of one body that are looked through

type Place = tuple[str, Direction, str]  # locator, direction, token


def places(exchange: Exchange, written: Mapping[str, Secret]) -> tuple[Redaction, ...]:
    """A record for each place of each token that was written into a (redacted) exchange."""
    pattern = re.compile("|".join(map(re.escape, written)))
    found = list(dict.fromkeys(_in_leaves(exchange, pattern)))
    found = [place for place in found if not _is_outer(place, found)]
    known = {token for _, _, token in found}
    found += [place for place in _elsewhere(exchange, pattern) if place[2] not in known]
    return tuple(_record(*place, written) for place in dict.fromkeys(found[:MOST]))


def _record(
    locator: str, direction: Direction, token: str, written: Mapping[str, Secret]
) -> Redaction:
    secret = written[token]
    return Redaction(
        locator=locator,
        direction=direction,
        kind=secret.kind,
        field=secret.field,
        chain=secret.chain,
        token=token,
    )


def _in_leaves(exchange: Exchange, pattern: re.Pattern[str]) -> Iterator[Place]:
    for leaf in leaves(exchange):
        for token in pattern.findall(leaf.value):
            yield leaf.locator, leaf.direction, token


def _is_outer(place: Place, found: list[Place]) -> bool:
    """Whether the same token was found further inside the same value."""
    locator, direction, token = place
    return any(
        other[0].startswith(f"{locator} >> ") and other[1:] == (direction, token) for other in found
    )


def _elsewhere(exchange: Exchange, pattern: re.Pattern[str]) -> Iterator[Place]:
    """Tokens that stand where nothing is read as a value: hosts, plain headers, prose."""
    for token in pattern.findall(exchange.url):
        yield "header:host", Direction.SENT, token
    for direction, message in (
        (Direction.SENT, exchange.request),
        (Direction.RECEIVED, exchange.response),
    ):
        for name, value in message.headers:
            for token in pattern.findall(value):
                yield f"header:{name.lower()}", direction, token
        words = text(message) if message.body else ""
        if pattern.search(words):
            yield from _in_body(exchange, words, direction, pattern)
    for one in exchange.sockets:
        for token in pattern.findall(one.body.decode("utf-8", "replace")):
            yield f"ws:{one.ordinal}", one.direction, token


def _in_body(
    exchange: Exchange, words: str, direction: Direction, pattern: re.Pattern[str]
) -> Iterator[Place]:
    """In lists of which only the first entries are read whole, in elements, else in the body."""
    for root in roots(exchange):
        if root.direction is direction:
            for trail, value in _strings(root.value):
                for token in pattern.findall(value):
                    yield join(root.prefix, pointer(*trail)), direction, token
    if direction is Direction.RECEIVED and "html" in exchange.response.media_type:
        yield from _in_page(words, pattern)
    for token in pattern.findall(words):
        yield "", direction, token


def _strings(root: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    stack: list[tuple[tuple[str | int, ...], object]] = [((), root)]
    for _ in range(_NODES):
        if not stack:
            return
        trail, node = stack.pop()
        if isinstance(node, str):
            yield trail, node
        elif isinstance(node, dict):
            stack += [((*trail, key), value) for key, value in node.items()]
        elif isinstance(node, list):
            stack += [((*trail, at), value) for at, value in enumerate(node)]


def _in_page(words: str, pattern: re.Pattern[str]) -> Iterator[Place]:
    """The innermost elements whose text or attributes hold a token."""
    tree = markup.page(words)
    for node in islice(tree.css("*"), _NODES):
        said = " ".join([node.text(deep=False), *filter(None, node.attributes.values())])
        for token in pattern.findall(said):
            yield markup.selector(tree, node), Direction.RECEIVED, token
