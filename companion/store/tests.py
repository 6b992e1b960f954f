"""Comparisons that were run or wanted."""

from collections.abc import Iterable, Sequence

from companion.model import Test
from companion.store.database import Database
from companion.store.table import Table

_TABLE = Table("tests", Test, texts=("why",))
put, get, page, each, count = _TABLE.put, _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count


def replace(db: Database, sites: Sequence[str], looked: Iterable[Test]) -> None:
    """Make these the tests of the sites; what is gone is deleted, the others stay put."""
    held = list(looked)
    for site in sites:
        _TABLE.replace(db, (one for one in held if one.site == site), site=site)
