"""Lists as they came to the person and to strangers: what rounds are put together from."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from companion.compare.delivered import Blank, Delivered, address
from companion.compare.structure import why_not
from companion.model import Item
from companion.store import bodies
from companion.store.database import Database
from companion.store.rounds import MISSING
from companion.store.rows import Row, from_row, text_in, text_out

_ANY_SQL = "select 1 from exchanges where site = ? and role = 'control' limit 1"
_LISTS_SQL = """
    select slates.id, slates.place, slates.items, slates.seen_at, exchanges.visitor, role,
        coalesce(page, url) as page, round, notes
    from slates join exchanges on exchanges.id = slates.exchange
    where slates.site = :site and slates.surface <> 'ad' and continues is null
        and (role = 'control' or round <> '' or slates.place in (
            select place from slates join exchanges on exchanges.id = slates.exchange
            where slates.site = :site and role = 'control'))
    order by slates.number desc limit :most
"""
_COPIES_SQL = """
    select id, round, status, response_body, notes from exchanges
    where site = ? and round <> '' order by number desc limit ?
"""
_MOST = 10_000
_LONGEST = 200_000
"""Bytes of a page that are looked at for what it is instead of the list."""


class Deliveries(NamedTuple):
    """What a site delivered to whom, what is missing, and the entries by their key."""

    lists: tuple[Delivered, ...]
    blanks: tuple[Blank, ...]
    things: Mapping[str, Item]


def deliveries(db: Database, site: str) -> Deliveries:
    """What can be compared on a site; nothing where no stranger ever came."""
    if not db.execute(_ANY_SQL, [text_in(site)]).fetchone():
        return Deliveries((), (), {})
    things: dict[str, Item] = {}
    lists = []
    for row in db.query(_LISTS_SQL, {"site": text_in(site), "most": _MOST}):
        if not _missing(row["notes"]):
            items = from_row(_Items, row).items
            things |= {one.item: one for one in items}
            lists.append(_delivered(site, row, items))
    return Deliveries(tuple(lists), tuple(_blanks(db, site)), things)


class _Items(NamedTuple):
    items: tuple[Item, ...]


def _delivered(site: str, row: Mapping[str, Any], items: tuple[Item, ...]) -> Delivered:
    place = text_out(row["place"])
    return Delivered(
        slate=row["id"],
        visitor=text_out(row["visitor"]),
        own=row["role"] == "self",
        site=site,
        place=place,
        address=address(text_out(row["page"]), place.partition(" | ")[0]),
        seen_at=datetime.fromisoformat(row["seen_at"]),
        round=text_out(row["round"]),
        ranking=tuple(one.item for one in items),
        prices={one.item: (one.price, one.currency) for one in items if one.price or one.currency},
    )


def _blanks(db: Database, site: str) -> Iterator[Blank]:
    """What came in each exchange of a round, for the lists that are missing in it."""
    for row in db.query(_COPIES_SQL, [text_in(site), _MOST]):
        told = _missing(row["notes"])
        yield Blank(
            round=text_out(row["round"]), why=told or why_not(row["status"], _body(db, row))
        )


def _missing(notes: str) -> str:
    """Why a copy is not comparable, as it was noted when it came."""
    why = (note.removeprefix(MISSING) for note in json.loads(notes) if note.startswith(MISSING))
    return next(why, "")


def _body(db: Database, row: Row) -> str:
    return (bodies.get(db, row["response_body"]) or b"")[:_LONGEST].decode("utf-8", "replace")
