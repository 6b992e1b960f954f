"""Slates, and the keys by which an item is known again on another site."""

import json
from collections.abc import Iterable, Iterator, Mapping

from companion.model import ExchangeId, Item, Personalized, Slate, SlateId
from companion.store.database import Database
from companion.store.keys import Keys
from companion.store.rows import from_row, text_in
from companion.store.table import Table

_TABLE = Table("slates", Slate, texts=("heading", "items", "party"))
_ITEMS = Keys("item_keys", ("key", "site", "slate", "rank"))
get, page, each, count = _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count


def put(db: Database, slates: Iterable[Slate]) -> None:
    """Insert slates with the keys of their items."""
    held = list(slates)
    with db.atomic():
        _TABLE.put(db, held)
        for exchange in {one.exchange for one in held}:
            _ITEMS.add(db, _items(db, exchange))
            _unmeasured(db, exchange)


def replace(db: Database, exchange: ExchangeId, slates: Iterable[Slate]) -> None:
    """Make these the slates of an exchange; what is gone is deleted, the others stay put."""
    with db.atomic():
        _ITEMS.drop(db, _items(db, exchange))
        _TABLE.replace(db, slates, exchange=exchange)
        _ITEMS.add(db, _items(db, exchange))
        _unmeasured(db, exchange)


def measured(db: Database, site: str, visitor: str, places: Mapping[str, Personalized]) -> None:
    """Say of a visitor's lists what was measured of their places; what they say is kept aside."""
    db.execute(
        "update slates set personalized = said, said = null where site = ? and said is not null",
        [text_in(site)],
    )
    db.conn.executemany(
        "update slates set said = personalized, personalized = ?"
        " where site = ? and visitor = ? and place = ?",
        [
            (word.value, text_in(site), text_in(visitor), text_in(place))
            for place, word in places.items()
        ],
    )


def of_strangers(db: Database, site: str) -> Iterator[Slate]:
    """The lists that strangers got on a site, those of ads too."""
    rows = db.query(
        "select slates.* from exchanges cross join slates on slates.exchange = exchanges.id"
        " where exchanges.site = ? and exchanges.role = 'control'",
        [text_in(site)],
    )
    return (from_row(Slate, row) for row in rows)


def as_said(db: Database, site: str, visitor: str) -> Iterator[Slate]:
    """A visitor's lists on a site with what they say of themselves, whatever was measured."""
    rows = db.query(
        "select *, coalesce(said, personalized) as own from slates"
        " where site = ? and visitor = ? order by number",
        [text_in(site), text_in(visitor)],
    )
    return (from_row(Slate, row | {"personalized": row["own"]}) for row in rows)


def in_own_words(db: Database, exchange: ExchangeId) -> list[Slate]:
    """The lists of an exchange with what they say of themselves, whatever was measured."""
    rows = db.query(
        "select *, coalesce(said, personalized) as own from slates where exchange = ?"
        " order by number",
        [exchange],
    )
    return [from_row(Slate, row | {"personalized": row["own"]}) for row in rows]


def _unmeasured(db: Database, exchange: ExchangeId) -> None:
    db.execute("update slates set said = null where exchange = ?", [exchange])


def items(db: Database, key: str, visitor: str) -> Iterator[tuple[Slate, Item]]:
    """Entries of a visitor's lists whose id or address is the key, in the order of arrival."""
    rows = db.query(
        "select slates.*, item_keys.rank as at from item_keys"
        " join slates on slates.number = item_keys.slate"
        " where item_keys.key = ? and visitor = ? order by number, at",
        [text_in(key), text_in(visitor)],
    )
    for row in rows:
        slate = from_row(Slate, row)
        yield from ((slate, item) for item in slate.items if item.rank == row["at"])


def sites_sharing(db: Database, keys: Iterable[str]) -> set[str]:
    """The sites whose lists hold an item with one of the keys."""
    return _ITEMS.sites(db, keys)


def following(db: Database, first: SlateId) -> Iterator[Slate]:
    """The pages that carry a list on, each going on from the one before."""
    met = {first}
    last: Slate | None = next(_TABLE.each(db, continues=first), None)
    while last is not None and last.id not in met:
        yield last
        met.add(last.id)
        last = next(_TABLE.each(db, continues=last.id), None)


def _items(db: Database, exchange: ExchangeId) -> list[tuple[str | int, ...]]:
    """The keys of an exchange's lists, as they are kept."""
    rows = db.execute("select number, site, items from slates where exchange = ?", [exchange])
    return [
        (text_in(key), site or "", number, item["rank"])
        for number, site, items in rows
        for item in json.loads(items)
        for key in {item["item"], item["url"] or item["item"]}
    ]
