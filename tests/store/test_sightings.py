"""What lists pages had is kept by site, forgotten with the exchange, and derived."""

import pytest

from companion.model import Repeating, Sighting
from companion.store import derived, exchanges, sightings
from companion.store.forget import Part, forget
from companion.store.open import open_store
from tests.builders import an_exchange


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "s.db") as store:
        yield store


def sighting(exchange="x1", by=Repeating.PLACE):
    return Sighting(by=by, key="k", titles="t", subject="s", exchange=exchange)


def test_a_sites_sightings_come_back(db):
    sightings.add(db, "a.example", [sighting("x1"), sighting("x2", Repeating.TITLES)])
    assert set(sightings.of(db, "a.example")) == {sighting("x1"), sighting("x2", Repeating.TITLES)}
    assert list(sightings.of(db, "b.example")) == []


def test_what_is_there_already_is_kept_once(db):
    sightings.add(db, "a.example", [sighting()])
    sightings.add(db, "a.example", [sighting()])
    assert list(sightings.of(db, "a.example")) == [sighting()]


def test_they_go_with_their_exchange(db):
    page = an_exchange()
    exchanges.keep(db, [page])
    sightings.add(db, "news.example", [sighting(page.id)])
    forget(db, Part(site="news.example"))
    assert list(sightings.of(db, "news.example")) == []


def test_they_are_computed_again_on_a_rebuild(db):
    sightings.add(db, "a.example", [sighting()])
    derived.clear(db)
    assert list(sightings.of(db, "a.example")) == []
