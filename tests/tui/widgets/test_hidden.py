"""One key takes everything off the screen, and brings it back."""

import pytest

from tests.tui.screen import lines, opened, press, shown
from tui.widgets.hidden import WORDS


@pytest.mark.parametrize("keys", [["1"], ["5", "enter"], ["3"]], ids=str)
async def test_nothing_of_the_record_is_left(morning, keys):
    async with opened(morning, *keys, notes=True) as pilot:
        pilot.app.notify("ads.example", markup=False)
        await press(pilot, "h")
        assert [line.strip() for line in lines(pilot.app) if line.strip()] == [WORDS]


@pytest.mark.parametrize("key", ["h", "escape"])
async def test_it_is_there_again_as_it_was(morning, key):
    async with opened(morning, "5", "enter") as pilot:
        before = shown(pilot.app)
        await press(pilot, "h", key)
        assert shown(pilot.app) == before


async def test_other_keys_do_not_show_it(morning):
    async with opened(morning, "h", "j", "enter", "5") as pilot:
        assert [line.strip() for line in lines(pilot.app) if line.strip()] == [WORDS]
