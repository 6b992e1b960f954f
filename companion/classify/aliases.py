"""Says of a finding about a party behind an alias why it is about that party."""

from companion.classify.parties import called
from companion.classify.record import Record
from companion.decode.hosts import registrable
from companion.model import Evidence

_LOOKED_AT = 3  # pieces of evidence


def behind_alias(party: str, evidence: tuple[Evidence, ...], record: Record) -> str:
    """One sentence where the first evidence went to a host that is an alias; else ""."""
    for piece in evidence[:_LOOKED_AT]:
        exchange = record.exchange(piece.exchange) if piece.exchange else None
        if exchange is not None and exchange.cname and exchange.party == party:
            target = registrable(exchange.cname)
            if target == party != registrable(exchange.host):
                return (
                    f"{exchange.host} is another name for {exchange.cname}, as it was resolved when"
                    f" this was recorded, and that belongs to {called(record, party)}."
                )
    return ""
