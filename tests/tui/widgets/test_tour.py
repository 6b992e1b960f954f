"""The tour: offered once on made-up data, at any time by T, ended by Escape."""

import pytest

from companion.model import Origin
from companion.settings import data_folder
from tests.tui.filled import fill
from tests.tui.screen import opened, press, shown
from tui.place import places
from tui.remembered import recall
from tui.widgets.tour import TourScreen, steps


def test_every_stop_is_a_screen_and_fits_under_it():
    names = {it.name for it in places()}
    assert {it.screen for it in steps()} <= names
    assert all(len(it.words) < 400 for it in steps())


async def test_on_made_up_data_it_begins_by_itself_and_once(tmp_path):
    path = fill(tmp_path / "companion.db", origin=Origin.DEMO)
    async with opened(path, lasting=True) as pilot:
        assert "Welcome" in shown(pilot.app)
        await press(pilot, "escape")
        assert "What matters most" in shown(pilot.app)
    assert recall(data_folder(path)).toured
    async with opened(path, lasting=True) as pilot:
        assert "Welcome" not in shown(pilot.app)


async def test_on_a_record_of_ones_own_it_does_not_begin(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, lasting=True) as pilot:
        assert not isinstance(pilot.app.screen, TourScreen)


async def test_it_goes_through_the_screens_to_its_end(morning):
    async with opened(morning, "T") as pilot:
        for step in steps():
            assert pilot.app.current_mode == step.screen
            await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, TourScreen)


@pytest.mark.parametrize("lasting", [True, False])
async def test_a_look_is_kept_only_where_that_was_wanted(tmp_path, lasting):
    path = fill(tmp_path / "companion.db")
    async with opened(path, lasting=lasting) as pilot:
        pilot.app.theme = "companion-light"
        await pilot.pause()
    async with opened(path, lasting=True) as pilot:
        assert (pilot.app.theme == "companion-light") is lasting
