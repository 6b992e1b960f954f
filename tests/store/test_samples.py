"""Stores as earlier versions left them are brought up to date with all that they hold.

`samples/mNNN.sql` is what such a store held after step NNN, as SQLite writes it out (`iterdump`);
a sample is never edited. When a version is released, one is added for its last step.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from companion.chain.link import holds
from companion.errors import StoreUnavailable
from companion.store import acts, contests, exchanges, findings, links, marks, signals, slates
from companion.store.migrations import migrations
from companion.store.open import open_store
from tests.builders import NOON

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.sql"))
NAMES = [it.stem for it in SAMPLES]


@pytest.fixture(params=SAMPLES, ids=NAMES)
def sample(request, tmp_path):
    path = tmp_path / "companion.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(request.param.read_text("utf-8"))
    return path


def test_all_that_it_held_is_there(sample):
    with open_store(sample) as db:
        (one,) = exchanges.each(db)
        assert one.response.body == b"<title>Front page</title>"
        assert [it.body for it in one.sockets] == [b"\x80"]
        assert exchanges.window(db, "self") == (NOON, NOON)
        assert marks.all_marks(db) == {"news.example": "research"}
        (case,) = contests.each(db)
        assert (case.state, case.events) == ("sent", ((NOON, "sent", "by mail"),))
        assert [signals.count(db), slates.count(db), acts.count(db), findings.count(db)] == [1] * 4
        assert signals.sites_sharing(db, ["tok"]) == {"news.example"}
        assert all(holds(one, it) for it in links.each(db))
        assert links.unlinked(db)[1] == ""
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)


def test_it_has_the_shape_of_a_new_one(sample, tmp_path):
    with open_store(tmp_path / "new.db") as new, open_store(sample) as old:
        assert _shape(old) == _shape(new)


def _shape(db):
    """Columns of every table and all indexes, whatever the order in which they came about."""
    columns = {
        name: {(it.name, it.type, it.notnull, it.is_pk) for it in db[name].columns}
        for name in db.table_names()
    }
    indexes = db.execute("select name, tbl_name from sqlite_master where type = 'index'")
    return columns, set(indexes.fetchall())


def test_a_reader_says_what_brings_it_up_to_date(sample):
    with pytest.raises(StoreUnavailable, match="companion analyze once"):
        open_store(sample, readonly=True)


def test_where_a_step_fails_it_is_as_it_was(sample, monkeypatch):
    before = _dump(sample)

    def fails(_db):
        raise sqlite3.OperationalError("disk I/O error")

    last = migrations._migrations[-1]
    monkeypatch.setattr(
        migrations, "_migrations", [*migrations._migrations[:-1], _but(last, fails)]
    )
    with pytest.raises(StoreUnavailable):
        open_store(sample)
    assert _dump(sample) == before


def _but(step, fn):
    return type(step)(name=step.name, fn=fn)


def _dump(path):
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


@pytest.mark.parametrize("name", NAMES[-1:])
def test_an_older_program_leaves_a_newer_store_as_it_is(tmp_path, monkeypatch, name):
    path = tmp_path / "companion.db"
    open_store(path).close()
    copy = shutil.copy(path, tmp_path / "copy.db")
    monkeypatch.setattr(
        migrations, "_migrations", [it for it in migrations._migrations if it.name[:4] < name]
    )
    with pytest.raises(StoreUnavailable, match=r"written by a newer Companion .*update this one"):
        open_store(path)
    assert _dump(path) == _dump(copy)
