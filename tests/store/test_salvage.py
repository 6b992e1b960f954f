"""A damaged table is read around its damage."""

import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest

from companion.store.salvage import Damaged, Table

PAGE = 4096
MANY = 4_000


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("create table numbered (number integer primary key, word text)")
        db.execute("create table named (word text primary key, more text) without rowid")
        words = [(f"{number:06}", "x" * 9) for number in range(MANY)]
        db.executemany("insert into numbered (word) values (?)", [word[:1] for word in words])
        db.executemany("insert into named values (?, ?)", words)
        db.commit()
    return path


def torn(path, table, which):
    """Overwrite some of the leaf pages of a table; what can be read of it then."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute(
            "select pageno from dbstat where name = ? and pagetype = 'leaf' order by path", [table]
        ).fetchall()
    data = bytearray(path.read_bytes())
    for (page,) in rows[which]:
        data[(page - 1) * PAGE : page * PAGE] = b"\1" * PAGE
    path.write_bytes(data)
    with closing(Damaged(lambda: sqlite3.connect(path))) as db:
        table = Table(db, table, ["word"])
        found = [word for (word,) in table.rows()]
    assert len(set(found)) == len(found)
    return table, [int(word) for word in found]


@pytest.mark.parametrize("name", ["numbered", "named"])
def test_a_whole_table_is_read_in_its_order(path, name):
    table, found = torn(path, name, slice(0, 0))
    assert found == list(range(MANY))
    assert not table.torn


@pytest.mark.parametrize("which", [slice(1, 2), slice(3, 7), slice(0, 1)], ids=str)
def test_reading_goes_on_right_behind_the_damage(path, which):
    table, found = torn(path, "numbered", which)
    assert table.torn
    assert found[-1] == MANY - 1
    gaps = [b - a for a, b in pairwise(found) if b - a > 1]
    assert len(gaps) == (which.start > 0)
    assert len(found) > MANY / 3


def test_good_rows_between_two_damages_are_read(path):
    table, found = torn(path, "numbered", slice(1, 6, 2))
    gaps = [b - a for a, b in pairwise(found) if b - a > 1]
    assert (table.torn, len(gaps)) == (True, 3)


def test_where_the_end_is_damaged_the_rest_is_read(path):
    table, found = torn(path, "numbered", slice(-1, None))
    assert table.torn
    assert found == list(range(len(found)))
    assert found


def test_a_table_without_numbers_is_read_from_both_ends(path):
    table, found = torn(path, "named", slice(4, 5))
    assert table.torn
    assert {0, MANY - 1} <= set(found)
    assert len(found) > MANY / 2
