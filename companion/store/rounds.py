"""The rounds of a store: exchanges that were made together, to be compared with each other."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from companion.model import Exchange
from companion.store.database import Database
from companion.store.exchange_rows import Content, from_row
from companion.store.rows import text_in

MISSING = "missing: "
"""How the note of a copy begins that got nothing to compare."""

ASKED = "asked as strangers"
"""The fact that names the sites, joined by spaces, which only the running recording asks again."""


class Copies(NamedTuple):
    """What was sent for comparison: strangers' requests, those in the person's name.

    `missing` counts, by why, those of either that got no answer which could be compared.
    """

    strangers: int
    mine: int
    missing: Mapping[str, int]


NO_COPIES = Copies(0, 0, {})


def each(
    db: Database, *, site: str | None = None, since: datetime | None = None
) -> Iterator[Exchange]:
    """The exchanges of all rounds, or of a site's, without bodies, a round after the other."""
    rows = db.query(
        "select * from exchanges where round <> '' and (:site is null or site = :site)"
        " and (:since is null or seen_at >= :since) order by round",
        {
            "site": None if site is None else text_in(site),
            "since": since and since.isoformat(timespec="microseconds"),
        },
    )
    return (from_row(row, Content()) for row in rows)


def copies(db: Database, site: str | None = None) -> Copies:
    """What was sent for comparison to a site, or to all."""
    rows = db.execute(
        "select round like '%/U2', notes from exchanges"
        " where round <> '' and round not like '%/U' and (:site is null or site = :site)",
        {"site": None if site is None else text_in(site)},
    ).fetchall()
    mine = sum(own for own, _ in rows)
    notes = (note for _, told in rows for note in json.loads(told))
    why = (note.removeprefix(MISSING) for note in notes if note.startswith(MISSING))
    return Copies(len(rows) - mine, mine, dict(Counter(why).most_common()))


def at(db: Database, place: str) -> Iterator[Exchange]:
    """The exchanges at a place of a round, KEY/ARM, without bodies."""
    rows = db.query("select * from exchanges where round = ? and round <> ''", [place])
    return (from_row(row, Content()) for row in rows)


def strangers(db: Database, site: str, place: str) -> int:
    """How many strangers got a list at a place of a site."""
    row = db.execute(
        "select count(distinct slates.visitor) from slates join exchanges"
        " on exchanges.id = slates.exchange where slates.site = ? and place = ?"
        " and role = 'control' and exchanges.round not like '%/U%'",
        [text_in(site), text_in(place)],
    ).fetchone()
    return int(row[0])


def newest(db: Database, url: str, site: str | None) -> Exchange | None:
    """The person's newest own request for an address that was answered, without bodies."""
    rows = db.query(
        "select * from exchanges where site = ? and url = ? and role = 'self' and method = 'GET'"
        " and status = 200 order by number desc limit 1",
        [text_in(site or ""), text_in(url)],
    )
    return next((from_row(row, Content()) for row in rows), None)


def latest(db: Database, many: int) -> list[Exchange]:
    """The copies that were sent last, newest first, without bodies."""
    rows = db.query(
        "select * from exchanges where round <> '' and origin = 'twin'"
        " order by number desc limit ?",
        [many],
    )
    return [from_row(row, Content()) for row in rows]
