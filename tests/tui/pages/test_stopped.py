from datetime import timedelta

import pytest

from companion.store import exchanges, slates
from companion.store.open import open_store
from tests.builders import NOON, Item, a_slate, an_exchange
from tests.tui.screen import LARGE, lines, opened, press, shown

HOME = "https://news.example/"
BARE = tuple(Item(rank=rank, item=f"i{rank}", title="") for rank in (1, 2, 3))


def filled(path, *, later=None, days=11):
    """A store in which a list came on six days; `later` is what came in its stead."""
    with open_store(path) as db:
        for day in range(days):
            seen = NOON - timedelta(days=20 - day)
            page = an_exchange(HOME, body=b"x", page=HOME, seen_at=seen)
            exchanges.keep(db, [page])
            changes = {} if day < 6 else later
            if changes is not None:
                slates.put(db, [a_slate(exchange=page.id, seen_at=seen, **changes)])
    return path


@pytest.fixture
def stopped(tmp_path):
    return filled(tmp_path / "companion.db")


async def test_a_list_that_stopped_is_told_over_the_lists(stopped):
    async with opened(stopped, "4") as pilot:
        assert "1 list stopped coming, since 19 April 2026. d shows which." in shown(pilot.app)
        assert "d What stopped" in lines(pilot.app)[-1]


async def test_a_list_that_lost_its_titles_is_told_too(tmp_path):
    path = filled(tmp_path / "companion.db", later={"items": BARE})
    async with opened(path, "4", size=LARGE) as pilot:
        assert "1 list stopped coming or lost their titles" in shown(pilot.app)


async def test_lists_that_still_come_are_not_told(tmp_path):
    async with opened(filled(tmp_path / "companion.db", later={}), "4", "d") as pilot:
        assert "stopped" not in shown(pilot.app)
        assert "Recommended for you" in shown(pilot.app)


async def test_which_stopped_and_how_to_look_into_it(stopped):
    async with opened(stopped, "4", "d", size=LARGE) as pilot:
        text = shown(pilot.app)
        assert "the list “Recommended for you” came on 6 of 6 pages" in text
        assert f"companion slates --html {HOME}" in text
        assert "may have dropped" in text


async def test_enter_opens_the_last_that_came(stopped):
    async with opened(stopped, "4", "d", "j", "enter", size=LARGE) as pilot:
        assert "18 April 2026" in shown(pilot.app)
        await press(pilot, "escape")
        assert "Lists that stopped coming" in shown(pilot.app)
