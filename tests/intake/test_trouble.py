"""A full disk, a store in use, a clock that jumps: nothing that was recorded is lost by it."""

import os
import pwd
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from companion import pipeline
from companion.capture.journal import Writer
from companion.errors import StoreUnavailable
from companion.intake.journal import drain
from companion.settings import data_folder
from companion.store import exchanges, progress
from companion.store.open import open_store
from tests.builders import an_exchange
from tests.intake.test_journal import a_record

NOISE = b"".join(bytes([n % 251, n % 241]) for n in range(40_000))


@pytest.fixture
def path(tmp_path):
    open_store(tmp_path / "companion.db").close()
    return tmp_path / "companion.db"


def write(path, *records):
    """A run of a recorder, begun and ended."""
    writer = Writer(data_folder(path) / "journal")
    for record in records:
        writer.write(record)
    writer.close()


def taken(path):
    with open_store(path) as db:
        drain(pipeline.start(db, path), path)
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        return [it.url for it in exchanges.each(db)]


def large(number):
    record = a_record(number)
    record["response"] |= {"body": NOISE[number:], "length": len(NOISE) - number}
    return record


def test_a_full_disk_is_one_line_and_what_did_not_fit_is_taken_later(path):
    write(path, *(large(number) for number in range(5)))
    with (  # noqa: PT012 - the store is told of it when it is left
        pytest.raises(StoreUnavailable, match="full"),
        open_store(path) as db,
    ):
        (pages,) = db.execute("pragma page_count").fetchone()
        db.execute(f"pragma max_page_count = {pages + 5}")
        drain(pipeline.start(db, path), path)
    assert taken(path) == [f"https://news.example/{number}" for number in range(5)]


def test_a_store_in_use_is_one_line_and_its_journal_is_taken_later(path):
    write(path, a_record(0))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with (  # noqa: PT012 - the store is told of it when it is left
            pytest.raises(StoreUnavailable, match="being written by another program"),
            open_store(path) as db,
        ):
            db.execute("pragma busy_timeout = 1")
            drain(pipeline.start(db, path), path)
    assert taken(path) == ["https://news.example/0"]


def test_a_clock_that_jumps_back_costs_nothing_and_doubles_nothing(path):
    later, earlier = a_record(7_200), a_record(1)
    write(path, later)
    assert len(taken(path)) == 1
    write(path, earlier | {"t": earlier["t"] - 9_000, "started": earlier["started"] - 9_000})
    assert len(taken(path)) == 2
    assert taken(path) == ["https://news.example/7200", "https://news.example/1"]
    with open_store(path) as db:
        first, last = exchanges.window(db)
        assert (last - first).total_seconds() > 9_000


def test_a_run_that_seems_older_than_one_that_was_taken_is_taken_too(path, monkeypatch):
    write(path, a_record(0))
    taken(path)
    monkeypatch.setattr("companion.capture.segments.time.time_ns", lambda: 1)
    write(path, a_record(1))
    assert len(taken(path)) == 2


def test_what_is_broken_at_the_end_of_the_journal_is_a_gap_and_no_more(path):
    write(path, a_record(0), a_record(1))
    (segment,) = (data_folder(path) / "journal").glob("*.seg")
    segment.write_bytes(segment.read_bytes()[:-5])
    assert taken(path) == ["https://news.example/0"]
    with open_store(path) as db:
        assert len(progress.gaps(db)) == 1


@pytest.fixture
def shut():
    """A folder that can be read but not written to, with a store in it that others may read."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with open_store(folder / "companion.db") as db:
            exchanges.keep(db, [an_exchange()])
        (folder / "companion.db").chmod(0o644)
        folder.chmod(0o555)
        before = os.geteuid()
        os.seteuid(pwd.getpwnam("nobody").pw_uid if before == 0 else before)
        yield folder
        os.seteuid(before)
        folder.chmod(0o755)


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize("name", ["companion.db", "new.db"])
def test_a_folder_that_can_not_be_written_to_is_one_line(shut, name, readonly):
    with pytest.raises(StoreUnavailable) as said:
        open_store(shut / name, readonly=readonly)
    assert "\n" not in str(said.value)
    assert str(shut / name) in str(said.value)


def test_a_journal_in_such_a_folder_is_refused_at_once(shut):
    with pytest.raises(OSError, match="denied"):
        Writer(shut / "journal")
