from tests.tui.screen import LARGE, lines, opened, press, shown


async def test_sensitive_claims_come_first_and_carry_a_mark(morning):
    async with opened(morning, "3") as pilot:
        first = next(line for line in lines(pilot.app) if "▸" in line)
        assert first.split()[:4] == ["▸", "!", "sleep", "disorder"]
        assert "4 claims about you, held by 2 parties · ! 1 sensitive" in shown(pilot.app)


async def test_each_says_who_holds_it_how_sure_and_since_when(morning):
    async with opened(morning, "3", size=LARGE) as pilot:
        line = next(line for line in lines(pilot.app) if "marathon runner" in line)
        for word in ("segment: seg", "ads.example", "◐ likely", "11:48:00"):
            assert word in line


async def test_identifiers_are_no_inferences(morning):
    async with opened(morning, "3") as pilot:
        assert "k3jd" not in shown(pilot.app)


async def test_search_narrows_while_typing_and_escape_clears(morning):
    async with opened(morning, "3", "/", *"broker") as pilot:
        assert "1 claim about you" in shown(pilot.app)
        await press(pilot, "escape")
        assert "4 claims about you" in shown(pilot.app)


async def test_a_search_without_a_match_says_so(morning):
    async with opened(morning, "3", "/", *"zzz", "enter") as pilot:
        assert "No inference matches." in shown(pilot.app)


async def test_enter_opens_the_inference(morning):
    async with opened(morning, "3", "enter") as pilot:
        assert "Acts that may be behind it" in shown(pilot.app)


async def test_nothing_inferred_says_when_something_would_be(nothing):
    async with opened(nothing, "3") as pilot:
        assert "No label about you was seen yet." in shown(pilot.app)
