"""Lists of one document that are made alike: the roles of their columns are told once.

A page of shelves holds the same list many times with other items. What its columns are for is told
of the first one; of the others it is checked that they have the very same columns. Whether each is
a list, and which of its items are paid for, is asked of every one by itself.
"""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from companion.extract.slates.roles import Roles, roles, sponsored
from companion.extract.slates.table import Column, Table
from companion.extract.slates.titles import Reading

_ENOUGH = 4  # rows by which the roles of others are told

type _Shape = tuple[Hashable, ...]


class Alike:
    """The roles told in one document, by where a list stands and which columns it has."""

    def __init__(self) -> None:
        self._told: dict[_Shape, Roles] = {}

    def roles(self, place: Hashable, table: Table, reading: Reading) -> Roles:
        """The roles of a table's columns; `place` is equal for lists that stand alike."""
        by_keys = {tuple(column.step.keys()): column for column in table.columns}
        shape = (place, reading, *by_keys)
        told = self._told.get(shape)
        if told is not None:
            return _of(told, by_keys)
        found = roles(table, reading)
        if table.items >= _ENOUGH:
            self._told[shape] = found
        return found


def _of(told: Roles, columns: dict[tuple[str | int, ...], Column]) -> Roles:
    """The roles of one table given to the columns of another that stand at the same places."""

    def one(column: Column | None) -> Column | None:
        return columns[tuple(column.step.keys())] if column else None

    def each(several: Sequence[Column]) -> list[Column]:
        return [columns[tuple(column.step.keys())] for column in several]

    return replace(
        told,
        titles=each(told.titles),
        links=each(told.links),
        ids=each(told.ids),
        images=each(told.images),
        prices=each(told.prices),
        currency=one(told.currency),
        reason=one(told.reason),
        date=one(told.date),
        topic=one(told.topic),
        sponsored=sponsored(columns.values()),
    )
