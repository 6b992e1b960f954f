"""Of anything that is marked: a sentence by one key, the bytes at their place by another."""

import pytest

from companion.store.open import open_store
from tests.tui.everywhere import PAGES, SCREENS
from tests.tui.filled import a_feed, the_acts, the_findings, the_signals, the_slates
from tests.tui.screen import LARGE, opened, press, shown
from tui.depth import depth
from tui.inferring import inferred
from tui.life import life
from tui.mirror import mirrored
from tui.pages.exchange import ExchangePage
from tui.queries import finding_rows

NOTHING_BEHIND = {"settings": ["0"], "help": ["question_mark"], "blind_spots": ["6"]}
WITH_BYTES = {
    **{name: SCREENS[name] for name in ("home", "now", "mirror", "lists", "findings")},
    **{name: PAGES[name] for name in ("beside", "finding", "inference", "route", "slate")},
}


@pytest.fixture(scope="module")
def db(morning):
    held = open_store(morning, readonly=True)
    yield held
    held.close()


@pytest.mark.parametrize("name", WITH_BYTES)
async def test_a_sentence_then_the_bytes_at_the_place(morning, name):
    async with opened(morning, *WITH_BYTES[name], "i", size=LARGE, notes=True) as pilot:
        assert len(pilot.app._notifications) == 1
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, ExchangePage)


@pytest.mark.parametrize("name", NOTHING_BEHIND)
async def test_where_no_bytes_stand_behind_it_that_is_said(morning, name):
    async with opened(morning, *NOTHING_BEHIND[name], "i", "p", size=LARGE, notes=True) as pilot:
        assert "No bytes of the record" in shown(pilot.app)


async def test_the_sentence_is_copied(morning):
    async with opened(morning, "4", "y") as pilot:
        assert pilot.app.clipboard.startswith("“Recommended for you” of news.example, 3 entries")


async def test_a_text_is_copied_as_it_stands(morning):
    async with opened(morning, "1", "enter", "j", "y") as pilot:
        assert "Weight" in pilot.app.clipboard


def test_a_finding_is_told_with_its_kind_and_shown_at_its_first_evidence(db):
    found = depth(the_findings()[0], db)
    assert found.sentence.startswith(the_findings()[0].title)
    assert found.spot.locator == "query:em"
    assert depth(the_findings()[0].id, db) == found
    assert found in [depth(row, db) for row in finding_rows(db)]


def test_an_inference_is_shown_where_it_was_first_seen(db):
    runner = next(it for it in inferred(db) if "marathon runner" in it.claims)
    assert depth(runner, db).spot.locator == "/segments"
    assert depth(runner, db) in [depth(it, db) for it in mirrored(db)]


def test_a_list_is_shown_where_it_stands(db):
    assert depth(the_slates()[1], db).spot.exchange == a_feed().id


def test_an_entry_of_a_list_says_its_reason(db):
    first, second, _ = the_slates()[1].items
    assert depth(first, db).sentence.endswith("because you viewed trail shoes")
    assert depth(second, db).sentence.endswith("no reason was delivered with it")


def test_an_act_and_a_crossing_are_told(db):
    assert depth(the_acts()[0], db).sentence == "you searched for marathon shoes on shop.example"
    (crossing,) = life(db).crossings
    assert depth(crossing, db).sentence.startswith("health and news: 0 values")


def test_of_what_is_not_held_there_is_nothing_to_say(db):
    assert depth("gone", db) == depth(None, db) == depth(the_signals, db)
    assert depth(None, db).spot is None
