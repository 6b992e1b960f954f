from datetime import timedelta

import pytest

from companion.model import Cause
from companion.store import acts
from companion.store.open import open_store
from tests.builders import NOON, an_act


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "companion.db") as opened:
        yield opened


def done(day, cause=Cause.OWN, site="news.example", **changes):
    return an_act(seen_at=NOON + timedelta(days=day), cause=cause, site=site, **changes)


def test_each_week_of_a_site_has_its_three_counts(db):
    # NOON is a Sunday: the day after begins another week.
    acts.put(db, [done(0), done(0.1, Cause.SUGGESTED), done(1, Cause.UNKNOWN), done(7, Cause.OWN)])
    acts.put(db, [done(2, site="b.example"), done(3, visitor="twin")])
    assert acts.weeks(db) == [
        ("b.example", "2026-05-04", 1, 0, 0),
        ("news.example", "2026-04-27", 1, 1, 0),
        ("news.example", "2026-05-04", 1, 0, 1),
    ]
    assert len(acts.weeks(db, site="news.example")) == 2
    assert len(acts.weeks(db, since=NOON + timedelta(days=5))) == 1


def test_acts_of_some_parts_of_life_come_oldest_first(db):
    late, early = done(2, context="health"), done(1, context="mind")
    acts.put(db, [late, early, done(0, context="news"), done(3, context="mind", visitor="twin")])
    assert acts.within(db, ("health", "mind"), "self") == [early, late]
    assert acts.within(db, (), "self") == []


def test_acts_on_a_topic_come_oldest_first(db):
    late, early = done(2, topics=("sport",)), done(1, topics=("sport", "travel"))
    other = [done(0, topics=("travel",)), done(3, topics=("sport",), visitor="twin")]
    acts.put(db, [late, early, *other])
    assert acts.on(db, "sport", "self") == [early, late]
