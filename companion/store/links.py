"""The evidence chain of a store: a link for each exchange kept, signatures over its heads."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from companion.chain.link import START, Link, Opening, Salts, head, holds, opening, vouch
from companion.chain.signature import Signature
from companion.model import Exchange
from companion.store.database import Database
from companion.store.rows import time_in

_COLUMNS = (
    "number, amends, commitment, head, exchange, salt, request_salt, response_salt,"
    " request_commitment, response_commitment"
)
_HOUR = len("2026-11-24T18")
_BEFORE = "chain begins after"


def append(db: Database, exchanges: Iterable[Exchange]) -> None:
    """Add a link for each exchange; one that is kept as it was needs none."""
    number, last = _end(db)
    for exchange in exchanges:
        known = of(db, exchange.id)
        if known and holds(exchange, known):
            continue
        opened = opening(exchange, Salts.of(secrets.token_bytes(96)))
        committed = vouch(exchange, opened)
        number, amends = number + 1, known.number if known else 0
        last = head(last, number, amends, committed)
        close(db, [exchange.id])
        row = (number, amends, committed, last, exchange.id, *_opened(opened))
        db.execute(f"insert into links ({_COLUMNS}) values ({', '.join('?' * 10)})", row)


def close(db: Database, keys: Sequence[str]) -> None:
    """Forget what opens the links of exchanges: what stands there then tells nothing."""
    db.conn.executemany(
        "update links set exchange = null, salt = null, request_salt = null, response_salt = null,"
        " request_commitment = null, response_commitment = null where exchange = ?",
        [(key,) for key in keys],
    )


def of(db: Database, key: str) -> Link | None:
    """The link that vouches for an exchange."""
    row = db.execute(f"select {_COLUMNS} from links where exchange = ?", [key]).fetchone()
    return _link(row) if row else None


def each(db: Database, batch: int = 500) -> Iterator[Link]:
    """Every link from the first on."""
    sql = f"select {_COLUMNS} from links where number > ? order by number limit ?"
    after = 0
    while rows := db.execute(sql, [after, batch]).fetchall():
        yield from map(_link, rows)
        after = rows[-1][0]


def numbered(db: Database, number: int) -> Link | None:
    """The link of a number; None where there is none."""
    row = db.execute(f"select {_COLUMNS} from links where number = ?", [number]).fetchone()
    return _link(row) if row else None


def last(db: Database) -> Link | None:
    """The newest link; None while the chain is empty."""
    row = db.execute(f"select {_COLUMNS} from links order by number desc limit 1").fetchone()
    return _link(row) if row else None


def put_signature(db: Database, signed: Signature) -> None:
    """Keep a signature; of those made within one hour the newest stays."""
    moment = time_in(signed.signed_at)
    db.execute("delete from signatures where substr(signed_at, 1, ?) = ?", [_HOUR, moment[:_HOUR]])
    db.execute(
        "insert or replace into signatures values (?, ?, ?)",
        [signed.number, moment, signed.signature],
    )


def signatures(db: Database) -> dict[int, Signature]:
    """Signatures by the link they stand on."""
    rows = db.execute("select number, signed_at, signature from signatures order by number")
    return {
        number: Signature(
            number=number, signed_at=datetime.fromisoformat(moment), signature=signature
        )
        for number, moment, signature in rows
    }


def unlinked(db: Database) -> tuple[int, str]:
    """How many exchanges were kept before the chain began, and the first since without a link.

    Such a one was put there by other ways than ours; empty when there is none.
    """
    begins = db.execute("select value from facts where name = ?", [_BEFORE]).fetchone() or (0,)
    (before,) = db.execute(
        "select count(*) from exchanges where number <= ? and id not in"
        " (select exchange from links where exchange is not null)",
        [int(begins[0])],
    ).fetchone()
    row = db.execute(
        "select id from exchanges where number > ? and id not in"
        " (select exchange from links where exchange is not null) order by number limit 1",
        [int(begins[0])],
    ).fetchone()
    return before, row[0] if row else ""


def _end(db: Database) -> tuple[int, bytes]:
    newest = last(db)
    return (newest.number, newest.head) if newest else (0, START)


def _opened(opened: Opening) -> tuple[bytes | None, ...]:
    salts = opened.salts
    return (salts.whole, salts.request, salts.response, opened.request, opened.response)


def _link(row: tuple[Any, ...]) -> Link:
    number, amends, committed, now, exchange, whole, request, response, *bodies = row
    opened = None
    if whole is not None:
        salts = Salts(whole=whole, request=request, response=response)
        opened = Opening(salts=salts, request=bodies[0], response=bodies[1])
    return Link(
        number=number,
        amends=amends,
        commitment=committed,
        head=now,
        exchange=exchange,
        opening=opened,
    )
