"""Links: one for each exchange kept, and one more each time it was amended."""

import hashlib
from dataclasses import dataclass

from companion.chain.contents import commitment, contents
from companion.model import Exchange

SALT = 32
"""Bytes of a salt."""
START = bytes(32)
"""The head before the first link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Salts:
    """What opens the commitments of one link; deleted with what they vouch for."""

    whole: bytes
    request: bytes
    response: bytes

    @classmethod
    def of(cls, randomness: bytes) -> "Salts":
        """Three salts from 96 random bytes."""
        return cls(
            whole=randomness[:SALT],
            request=randomness[SALT : 2 * SALT],
            response=randomness[2 * SALT :],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What vouches for an exchange, with all that is needed to check it."""

    salts: Salts
    request: bytes | None
    response: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step of the chain; `number` counts from 1, `amends` is the link it replaces, or 0.

    `exchange` is the id it vouches for, None once that was forgotten or amended.
    """

    number: int
    amends: int
    commitment: bytes
    head: bytes
    exchange: str | None = None
    opening: Opening | None = None


def opening(exchange: Exchange, salts: Salts) -> Opening:
    """Commitments to the bodies of an exchange that is just kept."""
    return Opening(
        salts=salts,
        request=_body(salts.request, exchange.request.body),
        response=_body(salts.response, exchange.response.body),
    )


def vouch(exchange: Exchange, opened: Opening) -> bytes:
    """The commitment to an exchange, given those to its bodies."""
    whole = contents(exchange, _hex(opened.request), _hex(opened.response))
    return commitment(opened.salts.whole, whole)


def head(before: bytes, number: int, amends: int, committed: bytes) -> bytes:
    """The head after a link: it holds only if no link before it was changed or left out."""
    step = number.to_bytes(8) + amends.to_bytes(8)
    return hashlib.sha256(b"companion link 1\n" + before + step + committed).digest()


def holds(exchange: Exchange, link: Link) -> bool:
    """Whether an exchange is the one its link vouches for; a body that is not kept is no change."""
    opened = link.opening
    if opened is None or vouch(exchange, opened) != link.commitment:
        return False
    halves = (
        (exchange.request.body, opened.salts.request, opened.request),
        (exchange.response.body, opened.salts.response, opened.response),
    )
    return all(
        body is None or (committed is not None and commitment(salt, body) == committed)
        for body, salt, committed in halves
    )


def _body(salt: bytes, body: bytes | None) -> bytes | None:
    return None if body is None else commitment(salt, body)


def _hex(committed: bytes | None) -> str | None:
    return None if committed is None else committed.hex()
