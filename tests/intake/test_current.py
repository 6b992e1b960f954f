"""A store is brought up to date by whoever asks, or by the analyzer that runs."""

import threading

import pytest

from companion import pipeline
from companion.capture.journal import Writer
from companion.intake.current import bring_up_to_date
from companion.intake.journal import Intake, alone
from companion.settings import data_folder
from companion.store import exchanges
from companion.store.open import open_store
from tests.intake.test_journal import a_record


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "companion.db"
    open_store(path).close()
    writer = Writer(data_folder(path) / "journal")
    writer.write(a_record(0))
    yield path
    writer.close()


def test_who_asks_takes_the_journal_in(path):
    with open_store(path) as db:
        assert bring_up_to_date(db, path)
        assert exchanges.count(db) == 1


def test_one_that_is_at_work_is_waited_for(path):
    with open_store(path) as db, open_store(path) as theirs, alone(path) as free:
        assert free
        intake = Intake(pipeline.start(theirs, path), path)

        def work():
            intake.step()
            intake.judge()

        analyzer = threading.Timer(0, work)
        analyzer.start()
        assert bring_up_to_date(db, path)
        assert exchanges.count(db) == 1
        analyzer.join()


def test_one_that_is_behind_is_not_waited_for_without_end(path):
    with open_store(path) as db, alone(path):
        assert not bring_up_to_date(db, path, within=0)
        assert exchanges.count(db) == 0


def test_only_one_takes_from_a_journal(path):
    with alone(path) as first, alone(path) as second:
        assert (first, second) == (True, False)
