"""What is marked is found again, by its id alone."""

import pytest

from companion.settings import data_folder
from tests.tui.filled import fill
from tests.tui.screen import LARGE, opened, press, shown
from tui.pages.exchange import ExchangePage
from tui.pages.finding import FindingPage
from tui.pages.slate import SlatePage
from tui.remembered import Bookmark, recall, remember


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        (["1"], FindingPage),
        (["5"], FindingPage),
        (["1", "enter"], FindingPage),
        (["4"], SlatePage),
        (["2"], ExchangePage),
        (["3", "j"], ExchangePage),
        (["2", "enter"], ExchangePage),
    ],
)
async def test_what_is_marked_is_opened_again(morning, keys, page):
    async with opened(morning, *keys, "m", "1", "B", "enter", size=LARGE) as pilot:
        assert isinstance(pilot.app.screen, page)


async def test_it_is_there_at_the_next_start_and_taken_off_again(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, "4", "m", lasting=True):
        pass
    async with opened(path, "B", lasting=True, size=LARGE) as pilot:
        assert "“Recommended for you” of news.example" in shown(pilot.app)
        await press(pilot, "m")
        assert "No bookmark yet" in shown(pilot.app)
    assert recall(data_folder(path)).bookmarks == ()


async def test_what_was_forgotten_has_no_title_any_more(tmp_path):
    path = fill(tmp_path / "companion.db")
    gone = tuple(Bookmark(page=it, id="gone") for it in ("finding", "case", "exchange"))
    held = recall(data_folder(path))
    remember(data_folder(path), type(held)(bookmarks=gone))
    async with opened(path, "B", lasting=True) as pilot:
        assert shown(pilot.app).count("no longer in the record") == 3


async def test_a_setting_can_not_be_marked(morning):
    async with opened(morning, "0", "m", notes=True, size=LARGE) as pilot:
        assert "can't be marked" in shown(pilot.app)
