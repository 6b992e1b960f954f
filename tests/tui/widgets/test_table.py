from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from tests.tui.screen import lines, settle
from tui.messages import Chosen, Moved
from tui.widgets.columns import Column
from tui.widgets.shelf import Extent, Page
from tui.widgets.sources import Held
from tui.widgets.table import Table

NAME = Column("Name", lambda row: f"row {row}", share=1)
NUMBER = Column("No.", lambda row: Content(str(row)), width=9, right=True)


class Growing:
    """A list with gaps: only the top and the row after a known one can be reached."""

    def __init__(self, rows: Sequence[int]) -> None:
        self.rows = list(rows)
        self.asked: list[int | None] = []

    async def extent(self) -> Extent:
        return Extent(top=len(self.rows))

    async def page(self, start: int | None, limit: int) -> Page[int]:
        self.asked.append(start)
        first = start or 0
        rows = tuple(self.rows[first : first + limit])
        return Page(rows, first + limit if len(rows) == limit else None)


class Sheet(App[None]):
    def __init__(self, source) -> None:
        super().__init__()
        self.source = source
        self.seen: list[object] = []

    def compose(self) -> ComposeResult:
        yield Table(NAME, NUMBER)

    @property
    def table(self) -> Table[int]:
        return self.query_one(Table)

    async def on_mount(self) -> None:
        await self.table.show(self.source)
        self.table.focus()

    def on_chosen(self, message: Chosen) -> None:
        self.seen.append(message.row)

    def on_moved(self, message: Moved) -> None:
        assert message.control is self.table


async def test_only_the_rows_in_view_are_drawn_under_their_heading():
    app = Sheet(Held(range(1_000_000)))
    async with app.run_test(size=(40, 6)) as pilot:
        await settle(pilot)
        assert lines(app) == [
            f"  {'Name':<33}No.",
            f"▸ row 0{'0':>31}",
            f"  row 1{'1':>31}",
            f"  row 2{'2':>31}",
            f"  row 3{'3':>31}",
            f"  row 4{'4':>31}",
        ]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ("j", 1),
        ("down j k", 1),
        ("k up", 0),
        ("pagedown", 4),
        ("ctrl+d ctrl+d ctrl+u", 4),
        ("G", 999_999),
        ("end up", 999_998),
        ("end home", 0),
        ("G g", 0),
    ],
)
async def test_keys_move_the_cursor_and_enter_opens(keys, row):
    app = Sheet(Held(range(1_000_000)))
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.press(*keys.split())
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.seen == [row]
        assert any(f"▸ row {row} " in line for line in lines(app))


async def test_a_click_moves_a_second_click_opens():
    app = Sheet(Held(range(10)))
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.click(Table, offset=(3, 3))
        await pilot.pause()
        assert (app.table.cursor, app.seen) == (2, [])
        await pilot.click(Table, offset=(3, 3))
        await pilot.click(Table, offset=(3, 0))
        await pilot.pause()
        assert app.seen == [2]


async def test_a_growing_list_is_read_on_when_its_end_is_near():
    app = Sheet(Growing(range(300)))
    async with app.run_test(size=(40, 6)) as pilot:
        await settle(pilot)
        assert app.table.height == 128
        for _ in range(3):
            await pilot.press("end")
            await settle(pilot)
        assert app.table.height == 300
        assert app.source.asked == [None, 128, 256]


async def test_the_top_follows_what_arrives():
    source = Growing([3, 2, 1])
    app = Sheet(source)
    async with app.run_test(size=(40, 6)) as pilot:
        await settle(pilot)
        source.rows.insert(0, 4)
        await app.table.follow()
        await settle(pilot)
        assert lines(app)[1].startswith("▸ row 4 ")


async def test_further_down_nothing_moves_and_the_heading_counts():
    source = Growing(range(50, 0, -1))
    app = Sheet(source)
    async with app.run_test(size=(60, 6)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        source.rows[:0] = [52, 51]
        await app.table.follow()
        await settle(pilot)
        assert lines(app)[0].endswith("2 new, g shows them")
        assert lines(app)[2].startswith("▸ row 49 ")
        await pilot.press("g")
        await settle(pilot)
        assert lines(app)[1].startswith("▸ row 52 ")
        assert "new" not in lines(app)[0]


async def test_nothing_new_draws_nothing_anew():
    source = Growing([1])
    app = Sheet(source)
    async with app.run_test(size=(40, 6)) as pilot:
        await settle(pilot)
        await app.table.follow()
        assert source.asked == [None]


async def test_an_empty_list_opens_nothing():
    app = Sheet(Held([]))
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.press("enter", "j", "G")
        await settle(pilot)
        assert app.seen == []
        assert app.table.row is None


async def test_widths_follow_the_room():
    app = Sheet(Held(range(3)))
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.resize_terminal(30, 6)
        await settle(pilot)
        assert lines(app)[1] == f"▸ row 0{'0':>23}"


async def test_what_a_site_sent_is_text_in_a_cell():
    app = Sheet(Held(["[bold]\x1b[31m\u202e"]))
    async with app.run_test(size=(40, 6)) as pilot:
        await settle(pilot)
        assert "row [bold]␛[31m{U+202E}" in lines(app)[1]
