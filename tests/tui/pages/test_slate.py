from tests.builders import a_slate
from tests.tui.screen import LARGE, lines, opened, press, shown
from tui.pages.slate import joined, page_of


async def test_every_entry_with_rank_reason_and_label(morning):
    async with opened(morning, "4", "enter", size=LARGE) as pilot:
        line = next(line for line in lines(pilot.app) if "▸" in line)
        for word in (" 1 ", "Shoes for long", "because you viewed", "ad", "129.00 EUR"):
            assert word in line


async def test_what_the_list_says_of_itself(morning):
    async with opened(morning, "4", "enter") as pilot:
        text = shown(pilot.app)
        assert "its reason: Because you read about running" in text
        assert "controls: Not interested" in text
        assert "says so: no" in text
        assert "stood: in an answer to a script, at /items" in text


async def test_the_answer_opens_where_the_list_stands(morning):
    async with opened(morning, "4", "enter", "o", size=LARGE) as pilot:
        assert "at  /items" in shown(pilot.app)
        await press(pilot, "escape", "enter")
        assert "at  /items" in shown(pilot.app)


async def test_a_list_whose_answer_is_gone_says_so(morning):
    async with opened(morning, "4", "j", "enter", "o") as pilot:
        assert "no longer held" in shown(pilot.app)


def test_pages_of_a_list_are_joined_and_ranks_counted_on():
    pages = (a_slate("One", "Two"), a_slate("Three", "Four", exchange="e2"))
    assert [(it.rank, it.title) for it in joined(pages)] == [
        (1, "One"), (2, "Two"), (3, "Three"), (4, "Four"),
    ]  # fmt: skip


def test_an_entry_is_known_to_stand_on_the_page_that_brought_it():
    pages = (a_slate("One", "Two"), a_slate("Three", "Four", exchange="e2"))
    assert [page_of(pages, rank).exchange for rank in (1, 2, 3, 4, 9)] == [
        "e1", "e1", "e2", "e2", "e2",
    ]  # fmt: skip
