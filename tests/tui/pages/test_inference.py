from tests.tui.screen import LARGE, opened, press, shown


async def test_the_acts_that_may_be_behind_it_are_named(morning):
    async with opened(morning, "3", "j", "enter") as pilot:
        text = shown(pilot.app)
        assert "held by  ads.example" in text
        assert "you searched for marathon shoes   on shop.example" in text
        assert "received, on news.example  /segments" in text


async def test_without_an_act_it_says_since_when_there_is_none(morning):
    async with opened(morning, "3", "j", "j", "enter") as pilot:
        assert "None in the record, which begins 3 May 2026 11:00:00 UTC." in shown(pilot.app)


async def test_a_place_opens_at_its_locator(morning):
    async with opened(morning, "3", "j", "enter", "j", "j", "enter", size=LARGE) as pilot:
        assert "at  /segments" in shown(pilot.app)


async def test_an_act_opens_its_exchange_even_when_that_is_gone(morning):
    async with opened(morning, "3", "j", "enter", "j", "enter") as pilot:
        assert "no longer held" in shown(pilot.app)
        await press(pilot, "escape", "escape")
        assert "They say" in shown(pilot.app)
