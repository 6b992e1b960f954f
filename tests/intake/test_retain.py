"""What the person does not want to keep any longer is forgotten; all else stays."""

from datetime import timedelta
from random import Random

import pytest

from companion.intake.retain import retain
from companion.settings import Settings
from companion.store import exchanges, progress, unjudged
from companion.store.open import open_store
from tests.builders import NOON, an_exchange


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "companion.db") as db:
        yield db


def keep(db, *days, body=b""):
    """One exchange for each number of days before noon."""
    exchanges.keep(
        db,
        [
            an_exchange(
                f"https://news.example/{n}", seen_at=NOON - timedelta(n), body=body + bytes([n])
            )
            for n in days
        ],
    )


def left(db):
    return [int(it.url.rsplit("/", 1)[1]) for it in exchanges.each(db)]


def test_without_a_limit_everything_stays(db):
    keep(db, 9, 1)
    assert retain(db, Settings(), NOON) == 0
    assert left(db) == [9, 1]


def test_what_is_older_than_wanted_goes(db):
    keep(db, 9, 8, 1)
    assert retain(db, Settings(retain="7d"), NOON) == 2
    assert left(db) == [1]
    assert progress.counters(db) == {"forgotten by age or size": 2}
    assert list(unjudged.sites(db)) == ["news.example"]


def test_what_is_young_enough_stays(db):
    keep(db, 6, 1)
    assert retain(db, Settings(retain="7d"), NOON) == 0
    assert unjudged.sites(db) == {}


def test_an_empty_store_has_nothing_to_forget(db):
    assert retain(db, Settings(retain="7d", largest="1MB"), NOON) == 0


def test_of_a_store_that_is_too_large_the_oldest_goes(db):
    noise = Random(7).randbytes(300_000)  # does not compress
    keep(db, *range(20, 0, -1), body=noise)
    assert exchanges.size(db) > 3_000_000
    assert retain(db, Settings(largest="3MB"), NOON) > 0
    assert exchanges.size(db) <= 3_000_000
    assert left(db)[-1] == 1


def test_a_store_that_fits_stays(db):
    keep(db, 9, 1)
    assert retain(db, Settings(largest="100MB"), NOON) == 0
