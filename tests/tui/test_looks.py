"""What must look so: every screen and page at three sizes, with the clock standing still."""

import pytest

from tests.tui.everywhere import PAGES, SCREENS
from tests.tui.screen import LARGE, SMALL, a_desk, press, settle

EVIDENCE = {"evidence": ["1", "enter", "e", "enter"]}
SIZES = {"80x24": SMALL, "120x40": LARGE, "200x60": (200, 60)}
PATHS = {**SCREENS, **PAGES, **EVIDENCE}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PATHS)
def test_looks(snap_compare, morning, page, size):
    async def go(pilot):
        await settle(pilot)
        await press(pilot, *PATHS[page])

    assert snap_compare(a_desk(morning), terminal_size=SIZES[size], run_before=go)


def test_an_empty_record(snap_compare, nothing):
    assert snap_compare(a_desk(nothing), terminal_size=SMALL, run_before=settle)


def test_made_up_data(snap_compare, demo):
    assert snap_compare(a_desk(demo), terminal_size=SMALL, run_before=settle)


def test_a_light_look(snap_compare, morning):
    async def go(pilot):
        pilot.app.theme = "companion-light"
        await settle(pilot)

    assert snap_compare(a_desk(morning), terminal_size=SMALL, run_before=go)
