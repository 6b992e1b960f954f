"""What of an exchange a link vouches for, as bytes that are the same wherever they are made."""

import hashlib
import hmac
import json
from datetime import UTC
from typing import Any

from companion.model import Exchange, Message, SocketMessage


def contents(exchange: Exchange, request: str | None, response: str | None) -> bytes:
    """The facts of an exchange as canonical JSON: sorted keys, no spaces, ASCII.

    `request` and `response` are the commitments to its bodies in hex, None where there is no body:
    they stay when a body is dropped. What is computed from the facts (site, party, context) and
    what we say of them (notes) is not vouched for.
    """
    facts = {
        "id": exchange.id,
        "visitor": [exchange.visitor.name, exchange.visitor.role.value],
        "origin": exchange.origin.value,
        "method": exchange.method,
        "url": exchange.url,
        "status": exchange.status,
        "seen_at": exchange.seen_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "server_address": exchange.server_address,
        "cname": exchange.cname,
        "round": exchange.round,
        "request": _message(exchange.request, request),
        "response": _message(exchange.response, response),
        "sockets": [_socket(one) for one in exchange.sockets],
    }
    return json.dumps(facts, sort_keys=True, separators=(",", ":")).encode()


def commitment(salt: bytes, content: bytes) -> bytes:
    """32 bytes that vouch for a content and, without the salt, tell nothing of it.

    HMAC-SHA-256 keyed with a random salt of 32 bytes (FIPS 198-1): binding as SHA-256 resists
    collisions, hiding as long as the salt is unknown.
    """
    return hmac.digest(salt, content, hashlib.sha256)


def _message(message: Message, body: str | None) -> dict[str, Any]:
    return {"headers": message.headers, "length": message.length, "body": body}


def _socket(one: SocketMessage) -> list[Any]:
    moment = one.seen_at.astimezone(UTC).isoformat(timespec="microseconds")
    return [one.ordinal, one.direction.value, moment, one.body.hex()]
