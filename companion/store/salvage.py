"""Reads the rows of a damaged table that can still be read, going around those that can't."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from companion.store.database import errors

type Row = tuple[object, ...]

_SOME = 100
_NEAR = 500
"""Numbers after a damage that are tried one by one: good rows between two damages are few."""
_FAR = 1 << 40


class Damaged:
    """A damaged store; opened anew after each error, as SQLCipher gives up on a connection."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._db = connect()

    def rows(self, sql: str, values: Sequence[object] = ()) -> tuple[list[Row], bool]:
        """What a query gives until it fails, and whether it did."""
        found: list[Row] = []
        try:
            found.extend(
                map(tuple, self._db.execute(sql, values))
            )  # what came until it fails stays
        except errors():
            self.close()
            self._db = self._connect()
            return found, True
        return found, False

    def close(self) -> None:
        """Close it."""
        self._db.close()


class _Batch(NamedTuple):
    """Rows read, the number of the last one, and whether damage ended them."""

    rows: list[Row]
    last: int
    damaged: bool


class Table:
    """A table of a damaged store; `torn` once something of it could not be read."""

    def __init__(self, old: Damaged, name: str, columns: Sequence[str]) -> None:
        self.torn = False
        self._old, self._name = old, name
        self._chosen = ", ".join(f"[{column}]" for column in columns)

    def rows(self) -> Iterator[Row]:
        """Its rows without what is damaged.

        A table with numbered rows is read on from the next number that can be read; any other from
        both its ends to the first damage.
        """
        key = _key(self._old, self._name)
        return self._by_key(key) if key else self._numbered()

    def _numbered(self) -> Iterator[Row]:
        after: int | None = -1
        while after is not None:
            batch = self._batch(after)
            yield from batch.rows
            after = batch.last
            if batch.damaged:
                self.torn = True
                after = self._beyond(after)
            elif len(batch.rows) < _SOME:
                return

    def _batch(self, after: int) -> _Batch:
        rows, damaged = self._old.rows(
            f"select {self._chosen}, rowid from {self._name} where rowid > ?"
            f" order by rowid limit {_SOME}",
            [after],
        )
        last = int(str(rows[-1][-1])) if rows else after
        return _Batch([row[:-1] for row in rows], last, damaged)

    def _beyond(self, after: int) -> int | None:
        """The number after which reading goes on; None where nothing more can be read."""
        for step in range(1, _NEAR):
            if self._reads(after + step):
                return after + step
        low, high = _NEAR, 2 * _NEAR
        while not self._reads(after + high):
            low, high = high, 2 * high
            if high > _FAR:
                return None
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self._reads(after + middle) else (middle, high)
        return after + high

    def _reads(self, after: int) -> bool:
        """Whether a row after a number can be read, or there is none."""
        batch = self._batch(after)
        return bool(batch.rows) or not batch.damaged

    def _by_key(self, key: Sequence[str]) -> Iterator[Row]:
        seen: dict[Row, None] = {}
        for way in ("asc", "desc"):
            order = ", ".join(f"[{name}] {way}" for name in key)
            rows, damaged = self._old.rows(
                f"select {self._chosen} from {self._name} order by {order}"
            )
            seen |= dict.fromkeys(rows)
            self.torn = self.torn or damaged
            if not damaged:
                break
        yield from seen


def _key(old: Damaged, table: str) -> list[str]:
    """The key of a table whose rows have no numbers; empty for one whose rows have."""
    columns, _ = old.rows(
        "select info.name from pragma_table_list as list, pragma_table_info(list.name) as info"
        " where list.name = ? and list.wr and info.pk order by info.pk",
        [table],
    )
    return [str(name) for (name,) in columns]
