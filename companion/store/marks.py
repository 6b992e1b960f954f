"""The person's own word on which part of life a site belongs to; it wins over all data."""

from companion.store import moments, rollups
from companion.store.database import Database
from companion.store.rows import text_in, text_out


def put(db: Database, site: str, context: str) -> None:
    """Say that a site belongs to a part of life."""
    db.execute("insert or replace into marks values (?, ?)", [text_in(site), text_in(context)])


def remove(db: Database, site: str) -> None:
    """Take it back."""
    db.execute("delete from marks where site = ?", [text_in(site)])


def of(db: Database, site: str | None) -> str | None:
    """The person's word on a site; None where there is none."""
    if site is None:
        return None
    row = db.execute("select context from marks where site = ?", [text_in(site)]).fetchone()
    return text_out(row[0]) if row else None


def all_marks(db: Database) -> dict[str, str]:
    """Every mark: site to part of life."""
    rows = db.execute("select site, context from marks order by site")
    return {text_out(site): text_out(context) for site, context in rows}


def contexts(db: Database) -> dict[str, list[str]]:
    """Every part of life that appears in the record, with its sites."""
    found: dict[str, list[str]] = {}
    for site, context in rollups.contexts(db).items():
        found.setdefault(context, []).append(site)
    for context, sites in moments.sites(db).items():
        held = found.setdefault(context, [])
        held += [site for site in sites if site not in held]
    return dict(sorted(found.items()))
