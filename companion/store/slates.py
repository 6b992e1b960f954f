"""Slates, and the keys by which an item is known again on another site."""

from collections.abc import Iterable, Iterator

from companion.model import Item, Slate
from companion.store.open import Database
from companion.store.rows import from_row, text_in
from companion.store.table import Table

_TABLE = Table("slates", Slate, texts=("heading", "items", "party"))
get, page, each, count = _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count


def put(db: Database, slates: Iterable[Slate]) -> None:
    """Insert slates with the keys of their items."""
    held = list(slates)
    _TABLE.put(db, held)
    db.conn.executemany(
        "insert or ignore into item_keys select :key, number, :rank from slates where id = :id",
        [
            {"key": text_in(key), "rank": item.rank, "id": one.id}
            for one in held
            for item in one.items
            for key in {item.item, item.url or item.item}
        ],
    )


def items(db: Database, key: str, visitor: str) -> Iterator[tuple[Slate, Item]]:
    """Entries of a visitor's lists whose id or address is the key, oldest first."""
    rows = db.query(
        "select distinct slates.*, item_keys.rank as at from item_keys"
        " join slates on slates.number = item_keys.slate"
        " where item_keys.key = ? and visitor = ? order by number",
        [text_in(key), visitor],
    )
    for row in rows:
        slate = from_row(Slate, row)
        yield from ((slate, item) for item in slate.items if item.rank == row["at"])
