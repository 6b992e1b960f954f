"""Keys by which a thing is known again on another site: tokens of identifiers, ids of items.

A table of keys stands in the order key, site, so that each site of a key is found in one step,
however often the key was met there.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from companion.store.database import Database
from companion.store.rows import text_in, text_out

_SITES = """
    with recursive found (site) as (
        select min(site) from {table} where {key} = :key
        union all
        select (select min(site) from {table} where {key} = :key and site > found.site)
        from found where found.site is not null
    )
    select site from found where site <> ''
"""


class Keys(NamedTuple):
    """A table of keys: the key, the site (empty where it is unknown), where it was met."""

    table: str
    columns: tuple[str, ...]

    def sites(self, db: Database, keys: Iterable[str]) -> set[str]:
        """The sites on which one of the keys was met."""
        sql = _SITES.format(table=self.table, key=self.columns[0])
        return {
            text_out(site)
            for key in set(keys)
            for (site,) in db.execute(sql, {"key": text_in(key)})
        }

    def add(self, db: Database, rows: Sequence[tuple[str | int, ...]]) -> None:
        """Note where keys were met."""
        marks = ", ".join("?" * len(self.columns))
        db.conn.executemany(f"insert or ignore into {self.table} values ({marks})", rows)

    def drop(self, db: Database, rows: Sequence[tuple[str | int, ...]]) -> None:
        """Take that back."""
        same = " and ".join(f"{column} = ?" for column in self.columns)
        db.conn.executemany(f"delete from {self.table} where {same}", rows)
