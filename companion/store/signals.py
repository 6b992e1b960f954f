"""Signals, and the tokens by which an identifier is known again."""

from collections.abc import Iterable, Sequence

from companion.model import Signal
from companion.store.open import Database
from companion.store.rows import from_row, text_in
from companion.store.table import Table

_TABLE = Table("signals", Signal, texts=("name", "value", "party"))
get, page, each, count = _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count


def put(db: Database, signals: Iterable[Signal]) -> None:
    """Insert signals with their tokens."""
    held = list(signals)
    _TABLE.put(db, held)
    db.conn.executemany(
        "insert or ignore into tokens select :token, number from signals where id = :id",
        [{"token": text_in(token), "id": one.id} for one in held for token in one.tokens],
    )


def sightings(db: Database, token: str, visitor: str) -> list[Signal]:
    """Every signal of a visitor that carries a token, oldest first."""
    rows = db.query(
        "select signals.* from tokens join signals on signals.number = tokens.signal"
        " where tokens.token = ? and visitor = ? order by number",
        [text_in(token), visitor],
    )
    return [from_row(Signal, row) for row in rows]


def sites_sharing(db: Database, tokens: Sequence[str]) -> set[str]:
    """The sites on whose pages one of the tokens was seen."""
    sites: set[str] = set()
    for token in set(tokens):
        rows = db.query(
            "select distinct site from tokens join signals on signals.number = tokens.signal"
            " where tokens.token = ? and site is not null",
            [text_in(token)],
        )
        sites.update(row["site"] for row in rows)
    return sites
