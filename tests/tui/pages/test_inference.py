import pytest

from companion.store import verdicts
from companion.store.open import open_store
from tests.tui.filled import fill
from tests.tui.screen import LARGE, opened, press, shown

JUDGE = ("v", "enter", "j", "enter")  # the first of its claims, the second verdict


@pytest.fixture
def morning_of_own(tmp_path):
    """The same morning, for a test that writes."""
    return fill(tmp_path / "companion.db")


async def test_the_acts_that_may_be_behind_it_are_named(morning):
    async with opened(morning, "3", "j", "enter") as pilot:
        text = shown(pilot.app)
        assert "held by  ads.example" in text
        assert "you searched for marathon shoes   on shop.example" in text
        assert "received, on news.example  /segments" in text


async def test_without_an_act_it_says_since_when_there_is_none(morning):
    async with opened(morning, "3", "enter") as pilot:
        assert "None of the 2 acts in the record since 3 May 2026 11:00:00 UTC." in shown(pilot.app)


async def test_of_a_code_it_says_that_nobody_guesses(morning):
    async with opened(morning, "3", "j", "j", "enter") as pilot:
        assert "nobody guesses" in shown(pilot.app)


async def test_a_place_opens_at_its_locator(morning):
    async with opened(morning, "3", "j", "enter", "j", "j", "j", "enter", size=LARGE) as pilot:
        assert "at  /segments" in shown(pilot.app)


async def test_the_way_an_act_took_is_told_and_opens_the_flow(morning):
    async with opened(morning, "3", "j", "enter", "j", "j", size=LARGE) as pilot:
        assert "your own idea; it got a flow by this act (P 0." in shown(pilot.app)
        await press(pilot, "enter")
        assert "sync.ads.example" in shown(pilot.app)


async def test_an_act_opens_its_exchange_even_when_that_is_gone(morning):
    async with opened(morning, "3", "j", "enter", "j", "enter") as pilot:
        assert "no longer held" in shown(pilot.app)
        await press(pilot, "escape", "escape")
        assert "They say" in shown(pilot.app)


async def test_a_verdict_is_shown_with_how_often_the_holder_was_wrong(morning_of_own):
    async with opened(morning_of_own, "3", "j", "enter", *JUDGE) as pilot:
        text = shown(pilot.app)
        assert "you say: wrong" in text
        assert "of 1 label of ads.example you judged: 1 wrong" in text


async def test_a_verdict_can_be_taken_back(morning_of_own):
    async with opened(morning_of_own, "3", "j", "enter", *JUDGE, "u") as pilot:
        assert "you say" not in shown(pilot.app)
    with open_store(morning_of_own, readonly=True) as db:
        assert verdicts.all_verdicts(db) == {}


async def test_a_verdict_is_there_again_later(morning_of_own):
    async with opened(morning_of_own, "3", "j", "enter", *JUDGE):
        pass
    async with opened(morning_of_own, "3", "j", "enter") as pilot:
        assert "you say: wrong" in shown(pilot.app)


async def test_leaving_the_question_says_nothing(morning_of_own):
    async with opened(morning_of_own, "3", "j", "enter", "v", "escape") as pilot:
        assert "you say" not in shown(pilot.app)
