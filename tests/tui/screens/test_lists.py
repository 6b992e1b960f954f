from tests.tui.screen import LARGE, lines, opened, shown


async def test_each_list_with_its_sort_and_whether_it_says_so(morning):
    async with opened(morning, "4", size=LARGE) as pilot:
        line = next(line for line in lines(pilot.app) if "▸" in line)
        for word in ("11:50:00", "news.example", "Recommended for you", "recommended", "no", "3"):
            assert word in line
        assert "Latest" in shown(pilot.app)


async def test_the_first_entries_of_the_marked_list_are_shown_below(morning):
    async with opened(morning, "4") as pilot:
        assert "  1  Shoes for long distances" in shown(pilot.app)


async def test_enter_shows_the_entries(morning):
    async with opened(morning, "4", "enter") as pilot:
        assert "because you viewed trail shoes" in shown(pilot.app)


async def test_nothing_says_when_something_would_be(nothing):
    async with opened(nothing, "4") as pilot:
        assert "No lists yet." in shown(pilot.app)
