"""The person's own word on which part of life a site belongs to; it wins over all data."""

from companion.store.open import Database


def put(db: Database, site: str, context: str) -> None:
    """Say that a site belongs to a part of life."""
    db.execute("insert or replace into marks values (?, ?)", [site, context])


def remove(db: Database, site: str) -> None:
    """Take it back."""
    db.execute("delete from marks where site = ?", [site])


def all_marks(db: Database) -> dict[str, str]:
    """Every mark: site to part of life."""
    return {row["site"]: row["context"] for row in db.query("select * from marks order by site")}


def contexts(db: Database) -> dict[str, list[str]]:
    """Every part of life that appears in the record, with its sites."""
    found: dict[str, list[str]] = {}
    rows = db.query(
        "select distinct context, site from exchanges where context is not null order by 1, 2"
    )
    for row in rows:
        found.setdefault(row["context"], []).append(row["site"])
    return found
