"""What lists the pages of a site had, as digests: by it those that repeat and change are told."""

from collections.abc import Iterator, Sequence

from companion.model import ExchangeId, Repeating, Sighting
from companion.store.database import Database
from companion.store.rows import text_in


def add(db: Database, site: str, sightings: Sequence[Sighting]) -> None:
    """Keep what was met on a page of a site."""
    rows = [(text_in(site), it.by, it.key, it.titles, it.subject, it.exchange) for it in sightings]
    with db.atomic():
        db.conn.executemany("insert or ignore into sightings values (?, ?, ?, ?, ?, ?)", rows)


def of(db: Database, site: str) -> Iterator[Sighting]:
    """All that was met on a site; the order says nothing."""
    rows = db.execute(
        "select known_by, key, titles, subject, exchange from sightings where site = ?",
        [text_in(site)],
    )
    for by, key, titles, subject, exchange in rows:
        yield Sighting(
            by=Repeating(by),
            key=key,
            titles=titles,
            subject=subject,
            exchange=ExchangeId(exchange),
        )
