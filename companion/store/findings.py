"""What may be said."""

from collections.abc import Iterable, Sequence

from companion.model import Finding
from companion.store.database import Database
from companion.store.table import Table

_TABLE = Table("findings", Finding, since="last_seen", texts=("title", "why", "party"))
put, get, page, each, count = _TABLE.put, _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count


def replace(db: Database, sites: Sequence[str], found: Iterable[Finding]) -> None:
    """Make these the findings of the sites; what is gone is deleted, the others stay put."""
    held = list(found)
    for site in sites:
        _TABLE.replace(db, (one for one in held if one.site == site), site=site)
