"""Takes secrets out of an exchange before anything of it is kept.

Two looks. The first goes over every value of the exchange, values inside values too, and takes
out what stands under a telling name, has the shape of a card or an account, or carries a seed; of
a value inside a value, the outermost that stands in the text gives way, since it carries the rest.
The second goes over the raw text, so that a seed is found where no value was recognised.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from companion.decode.leaves import Leaf, leaves
from companion.decode.steps import split
from companion.model import Direction, Exchange, Headers, Message, Redaction
from companion.redact.names import is_telling, kind_of
from companion.redact.needles import Needle, needle, without
from companion.redact.secrets import TOKEN, Secrets
from companion.redact.shape import is_card, is_iban

_SHOWN_NAME = 40
_SENT_VALUES = ("form", "json", "part")
_NESTING = ("b64", "gzip", "url", "jwt:payload")


class Found(NamedTuple):
    """A secret that was found: what to take out, and what is kept on record of it."""

    needle: Needle
    redaction: Redaction


def redact(exchange: Exchange, secrets: Secrets) -> Exchange:
    """The exchange without its secrets; redacting it again changes nothing.

    Args:
        exchange: with its bodies decoded.
        secrets: the seeds to watch for, and the store's key.
    """
    found = list(_in_values(leaves(exchange), secrets))
    cleaned = _cleaned(exchange, [one.needle for one in found]) if found else exchange
    cleaned, raw = _in_raw_text(cleaned, secrets)
    new = [*(one.redaction for one in found), *raw]
    if not new:
        return exchange
    kept = dict.fromkeys([*exchange.redactions, *new])
    return replace(cleaned, redactions=tuple(kept))


def _in_values(values: Iterable[Leaf], secrets: Secrets) -> Iterator[Found]:
    held = [leaf for leaf in values if leaf.value and not TOKEN.fullmatch(leaf.value)]
    for leaf in held:
        if kind := _kind(leaf):
            yield _found(leaf, secrets, kind, leaf.name, leaf.value)
    yield from _seeds(held, secrets)
    short = secrets.short()
    for leaf in held if short else ():
        for seed in short:
            same = leaf.value.strip().lower() == seed.value.strip().lower()
            if same and is_telling(leaf.name, seed.field):
                yield _found(leaf, secrets, "seed", seed.field, seed.value)


def _kind(leaf: Leaf) -> str:
    """What sort of secret a value is, by its name or its shape; empty when it is none."""
    if kind := kind_of(leaf.name, cookie=leaf.carrier == "cookie"):
        return "" if leaf.value.lower() in ("true", "false", "0", "1") else kind
    if leaf.carrier in _SENT_VALUES and leaf.direction is Direction.SENT:
        return "card" if is_card(leaf.value) else "iban" if is_iban(leaf.value) else ""
    return ""


def _seeds(held: list[Leaf], secrets: Secrets) -> Iterator[Found]:
    """Seeds in any value; all values are looked through at once, a NUL apart."""
    pieces = [leaf.value.encode("utf-8", "surrogatepass") for leaf in held]
    hits = iter(secrets.hits(b"\0".join(pieces)))
    hit, offset = next(hits, None), 0
    for leaf, piece in zip(held, pieces, strict=True):
        end = offset + len(piece)
        while hit is not None and hit.start < end:
            text = piece[hit.start - offset : hit.end - offset].decode("utf-8", "replace")
            yield _found(leaf, secrets, "seed", hit.seed.field, hit.seed.value, hit.chain, text)
            hit = next(hits, None)
        offset = end + 1


def _found(  # noqa: PLR0913, PLR0917 - one parameter a part of a redaction
    leaf: Leaf,
    secrets: Secrets,
    kind: str,
    field: str,
    secret: str,
    chain: str = "",
    text: str = "",
) -> Found:
    outer = leaf
    while outer.place.outer is not None:
        outer = outer.place.outer
    nesting = [step for step in split(leaf.locator) if step in _NESTING]
    told = " >> ".join([*nesting, *([chain] if chain else [])])
    token = secrets.token(kind, field, told, secret)
    redaction = Redaction(
        locator=leaf.locator,
        direction=leaf.direction,
        kind=kind,
        field=field[:_SHOWN_NAME],
        chain=told,
        token=token,
    )
    whole = outer is not leaf or not text
    return Found(needle(outer.value if whole else text, outer.name, token), redaction)


def _cleaned(exchange: Exchange, needles: list[Needle]) -> Exchange:
    def clean(text: str) -> str:
        return without(text, needles)

    return replace(
        exchange,
        url=clean(exchange.url),
        page=clean(exchange.page) if exchange.page else exchange.page,
        notes=tuple(map(clean, exchange.notes)),
        request=_message(exchange.request, needles),
        response=_message(exchange.response, needles),
        sockets=tuple(
            replace(one, body=_body(one.body, needles) or b"") for one in exchange.sockets
        ),
    )


def _message(message: Message, needles: list[Needle]) -> Message:
    headers: Headers = tuple((name, without(value, needles)) for name, value in message.headers)
    return replace(
        message,
        headers=headers,
        body=_body(message.body, needles),
        missing=without(message.missing, needles),
    )


def _body(body: bytes | None, needles: list[Needle]) -> bytes | None:
    """Bytes as Latin-1 text and back: every byte stays, and UTF-8 needles are written that way."""
    if not body:
        return body
    written = [
        one._replace(text=one.text.encode("utf-8", "surrogatepass").decode("latin-1"))
        for one in needles
    ]
    return without(body.decode("latin-1"), [*written, *needles]).encode("latin-1", "replace")


def _in_raw_text(exchange: Exchange, secrets: Secrets) -> tuple[Exchange, list[Redaction]]:
    """Seeds where no value was recognised: in the address, in a header, in a body."""
    told: list[Redaction] = []

    def clean(data: bytes, locator: str, direction: Direction) -> bytes:
        parts, end = [], 0
        for hit in secrets.hits(data):
            token = secrets.token("seed", hit.seed.field, hit.chain, hit.seed.value)
            parts += [data[end : hit.start], token.encode()]
            end = hit.end
            told.append(
                Redaction(
                    locator=locator,
                    direction=direction,
                    kind="seed",
                    field=hit.seed.field,
                    chain=hit.chain,
                    token=token,
                )
            )
        return b"".join([*parts, data[end:]]) if parts else data

    def text(value: str, locator: str, direction: Direction) -> str:
        raw = value.encode("utf-8", "surrogatepass")
        return clean(raw, locator, direction).decode("utf-8", "surrogatepass")

    def message(one: Message, direction: Direction) -> Message:
        headers: Headers = tuple(
            (name, text(value, f"header:{name}", direction)) for name, value in one.headers
        )
        body = clean(one.body, "line:0", direction) if one.body else one.body
        return replace(one, headers=headers, body=body)

    sent, received = Direction.SENT, Direction.RECEIVED
    cleaned = replace(
        exchange,
        url=text(exchange.url, "path:0", sent),
        page=text(exchange.page, "header:Referer", sent) if exchange.page else exchange.page,
        request=message(exchange.request, sent),
        response=message(exchange.response, received),
        sockets=tuple(
            replace(one, body=clean(one.body, f"ws:{one.ordinal}", one.direction))
            for one in exchange.sockets
        ),
    )
    return cleaned, told
