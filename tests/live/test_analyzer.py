"""The analyzer takes the journal in, judges and ends in order."""

import multiprocessing
import os
import threading

import pytest

from companion import pipeline
from companion.capture.journal import Writer
from companion.intake.journal import alone
from companion.live.analyzer import Follower, follow
from companion.settings import Settings, data_folder, save
from companion.store import exchanges, unjudged
from companion.store.open import open_store
from tests.intake.test_journal import a_record


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "companion.db"
    open_store(path).close()
    return path


@pytest.fixture
def writer(path):
    made = Writer(data_folder(path) / "journal")
    yield made
    made.close()


@pytest.fixture
def db(path):
    with open_store(path) as store:
        yield store


def _followed(path):
    """The status of an analyzer in a process of its own, whose parent is gone."""
    process = multiprocessing.get_context("spawn").Process(target=follow, args=(path, -1))
    process.start()
    process.join(60)
    return process.exitcode


def test_one_alone_takes_the_journal_in_a_process_of_its_own(db, path, writer):
    writer.write(a_record(0))
    assert _followed(path) == 0
    assert exchanges.count(db) == 1


def test_one_beside_another_takes_nothing_from_it(db, path, writer):
    writer.write(a_record(0))
    with alone(path):
        assert _followed(path) == 0
    assert exchanges.count(db) == 0


def _follower(db, path):
    return Follower(pipeline.start(db, path), path)


def test_one_that_is_told_to_end_takes_the_rest_first(db, path, writer):
    for number in range(250):
        writer.write(a_record(number))
    ended = threading.Event()
    ended.set()
    _follower(db, path).run(ended, parent=0)
    assert exchanges.count(db) == 250
    assert unjudged.sites(db) == {}


@pytest.mark.parametrize(("keep", "left"), [("nothing", 0), ("all", 1)])
def test_at_its_end_no_body_is_left_that_is_not_to_be_kept(db, path, writer, keep, left):
    save(data_folder(path) / "settings.toml", Settings(keep=keep))
    writer.write(a_record(0))
    ended = threading.Event()
    ended.set()
    _follower(db, path).run(ended, os.getppid())
    assert sum(it.response.body is not None for it in exchanges.each(db)) == left


def test_one_that_is_left_alone_does_the_same(db, path, writer):
    writer.write(a_record(0))
    _follower(db, path).run(threading.Event(), parent=-1)
    assert exchanges.count(db) == 1


def test_it_lets_the_proxy_go_first_and_catches_up(db, path, writer):
    follower = _follower(db, path)
    for number in range(300):
        writer.write(a_record(number))
    rests = []
    while follower.turn():
        rests.append(follower.rest())
    assert rests[0] > 0  # 300 records came at once
    assert exchanges.count(db) == 300
    assert follower.rest() > 0  # idle
