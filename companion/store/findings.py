"""What may be said."""

from collections.abc import Iterable, Sequence

from companion.model import Finding
from companion.store.open import Database
from companion.store.table import Table

_TABLE = Table("findings", Finding, since="last_seen", texts=("title", "why", "party"))
put, get, page, each, count = _TABLE.put, _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count


def replace(db: Database, sites: Sequence[str], found: Iterable[Finding]) -> None:
    """Make these the findings of the sites; what is gone is deleted, the others stay put."""
    held = list(found)
    kept = {finding.id for finding in held}
    for site in sites:
        gone = [(one.id,) for one in each(db, site=site) if one.id not in kept]
        db.conn.executemany("delete from findings where id = ?", gone)
    put(db, held)
