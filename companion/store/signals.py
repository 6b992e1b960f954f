"""Signals, and the tokens by which an identifier is known again."""

import json
from collections.abc import Iterable

from companion.model import ExchangeId, Signal
from companion.store.database import Database
from companion.store.keys import Keys
from companion.store.rows import from_row, text_in
from companion.store.table import Table

_TABLE = Table("signals", Signal, texts=("name", "value", "party"))
_TOKENS = Keys("tokens", ("token", "site", "signal"))
get, page, each, count = _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count


def put(db: Database, signals: Iterable[Signal]) -> None:
    """Insert signals with their tokens."""
    held = list(signals)
    with db.atomic():
        _TABLE.put(db, held)
        for exchange in {one.exchange for one in held}:
            _TOKENS.add(db, _tokens(db, exchange))


def replace(db: Database, exchange: ExchangeId, signals: Iterable[Signal]) -> None:
    """Make these the signals of an exchange; what is gone is deleted, the others stay put."""
    with db.atomic():
        _TOKENS.drop(db, _tokens(db, exchange))
        _TABLE.replace(db, signals, exchange=exchange)
        _TOKENS.add(db, _tokens(db, exchange))


def sightings(db: Database, token: str, visitor: str) -> list[Signal]:
    """Every signal of a visitor that carries a token, in the order of arrival."""
    rows = db.query(
        "select signals.* from tokens join signals on signals.number = tokens.signal"
        " where tokens.token = ? and visitor = ? order by number",
        [text_in(token), text_in(visitor)],
    )
    return [from_row(Signal, row) for row in rows]


def of_strangers(db: Database, site: str) -> list[Signal]:
    """Identifiers of strangers on a site's pages, in the order of arrival.

    A copy repeats the person's own request: of its answer only the cookies that are set are the
    stranger's own.
    """
    rows = db.query(
        "select signals.* from signals join exchanges on exchanges.id = signals.exchange"
        " where signals.site = ? and kind = 'identifier' and role = 'control'"
        " and (origin <> 'twin' or (direction = 'received' and locator like 'cookie:%'))"
        " order by signals.number",
        [text_in(site)],
    )
    return [from_row(Signal, row) for row in rows]


def sites_sharing(db: Database, tokens: Iterable[str]) -> set[str]:
    """The sites on whose pages one of the tokens was seen."""
    return _TOKENS.sites(db, tokens)


def _tokens(db: Database, exchange: ExchangeId) -> list[tuple[str | int, ...]]:
    """The tokens of an exchange's signals, as they are kept."""
    rows = db.execute("select number, site, tokens from signals where exchange = ?", [exchange])
    return [
        (text_in(token), site or "", number)
        for number, site, tokens in rows
        for token in json.loads(tokens)
    ]
