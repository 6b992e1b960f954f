"""What the person did."""

from collections.abc import Iterable

from companion.model import Act, ExchangeId
from companion.store.database import Database
from companion.store.table import Table

_TABLE = Table("acts", Act, texts=("text",))
put, get, page, each, count = _TABLE.put, _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count


def replace(db: Database, exchange: ExchangeId, acts: Iterable[Act]) -> None:
    """Make these the acts of an exchange; what is gone is deleted, the others stay put."""
    _TABLE.replace(db, acts, exchange=exchange)
