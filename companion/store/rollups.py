"""Counts of visitors and sites, kept in the transaction of what they count."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from companion.model import Exchange, Origin, Role
from companion.store import moments
from companion.store.database import Database
from companion.store.rows import text_in, text_out, time_in


class SiteRow(NamedTuple):
    """What is recorded of a site, by the person's own exchanges."""

    site: str
    exchanges: int
    parties: int
    first_seen: datetime
    last_seen: datetime


class VisitorRow(NamedTuple):
    """What is recorded of a visitor in one way."""

    visitor: str
    role: Role
    origin: Origin
    exchanges: int
    first_seen: datetime
    last_seen: datetime


def count(db: Database, exchanges: Iterable[Exchange], known: set[str]) -> None:
    """Count exchanges that are kept just now; those known before only tell the site's context."""
    for exchange in exchanges:
        new = exchange.id not in known
        known.add(exchange.id)
        if new:
            _count_visitor(db, exchange)
        if exchange.site is not None and exchange.visitor.role is Role.SELF:
            _count_site(db, exchange, new)


def recount(db: Database) -> None:
    """Count all anew, after exchanges were deleted."""
    for table in ("visitors", "parties", "sites"):
        db.execute(f"delete from {table}")
    db.execute(
        "insert into visitors select visitor, role, origin, count(*), min(seen_at), max(seen_at)"
        " from exchanges group by visitor, role, origin"
    )
    db.execute(
        "insert into parties select distinct site, party from exchanges"
        " where site is not null and role = 'self'"
    )
    db.execute(
        "insert into sites select site, count(*), count(distinct party), min(seen_at),"
        " max(seen_at), (select context from exchanges as one where one.site = exchanges.site"
        " and one.role = 'self' order by number desc limit 1)"
        " from exchanges where site is not null and role = 'self' group by site"
    )


def sites(db: Database, *, site: str | None = None) -> list[SiteRow]:
    """What is recorded of each site, the most visited first."""
    rows = db.execute(
        "select site, exchanges, parties, first_seen, last_seen from sites"
        " where :site is null or site = :site order by exchanges desc, site",
        {"site": None if site is None else text_in(site)},
    )
    return [
        SiteRow(text_out(name), many, parties, _time(first), _time(last))
        for name, many, parties, first, last in rows
    ]


def contexts(db: Database) -> dict[str, str]:
    """The part of life of each of the person's sites, where it is known."""
    rows = db.execute("select site, context from sites where context is not null order by site")
    return {text_out(site): text_out(context) for site, context in rows}


def visitors(db: Database) -> list[VisitorRow]:
    """What is recorded of every visitor in each way, the person first."""
    rows = db.execute("select * from visitors order by role desc, visitor, origin")
    return [
        VisitorRow(text_out(name), Role(role), Origin(origin), many, _time(first), _time(last))
        for name, role, origin, many, first, last in rows
    ]


def _count_visitor(db: Database, exchange: Exchange) -> None:
    db.execute(
        "insert into visitors values (:visitor, :role, :origin, 1, :at, :at)"
        " on conflict do update set exchanges = exchanges + 1,"
        " first_seen = min(first_seen, :at), last_seen = max(last_seen, :at)",
        {
            "visitor": text_in(exchange.visitor.name),
            "role": exchange.visitor.role.value,
            "origin": exchange.origin.value,
            "at": time_in(exchange.seen_at),
        },
    )


def _count_site(db: Database, exchange: Exchange, new: bool) -> None:
    site, party = text_in(exchange.site or ""), text_in(exchange.party)
    added = db.execute("insert or ignore into parties values (?, ?)", [site, party]).rowcount
    context = _lasting(db, exchange)
    db.execute(
        "insert into sites values (:site, 1, 1, :at, :at, :context)"
        " on conflict (site) do update set"
        " exchanges = exchanges + :new, parties = parties + :added,"
        " first_seen = min(first_seen, :at), last_seen = max(last_seen, :at), context = :context",
        {
            "site": site,
            "new": int(new),
            "added": added,
            "at": time_in(exchange.seen_at),
            "context": None if context is None else text_in(context),
        },
    )


def _lasting(db: Database, exchange: Exchange) -> str | None:
    """The part of life of an exchange's site, but for what holds for a time only."""
    context, site = exchange.context, exchange.site or ""
    if context is None or moments.covering(db, site, exchange.seen_at) != context:
        return context
    row = db.execute("select context from sites where site = ?", [text_in(site)]).fetchone()
    return text_out(row[0]) if row and row[0] is not None else None


def _time(stored: str) -> datetime:
    return datetime.fromisoformat(stored)
