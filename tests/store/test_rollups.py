"""Counts are true after anything."""

from datetime import timedelta

from companion.model import Origin, Role, Visitor
from companion.store import exchanges, rollups
from tests.builders import NOON, an_exchange

MADE = [
    an_exchange("https://news.example/1", context="news"),
    an_exchange("https://ads.example/2", seen_at=NOON + timedelta(hours=1), context="news"),
    an_exchange("https://a.example/3", site="a.example", origin=Origin.IMPORT),
    an_exchange("https://news.example/4", visitor=Visitor(name="c1", role=Role.CONTROL)),
    an_exchange("https://news.example/5", site="\udc80.example"),
    an_exchange("https://news.example/6", site=None, page=None),
]


def _counted(db):
    return rollups.visitors(db), rollups.sites(db), rollups.contexts(db)


def test_counting_one_by_one_and_all_anew_give_the_same(db):
    for one in [*MADE, *MADE[:2]]:
        exchanges.keep(db, [one])
    before = _counted(db)
    with db.atomic():
        rollups.recount(db)
    assert _counted(db) == before
    assert rollups.contexts(db) == {"news.example": "news"}


def test_the_newest_word_on_a_site_is_its_context(db):
    exchanges.keep(db, [MADE[0]])
    exchanges.keep(db, [an_exchange("https://news.example/1", context="work")])
    assert rollups.contexts(db) == {"news.example": "work"}
    assert rollups.sites(db, site="news.example")[0].exchanges == 1


def test_a_site_with_a_broken_name_is_found_by_it(db):
    exchanges.keep(db, MADE)
    assert [row.site for row in rollups.sites(db, site="\udc80.example")] == ["\udc80.example"]


def test_visitors_are_told_apart_by_how_they_came(db):
    exchanges.keep(db, MADE)
    assert [(row.visitor, row.origin.value, row.exchanges) for row in rollups.visitors(db)] == [
        ("self", "import", 1), ("self", "live", 4), ("c1", "live", 1),
    ]  # fmt: skip
    assert exchanges.visitors(db) == [("self", "self"), ("c1", "control")]
    assert exchanges.any_from(db, "self", "import")
    assert not exchanges.any_from(db, "c1", "import")
