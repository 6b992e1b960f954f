"""The journey of an exchange into the store, also where our own code fails on one."""

import pytest

from companion import pipeline
from companion.store import exchanges, findings, progress, unjudged
from companion.store.open import open_store
from tests.builders import an_exchange


@pytest.fixture
def path(tmp_path):
    return tmp_path / "companion.db"


@pytest.fixture
def journey(path):
    with open_store(path) as db:
        yield pipeline.start(db, path)


def test_what_is_taken_is_judged_by_whoever_comes_next(journey, path):
    journey.take([an_exchange()])
    assert list(unjudged.sites(journey.db)) == ["news.example"]
    with open_store(path) as db:
        pipeline.start(db, path).judge()
        assert unjudged.sites(db) == {}
        assert list(findings.each(db)) == []


def test_an_exchange_that_can_not_be_read_is_left_out_and_told(journey):
    journey.secrets = None  # redaction fails
    assert journey.take([an_exchange()]) == 0
    assert exchanges.count(journey.db) == 0
    assert progress.counters(journey.db)["unread"] == 1
    ((_, what),) = progress.gaps(journey.db)
    assert what.startswith("an exchange with news.example could not be read and is not kept (")


def test_an_exchange_that_is_not_understood_is_kept_and_told(journey):
    journey.recent = object()  # extraction fails
    assert journey.take([an_exchange()]) == 1
    assert exchanges.count(journey.db) == 1
    ((_, what),) = progress.gaps(journey.db)
    assert what.startswith("an exchange with news.example is kept, but was not understood (")
