"""WebSocket messages, beside the exchange that opened the connection."""

from collections.abc import Iterable
from datetime import datetime

from companion.model import Direction, Exchange, SocketMessage
from companion.store.database import Database
from companion.store.rows import time_in


def keep(db: Database, exchanges: Iterable[Exchange]) -> None:
    """Make these the messages of exchanges that are kept."""
    for exchange in exchanges:
        (number,) = db.execute(
            "select number from exchanges where id = ?", [exchange.id]
        ).fetchone()
        db.execute("delete from sockets where exchange = ?", [number])
        db.conn.executemany(
            "insert or replace into sockets values (?, ?, ?, ?, ?)",
            [
                (number, one.ordinal, one.direction.value, one.body, time_in(one.seen_at))
                for one in exchange.sockets
            ],
        )


def get(db: Database, number: int) -> tuple[SocketMessage, ...]:
    """The messages of an exchange by its number, in their order."""
    rows = db.execute(
        "select ordinal, direction, body, seen_at from sockets where exchange = ? order by ordinal",
        [number],
    )
    return tuple(
        SocketMessage(
            ordinal=ordinal,
            direction=Direction(direction),
            body=body,
            seen_at=datetime.fromisoformat(seen_at),
        )
        for ordinal, direction, body, seen_at in rows
    )


def drop_unused(db: Database) -> None:
    """Delete the messages of exchanges that are gone."""
    db.execute("delete from sockets where exchange not in (select number from exchanges)")
