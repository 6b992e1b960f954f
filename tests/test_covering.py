import pytest

from companion import covering, pipeline
from companion.model import Message, Role, Visitor
from companion.store import coverage, exchanges, forget
from companion.store.open import open_store
from tests.builders import an_exchange

ADS = "https://ads.example/collect?uid=1"
BINARY = Message(headers=(("content-type", "application/x-own"),), body=b"\x9c\x02\x00\xff" * 9)


@pytest.fixture
def journey(tmp_path):
    path = tmp_path / "companion.db"
    with open_store(path) as db:
        yield pipeline.start(db, path)


def counted(db):
    while covering.step(db):
        pass
    return coverage.sites(db)


def test_what_third_parties_got_is_summed_by_site_with_the_least_read_first(journey):
    db = journey.db
    journey.take(
        [
            an_exchange(ADS, response=Message()),
            an_exchange("https://x.example/a", page="https://b.example/", response=BINARY),
        ]
    )
    first, second = counted(db)
    assert (first.site, first.unread, first.decoded) == ("b.example", 36, 0)
    assert (second.site, second.unread, second.decoded) == ("news.example", 0, 1)
    (place,) = coverage.unknown(db, "b.example", 9)
    assert (place.host, place.path, place.received) == ("x.example", "/a", 36)
    assert [it.site for it in coverage.sites(db, "news.example")] == ["news.example"]


def test_the_site_itself_and_strangers_are_not_counted(journey):
    db = journey.db
    stranger = Visitor(name="c1", role=Role.CONTROL)
    journey.take([an_exchange(), an_exchange(ADS, visitor=stranger)])
    assert coverage.left(db) == 0
    assert counted(db) == []


def test_what_is_forgotten_is_no_longer_counted(journey):
    db = journey.db
    journey.take([an_exchange(ADS)])
    assert counted(db)
    forget.forget(db, forget.Part(site="news.example"))
    assert coverage.sites(db) == []


def test_what_was_forgotten_before_it_was_counted_waits_no_longer(journey):
    db = journey.db
    journey.take([an_exchange(ADS)])
    db.execute("delete from exchanges")
    assert counted(db) == []
    assert coverage.left(db) == 0


def test_an_exchange_that_is_read_again_is_counted_once(journey):
    db = journey.db
    for _ in range(2):
        journey.take([an_exchange(ADS)])
        journey.cover()
    assert [it.exchanges for it in coverage.sites(db)] == [1]
    assert exchanges.count(db) == 1
