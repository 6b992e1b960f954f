"""One table of one noun: put, get, page by key, walk, count."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from companion.store.database import Database
from companion.store.rows import Row, from_row, text_in, time_in, to_row


@dataclass(frozen=True, slots=True)
class Table[T]:
    """A noun's table; `since` names its time column, `texts` the columns a search looks into."""

    name: str
    noun: type[T]
    since: str = "seen_at"
    texts: tuple[str, ...] = ()

    def put(self, db: Database, items: Iterable[T]) -> None:
        """Insert, or replace what has the same id and keep its place."""
        self.put_rows(db, [to_row(item) for item in items])

    def put_rows(self, db: Database, rows: Sequence[Row]) -> None:
        """As `put`, for rows that are made already."""
        if not rows:
            return
        names = list(rows[0])
        columns = ", ".join(f"[{name}]" for name in names)
        marks = ", ".join(f":{name}" for name in names)
        updates = ", ".join(f"[{name}] = excluded.[{name}]" for name in names if name != "id")
        with db.atomic():
            db.conn.executemany(
                f"insert into {self.name} ({columns}) values ({marks})"
                f" on conflict (id) do update set {updates}",
                rows,
            )

    def replace(self, db: Database, items: Iterable[T], **which: Any) -> None:
        """Make these all that fit: what is gone is deleted, the others keep their places."""
        rows = [to_row(item) for item in items]
        where, values = self.where(which)
        kept = json.dumps([row["id"] for row in rows])
        where.append("id not in (select value from json_each(:kept))")
        with db.atomic():
            db.execute(
                f"delete from {self.name} where {' and '.join(where)}",
                values | {"kept": kept},
            )
            self.put_rows(db, rows)

    def get(self, db: Database, key: str) -> T | None:
        """The one with an id; None when there is none."""
        row = next(iter(db.query(f"select * from {self.name} where id = ?", [key])), None)
        return from_row(self.noun, row) if row else None

    def page(
        self, db: Database, *, before: int | None = None, limit: int = 50, **filters: Any
    ) -> list[tuple[int, T]]:
        """The newest `limit` (before a number), newest first, each with its number."""
        rows = self.page_rows(db, before, limit, filters)
        return [(row["number"], from_row(self.noun, row)) for row in rows]

    def page_rows(
        self, db: Database, before: int | None, limit: int, filters: dict[str, Any]
    ) -> Iterator[Row]:
        """As `page`, but rows as they stand."""
        where, values = self.where(filters)
        if before is not None:
            where.append("number < :before")
        sql = f"{self._select(where)} order by number desc limit :limit"
        return db.query(sql, values | {"before": before, "limit": limit})

    def each(self, db: Database, **filters: Any) -> Iterator[T]:
        """All that fit, oldest first."""
        where, values = self.where(filters)
        for row in db.query(f"{self._select(where)} order by number", values):
            yield from_row(self.noun, row)

    def count(self, db: Database, **filters: Any) -> int:
        """How many fit."""
        where, values = self.where(filters)
        clause = f" where {' and '.join(where)}" if where else ""
        sql = f"select count(*) as n from {self.name}{clause}"
        return int(next(iter(db.query(sql, values)))["n"])

    def where(self, filters: dict[str, Any]) -> tuple[list[str], dict[str, Any]]:
        """Conditions and values: `since` a time, `text` a search, else equality with a column."""
        given = {name: value for name, value in filters.items() if value is not None}
        where = [self._condition(name) for name in given]
        return where, {name: _value(name, value) for name, value in given.items()}

    def _condition(self, name: str) -> str:
        if name == "since":
            return f"{self.since} >= :since"
        if name == "text":
            return (
                "(" + " or ".join(f"{column} like :text escape '!'" for column in self.texts) + ")"
            )
        return f"{name} = :{name}"

    def _select(self, where: Sequence[str]) -> str:
        clause = f" where {' and '.join(where)}" if where else ""
        return f"select * from {self.name}{clause}"


def _value(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return time_in(value)
    if name == "text":
        for special in "!%_":
            value = value.replace(special, f"!{special}")
        return f"%{text_in(value)}%"
    return text_in(str(value)) if isinstance(value, str) else value
