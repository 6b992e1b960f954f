"""Ids of exchanges: the same evidence gets the same id, and no id holds content."""

from collections import OrderedDict
from dataclasses import replace

from companion.model import Exchange, ExchangeId, digest

REMEMBERED = 100_000
"""How many ids are remembered to tell equals apart; equals stand close together in a source."""


class Ids:
    """Gives out the ids of one source (a file, a journal).

    An id is the digest of visitor, method, host, start in microseconds, status, wire lengths of
    request and answer, and the ordinal among equals, so that reading a source again gives the
    same ids.
    """

    def __init__(self) -> None:
        self._seen: OrderedDict[str, int] = OrderedDict()

    def identified(self, exchange: Exchange) -> Exchange:
        """The exchange with its id."""
        facts = (
            exchange.visitor.name,
            exchange.method,
            exchange.host,
            round(exchange.seen_at.timestamp() * 1_000_000),
            exchange.status,
            exchange.request.length,
            exchange.response.length,
        )
        return replace(exchange, id=ExchangeId(digest(*facts, self._ordinal(digest(*facts)))))

    def _ordinal(self, facts: str) -> int:
        ordinal = self._seen.pop(facts, -1) + 1
        self._seen[facts] = ordinal
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return ordinal
