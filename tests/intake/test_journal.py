"""The journal, taken into a store: once each, whatever happens in between."""

import time

import pytest

from companion import pipeline
from companion.capture.journal import Writer
from companion.intake.journal import Intake, drain
from companion.settings import data_folder
from companion.store import exchanges, progress
from companion.store.open import open_store


@pytest.fixture
def path(tmp_path):
    open_store(tmp_path / "companion.db").close()
    return tmp_path / "companion.db"


def a_record(number: int) -> dict:
    started = time.time()
    return {
        "kind": "exchange", "t": started, "id": f"f{number}", "method": "GET",
        "url": f"https://news.example/{number}", "started": started + number, "status": 200,
        "request": {"headers": [], "body": b"", "length": 0},
        "response": {"headers": [[b"content-type", b"text/html"]], "body": b"<p>x", "length": 4},
        "server": "", "cname": "", "error": "", "notes": [],
    }  # fmt: skip


@pytest.fixture
def writer(path):
    made = Writer(data_folder(path) / "journal")
    yield made
    made.close()


def test_what_was_written_is_taken_once(path, writer):
    for number in range(3):
        writer.write(a_record(number))
    with open_store(path) as db:
        assert drain(pipeline.start(db, path), path) == 3
        assert drain(pipeline.start(db, path), path) == 0
        assert exchanges.count(db) == 3


def test_an_intake_carries_on_where_another_was_ended(path, writer):
    writer.write(a_record(0))
    with open_store(path) as db:
        Intake(pipeline.start(db, path), path).step()
        writer.write(a_record(1))
        (taken,) = Intake(pipeline.start(db, path), path).step()
        assert taken.url.endswith("/1")


def test_nothing_to_take_is_none(path, writer):
    with open_store(path) as db:
        assert Intake(pipeline.start(db, path), path).step() is None


def test_a_journal_that_is_taken_is_deleted_with_its_keys(path):
    made = Writer(data_folder(path) / "journal")
    made.write(a_record(0))
    made.close()
    with open_store(path) as db:
        drain(pipeline.start(db, path), path)
    assert list((data_folder(path) / "journal").iterdir()) == []


def test_what_happened_beside_the_exchanges_is_counted(path, writer):
    writer.note("started")
    writer.note("excluded", hosts=7)
    writer.note("excluded", hosts=1)
    writer.note("challenge", host="wall.example", why="x", status=403)
    writer.note("uninspected", host="pin.example", why="pinned")
    writer.note("refused", host="10.0.0.1", port=80)
    writer.note("failed", hook="response", count=1, error="ValueError")
    writer.note("cut", count=1)
    writer.note("settings", error="not valid TOML")
    writer.note("something new")
    with open_store(path) as db:
        drain(pipeline.start(db, path), path)
        counted = progress.counters(db)
        assert progress.fact(db, "excluded") == "7"
        assert counted["challenge wall.example"] == 1
        assert counted["failed"] == 1
        said = " ".join(what for _, what in progress.gaps(db))
    assert "failed in response (ValueError)" in said
    assert "did not fit on the disk" in said
    assert "settings could not be read" in said


def test_damage_is_a_gap_and_the_rest_is_taken(path):
    made = Writer(data_folder(path) / "journal")
    made.write(a_record(0))
    made.close()
    (segment,) = (data_folder(path) / "journal").glob("*.seg")
    with segment.open("ab") as file:
        file.write(b"\x07\x00\x00\x00half")
    with open_store(path) as db:
        assert drain(pipeline.start(db, path), path) == 1
        assert "can't be read" in progress.gaps(db)[0][1]
