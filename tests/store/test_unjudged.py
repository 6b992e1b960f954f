"""Sites whose findings are behind."""

from datetime import timedelta

from companion.model import SignalKind
from companion.store import exchanges, signals, unjudged
from companion.store.open import open_store
from tests.builders import NOON, a_signal, an_exchange


def test_a_site_is_to_be_judged_until_it_is(path):
    with open_store(path) as db, db.atomic():
        unjudged.add(db, ["news.example", "shop.example"])
    with open_store(path) as db:
        assert list(unjudged.sites(db)) == ["news.example", "shop.example"]
        with db.atomic():
            unjudged.done(db, "news.example", unjudged.sites(db)["news.example"])
        assert list(unjudged.sites(db)) == ["shop.example"]


def test_a_site_of_which_more_came_meanwhile_is_judged_again(db):
    with db.atomic():
        unjudged.add(db, ["news.example"])
        begun = unjudged.sites(db)["news.example"]
        unjudged.add(db, ["news.example"])
        unjudged.done(db, "news.example", begun)
    assert list(unjudged.sites(db)) == ["news.example"]


def held(db):
    """Labels on two sites, a day apart, in a record that begins an hour before the first."""
    begin = NOON - timedelta(hours=1)
    told = [("early.example", NOON), ("late.example", NOON + timedelta(days=1))]
    with db.atomic():
        exchanges.keep(db, [an_exchange(seen_at=begin)])
        for site, at in told:
            kind = SignalKind.SEGMENT
            signals.put(db, [a_signal(site=site, seen_at=at, kind=kind, exchange=site)])


def test_labels_that_came_after_what_changed_are_judged_again(db):
    held(db)
    unjudged.changed(db, NOON + timedelta(hours=2))
    unjudged.changed(db, NOON + timedelta(hours=3))
    unjudged.add_changed(db)
    assert list(unjudged.sites(db)) == ["late.example"]


def test_nothing_is_judged_again_when_nothing_changed_or_it_was_done(db):
    held(db)
    unjudged.add_changed(db)
    assert unjudged.sites(db) == {}
    unjudged.changed(db, NOON + timedelta(hours=2))
    unjudged.add_changed(db)
    unjudged.done(db, "late.example", 1)
    unjudged.add_changed(db)
    assert unjudged.sites(db) == {}


def test_every_site_is_judged_again_when_the_record_begins_earlier(db):
    held(db)
    unjudged.changed(db, NOON - timedelta(hours=1))
    unjudged.add_changed(db)
    assert list(unjudged.sites(db)) == ["news.example"]
