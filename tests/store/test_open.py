"""Opening a store: owner-only from the first byte, and one clear line where it can't be used."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from companion.errors import StoreUnavailable
from companion.settings import data_folder
from companion.store.migrations import migrations
from companion.store.open import open_store


def test_it_is_readable_by_its_owner_alone_whatever_the_umask(path):
    before = os.umask(0)
    try:
        open_store(path).close()
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert data_folder(path).stat().st_mode & 0o777 == 0o700


def test_opening_again_changes_nothing(path):
    with open_store(path) as db:
        first = db.schema
    with open_store(path) as db:
        assert db.schema == first
        assert db.execute("pragma journal_mode").fetchone()[0] == "wal"
        assert db.execute("pragma secure_delete").fetchone()[0] == 1


def test_a_reader_can_not_write(path):
    open_store(path).close()
    with open_store(path, readonly=True) as db, pytest.raises(sqlite3.OperationalError):
        db.execute("delete from exchanges")


def test_what_is_written_beside_it_is_readable_by_its_owner_alone(path):
    with open_store(path) as db:
        db.execute("insert into marks values ('a', 'b')")
        beside = [path.with_name(path.name + ending) for ending in ("-wal", "-shm")]
        assert {file.stat().st_mode & 0o777 for file in beside} == {0o600}


def test_a_reader_does_not_bring_a_store_up_to_date(path):
    path.touch()
    with pytest.raises(StoreUnavailable, match="companion analyze"):
        open_store(path, readonly=True)


def test_the_database_of_another_program_is_left_alone(path):
    with sqlite3.connect(path) as other:
        other.execute("create table bookmarks (url)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_of_two_that_open_a_new_store_at_once_one_waits(path):
    with ThreadPoolExecutor() as pool:
        for store in pool.map(lambda _: open_store(path), range(4)):
            store.close()


def test_a_reader_needs_a_store_that_is_there(path):
    with pytest.raises(StoreUnavailable, match="can't be used as a store"):
        open_store(path, readonly=True)


def test_what_is_no_store_is_refused_in_one_line(path):
    path.write_bytes(b"no database at all, but long enough to be looked at" * 40)
    with pytest.raises(StoreUnavailable, match="can't be used as a store") as said:
        open_store(path)
    assert "\n" not in str(said.value)


def test_a_newer_store_is_refused_politely(path):
    with open_store(path) as db:
        db.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values (?, ?, ?)",
            [migrations.name, "m999_later", "2030-01-01"],
        )
    with pytest.raises(StoreUnavailable, match="newer Companion"):
        open_store(path)


def test_a_place_that_can_not_be_made_is_one_line(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match="can't be made"):
        open_store(tmp_path / "file" / "companion.db")
