"""Identifiers kept in the cache: an entity tag that is also the value of a cookie or parameter.

A browser hands an entity tag back by itself (RFC 9110, 13.1.2), after its cookies are gone too.
Most tags are a digest of the content; one that has another name in the same exchange is not.
"""

from collections.abc import Iterator

from companion.decode import pairs
from companion.extract.signals.claim import Claim
from companion.extract.signals.names import NameClass, class_of
from companion.extract.signals.rules import signal_of_exchange
from companion.extract.signals.scene import Scene, Spot
from companion.extract.signals.shape import bits
from companion.extract.signals.tokens import FEWEST_BITS, SHORTEST, tokens
from companion.model import Direction, Level, SignalKind

_CARRIED = {"if-none-match": Direction.SENT, "etag": Direction.RECEIVED}
_USABLE = frozenset({NameClass.IDENTIFIER, NameClass.CLICK, NameClass.UNKNOWN})


@signal_of_exchange
def etag(scene: Scene) -> Iterator[tuple[Spot, Claim]]:
    """An entity tag, given or handed back, that is an identifier under another name."""
    exchange = scene.exchange
    for header, direction in _CARRIED.items():
        message = exchange.request if direction is Direction.SENT else exchange.response
        tag = message.header(header).removeprefix("W/").strip('"')
        if len(tag) >= SHORTEST and bits(tag) >= FEWEST_BITS and tag in _values(scene):
            yield (
                Spot(f"header:{header}", direction),
                Claim(
                    kind=SignalKind.IDENTIFIER,
                    name=header,
                    value=tag,
                    confidence=Level.LIKELY,
                    rule="etag",
                    tokens=tokens(tag),
                    figures={"class": "identifier", "respawns": True},
                ),
            )


def _values(scene: Scene) -> set[str]:
    """What cookies and parameters of the exchange carry, where it may tell people apart."""
    exchange = scene.exchange
    sent = [pair for line in exchange.request.all("cookie") for pair in pairs.cookies(line)]
    given = [(it.name, it.value) for it in pairs.set_cookies(exchange.response.all("set-cookie"))]
    asked = pairs.pairs(pairs.query_of(exchange.url))
    return {value for name, value in (*sent, *given, *asked) if class_of(name) in _USABLE}
