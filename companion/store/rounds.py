"""The rounds of a store: exchanges that were made together, to be compared with each other."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from companion.model import Exchange
from companion.store.database import Database
from companion.store.exchange_rows import Content, from_row
from companion.store.rows import text_in


class Copies(NamedTuple):
    """What was sent for comparison: strangers' requests, those in the person's name.

    `missing` counts those of either that got no answer which could be compared.
    """

    strangers: int
    mine: int
    missing: int


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
    """How many copies were sent to a site, or to all."""
    row = db.execute(
        "select count(*) filter (where round like '%/C%'),"
        " count(*) filter (where round like '%/U2'),"
        " count(*) filter (where status <> 200) from exchanges"
        " where round <> '' and round not like '%/U' and (:site is null or site = :site)",
        {"site": None if site is None else text_in(site)},
    ).fetchone()
    return Copies(*row)
