"""Writers wait for each other; trouble with the file is told, our own mistakes are not hidden."""

import sqlite3
from pathlib import Path

import pytest

from companion.errors import StoreUnavailable
from companion.store import marks
from companion.store.open import open_store, told


def _error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("it says so")
    error.sqlite_errorcode = code
    return error


def _fail_after(db, site):
    with db.atomic():
        marks.put(db, site, "home")
        raise KeyError


def test_all_is_undone_by_an_error(db):
    with pytest.raises(KeyError):
        _fail_after(db, "a.example")
    assert marks.all_marks(db) == {}


def test_a_part_is_undone_by_itself(db):
    with db.atomic():
        marks.put(db, "a.example", "work")
        with pytest.raises(KeyError):
            _fail_after(db, "b.example")
    assert marks.all_marks(db) == {"a.example": "work"}


def test_two_who_read_before_they_write_wait_for_each_other(path):
    with open_store(path) as first, open_store(path) as second:
        second.execute("pragma busy_timeout = 0")
        with first.atomic():
            marks.all_marks(first)
            with pytest.raises(sqlite3.OperationalError, match="locked"), second.atomic():
                marks.all_marks(second)
            marks.put(first, "a.example", "work")
        with second.atomic():
            marks.put(second, "b.example", "home")
        assert marks.all_marks(first) == {"a.example": "work", "b.example": "home"}


def _write_at_once(path):
    with open_store(path) as db:
        db.execute("pragma busy_timeout = 0")
        marks.put(db, "b.example", "home")


def test_a_store_in_use_says_so_in_one_line(path):
    with open_store(path) as first, first.atomic():
        with pytest.raises(StoreUnavailable, match="written by another program") as said:
            _write_at_once(path)
        assert "\n" not in str(said.value)


def test_damage_met_while_reading_is_one_line(path):
    with open_store(path) as db:
        for number in range(2000):
            marks.put(db, f"{number}.example", "work" * 20)
        db.execute("pragma wal_checkpoint(truncate)")
    raw = bytearray(path.read_bytes())
    raw[4096 * 20 :] = b"\x5a" * (len(raw) - 4096 * 20)
    path.write_bytes(raw)
    with pytest.raises(StoreUnavailable, match="can't be used as a store"), open_store(path) as db:
        marks.all_marks(db)


def test_a_mistake_of_ours_stays_an_error(path):
    with pytest.raises(sqlite3.OperationalError), open_store(path) as db:
        db.execute("select nonsense")


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_READ])
def test_who_holds_a_store_open_is_told_too(code):
    with pytest.raises(StoreUnavailable, match="it says so"), told(Path("x.db")):
        raise _error(code)


def test_who_holds_a_store_open_meets_mistakes_of_ours():
    with pytest.raises(sqlite3.OperationalError), told(Path("x.db")):
        raise _error(sqlite3.SQLITE_ERROR)
