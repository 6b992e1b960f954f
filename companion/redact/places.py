"""Where tokens stand in an exchange: the record of what was taken out of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from companion.decode import markup
from companion.decode.content import text
from companion.decode.leaves import leaves
from companion.decode.roots import roots
from companion.decode.steps import join, pointer
from companion.model import Direction, Exchange, Message, Redaction
from companion.redact.secrets import Secret

MOST = 500  # places of one exchange that are put on record
_NODES = 200_000  # containers and nodes of one body that are looked through

type Place = tuple[str, Direction, str]  # locator, direction, token


def places(exchange: Exchange, written: Mapping[str, Secret]) -> tuple[Redaction, ...]:
    """A record for each place of each token that was written into a (redacted) exchange.

    Where a token stands as a value says most; only else is it looked for in other ways.
    """
    pattern = re.compile("|".join(map(re.escape, written)))
    exchange = _bearing(exchange, written)
    found: dict[Place, None] = {}
    for look in (_in_leaves, _in_heads, _in_lists, _in_page, _in_bytes):
        known = {place[1:] for place in found}
        fresh = [one for one in islice(look(exchange, pattern), MOST) if one[1:] not in known]
        found |= dict.fromkeys(one for one in fresh if not _is_outer(one, fresh))
    return tuple(_record(*place, written) for place in islice(found, MOST))


def _bearing(exchange: Exchange, tokens: Iterable[str]) -> Exchange:
    """The exchange without the bodies and socket messages in which no token was written."""
    raw = [token.encode() for token in tokens]

    def bears(data: bytes | None) -> bool:
        return data is not None and any(token in data for token in raw)

    def bare(message: Message) -> Message:
        return message if bears(message.body) else replace(message, body=None)

    return replace(
        exchange,
        request=bare(exchange.request),
        response=bare(exchange.response),
        sockets=tuple(one for one in exchange.sockets if bears(one.body)),
    )


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


def _in_heads(exchange: Exchange, pattern: re.Pattern[str]) -> Iterator[Place]:
    """In the host, and in header fields that are not read for data."""
    for token in pattern.findall(exchange.url):
        yield "header:host", Direction.SENT, token
    for direction, message in _messages(exchange):
        for name, value in message.headers:
            for token in pattern.findall(value):
                yield f"header:{name.lower()}", direction, token


def _in_lists(exchange: Exchange, pattern: re.Pattern[str]) -> Iterator[Place]:
    """In long lists, of which only the first entries are read whole."""
    for root in roots(exchange):
        for trail, value in _strings(root.value):
            for token in pattern.findall(value):
                yield join(root.prefix, pointer(*trail)), root.direction, token


def _in_page(exchange: Exchange, pattern: re.Pattern[str]) -> Iterator[Place]:
    """The innermost elements whose own text or attributes hold a token."""
    message = exchange.response
    words = text(message) if message.body and "html" in message.media_type else ""
    tree = markup.page(words if pattern.search(words) else "")
    for node in islice(tree.css("*"), _NODES):
        said = " ".join([node.text(deep=False), *filter(None, node.attributes.values())])
        for token in pattern.findall(said):
            yield markup.selector(tree, node), Direction.RECEIVED, token


def _in_bytes(exchange: Exchange, pattern: re.Pattern[str]) -> Iterator[Place]:
    """In a body or a socket message that is read in no other way."""
    for direction, message in _messages(exchange):
        for token in pattern.findall((message.body or b"").decode("utf-8", "replace")):
            yield "", direction, token
    for one in exchange.sockets:
        for token in pattern.findall(one.body.decode("utf-8", "replace")):
            yield f"ws:{one.ordinal}", one.direction, token


def _messages(exchange: Exchange) -> tuple[tuple[Direction, Message], ...]:
    return (Direction.SENT, exchange.request), (Direction.RECEIVED, exchange.response)


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
