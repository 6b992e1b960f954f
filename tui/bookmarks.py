"""Bookmarks: what is marked as a page and an id, and back again."""

from dataclasses import dataclass
from typing import Any

from companion.model import ExchangeId, Finding, Slate
from companion.store import exchanges
from tui.cases import CaseRow, case_row
from tui.contesting import Case
from tui.depth import depth
from tui.remembered import Bookmark
from tui.views import FindingRow, Spot

BY_ID = frozenset({"finding", "slate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A bookmark and what it is called; empty where the record holds it no more."""

    bookmark: Bookmark
    title: str


def bookmark_of(db: Any, page: str, thing: object) -> Bookmark | None:
    """A bookmark on a thing that is marked on a page; None where nothing can be opened again."""
    if isinstance(thing, str):
        return Bookmark(page=page, id=thing) if page in BY_ID else None
    if isinstance(thing, Spot):
        return Bookmark(page="exchange", id=thing.exchange, locator=thing.locator)
    match thing:
        case Finding() | FindingRow():
            found = Bookmark(page="finding", id=thing.id)
        case Case():
            found = Bookmark(page="finding", id=thing.finding.id)
        case Slate():
            found = Bookmark(page="slate", id=thing.id)
        case CaseRow():
            found = Bookmark(page="case", id=thing.contest.id)
        case _:
            place = depth(thing, db).spot
            return bookmark_of(db, page, place) if place is not None else None
    return found


def subject_of(bookmark: Bookmark) -> Any:
    """What its page is opened on."""
    if bookmark.page == "exchange":
        return Spot(exchange=ExchangeId(bookmark.id), locator=bookmark.locator)
    return bookmark.id


def titled(db: Any, bookmarks: tuple[Bookmark, ...]) -> tuple[Kept, ...]:
    """The bookmarks with what they are called now."""
    return tuple(Kept(bookmark=it, title=_title(db, it)) for it in bookmarks)


def _title(db: Any, one: Bookmark) -> str:
    if one.page == "case":
        row = case_row(db, one.id)
        return depth(row, db).sentence
    if one.page == "exchange":
        found = exchanges.get(db, ExchangeId(one.id), with_bodies=False)
        return f"{depth(found, db).sentence}  {one.locator}" if found else ""
    return depth(one.id, db).sentence
