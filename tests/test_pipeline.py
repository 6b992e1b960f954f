"""The journey of an exchange into the store, also where our own code fails on one."""

from dataclasses import replace

import pytest

from companion import pipeline
from companion.model import Origin
from companion.store import exchanges, findings, progress, signals, slates, unjudged
from companion.store.open import open_store
from tests.builders import a_slate, an_exchange


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


def test_what_an_exchange_no_longer_gives_is_gone(journey):
    told = an_exchange("https://ads.example/p?uid=k3jd92hf83hd7w2qk3jd92hf")
    journey.take([told])
    assert signals.count(journey.db) == 1
    journey.take([replace(told, url="https://ads.example/p")])
    assert signals.count(journey.db) == 0


def test_an_older_file_has_the_sites_judged_where_its_things_came_back(journey):
    there, here = (a_slate("One", exchange=key, site=f"{key}.example") for key in ("a", "b"))
    slates.put(journey.db, [there, here])
    page = an_exchange("https://news.example/One", page="https://news.example/One")
    journey.take([replace(page, origin=Origin.LIVE)])
    assert list(unjudged.sites(journey.db)) == ["news.example"]
    journey.take([replace(page, origin=Origin.IMPORT)])
    assert set(unjudged.sites(journey.db)) == {"a.example", "b.example", "news.example"}
