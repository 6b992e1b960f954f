"""What must look so: the main screens at two sizes, with the clock standing still."""

import pytest

from tests.tui.screen import LARGE, SMALL, a_desk, press, settle

PAGES = {
    "home": ["1"],
    "now": ["2"],
    "mirror": ["3"],
    "lists": ["4"],
    "findings": ["5"],
    "blind_spots": ["6"],
    "contest": ["7"],
    "contexts": ["8"],
    "settings": ["0"],
    "finding": ["1", "enter"],
    "evidence": ["1", "enter", "e", "enter"],
    "list": ["4", "enter"],
}


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("page", PAGES)
def test_looks(snap_compare, morning, page, size):
    async def go(pilot):
        await settle(pilot)
        await press(pilot, *PAGES[page])

    assert snap_compare(a_desk(morning), terminal_size=size, run_before=go)


def test_an_empty_record(snap_compare, nothing):
    assert snap_compare(a_desk(nothing), terminal_size=SMALL, run_before=settle)


def test_made_up_data(snap_compare, demo):
    assert snap_compare(a_desk(demo), terminal_size=SMALL, run_before=settle)


def test_a_light_look(snap_compare, morning):
    async def go(pilot):
        pilot.app.theme = "companion-light"
        await settle(pilot)

    assert snap_compare(a_desk(morning), terminal_size=SMALL, run_before=go)
