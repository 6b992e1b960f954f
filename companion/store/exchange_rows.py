"""An exchange as a row and back; its bodies and WebSocket messages stand apart."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from companion.model import (
    Direction,
    Exchange,
    ExchangeId,
    Headers,
    Message,
    Origin,
    Redaction,
    Role,
    SocketMessage,
    Visitor,
)
from companion.store.bodies import digest_of
from companion.store.rows import Row, text_in, text_out, time_in

_TEXTS = (
    "method",
    "url",
    "origin_file",
    "server_address",
    "cname",
    "page",
    "site",
    "party",
    "context",
    "round",
)


def to_row(exchange: Exchange) -> Row:
    """The columns of an exchange."""
    return {
        "id": exchange.id,
        "visitor": text_in(exchange.visitor.name),
        "role": exchange.visitor.role.value,
        "origin": exchange.origin.value,
        "status": exchange.status,
        "seen_at": time_in(exchange.seen_at),
        "redactions": json.dumps([_redaction(one) for one in exchange.redactions]),
        "notes": json.dumps(exchange.notes),
        **{name: _text(getattr(exchange, name)) for name in _TEXTS},
        **_message("request", exchange.request),
        **_message("response", exchange.response),
    }


class Content(NamedTuple):
    """What stands apart from the row of an exchange."""

    request: bytes | None = None
    response: bytes | None = None
    sockets: tuple[SocketMessage, ...] = ()


def from_row(row: Mapping[str, Any], content: Content) -> Exchange:
    """The exchange in a row, with its content."""
    texts = {name: None if row[name] is None else text_out(row[name]) for name in _TEXTS}
    return Exchange(
        id=ExchangeId(row["id"]),
        visitor=Visitor(name=text_out(row["visitor"]), role=Role(row["role"])),
        origin=Origin(row["origin"]),
        status=row["status"],
        seen_at=datetime.fromisoformat(row["seen_at"]),
        request=_read_message("request", row, content.request),
        response=_read_message("response", row, content.response),
        sockets=content.sockets,
        redactions=tuple(_read_redaction(one) for one in json.loads(row["redactions"])),
        notes=tuple(json.loads(row["notes"])),
        **texts,  # type: ignore[arg-type]  # the columns that may be null are those fields that may be None
    )


def _text(value: str | None) -> str | None:
    return None if value is None else text_in(value)


def _message(side: str, message: Message) -> Row:
    return {
        f"{side}_headers": json.dumps(message.headers),
        f"{side}_body": digest_of(message.body),
        f"{side}_length": message.length,
        f"{side}_missing": text_in(message.missing),
    }


def _read_message(side: str, row: Mapping[str, Any], body: bytes | None) -> Message:
    headers: Headers = tuple((name, value) for name, value in json.loads(row[f"{side}_headers"]))
    return Message(
        headers=headers,
        body=body,
        length=row[f"{side}_length"],
        missing=text_out(row[f"{side}_missing"]),
    )


def _redaction(one: Redaction) -> list[str]:
    return [one.locator, one.direction.value, one.kind, one.field, one.chain, one.token]


def _read_redaction(one: list[str]) -> Redaction:
    locator, direction, kind, field, chain, token = one
    return Redaction(
        locator=locator,
        direction=Direction(direction),
        kind=kind,
        field=field,
        chain=chain,
        token=token,
    )
