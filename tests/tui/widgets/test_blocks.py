from textual.app import App, ComposeResult
from textual.content import Content

from tests.tui.screen import settle
from tui.messages import Chosen
from tui.widgets.blocks import Block, Blocks, Heading, Row


class Sheet(App[None]):
    def __init__(self, *heights: int) -> None:
        super().__init__()
        self.heights = heights
        self.seen: list[object] = []

    def compose(self) -> ComposeResult:
        with Blocks():
            yield Heading("A heading")
            for n, height in enumerate(self.heights):
                text = Content("\n").join([f"block {n}"] * height)
                yield Block(text, leads=n if n % 2 else None)

    def on_chosen(self, message: Chosen) -> None:
        assert isinstance(message.control, Block)
        self.seen.append(message.row)

    @property
    def place(self) -> int | None:
        blocks = list(self.query(Block))
        return blocks.index(self.focused) if self.focused in blocks else None

    @property
    def top(self) -> float:
        return self.query_one(Blocks).scroll_offset.y


async def test_arrows_go_from_block_to_block_and_stop_at_the_ends():
    app = Sheet(1, 1, 1)
    async with app.run_test(size=(40, 20)) as pilot:
        places = []
        for key in ("up", "down", "j", "j", "k", "up", "up"):
            await pilot.press(key)
            places.append(app.place)
        assert places == [0, 1, 2, 2, 1, 0, 0]


async def test_the_first_arrow_takes_the_first_block():
    app = Sheet(1, 1)
    async with app.run_test(size=(40, 20)) as pilot:
        app.set_focus(None)
        app.query_one(Blocks).action_step(1)
        await settle(pilot)
        assert app.place == 0


async def test_without_blocks_arrows_do_nothing():
    app = Sheet()
    async with app.run_test(size=(40, 20)):
        app.query_one(Blocks).action_step(1)
        app.query_one(Blocks).action_edge(0)
        assert app.place is None


async def test_a_tall_block_is_scrolled_through_before_it_is_left():
    app = Sheet(30, 1)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("down")
        await settle(pilot)
        assert (app.place, app.top) == (0, 1)
        for _ in range(40):
            await pilot.press("down")
        await settle(pilot)
        assert app.place == 1
        for _ in range(60):
            await pilot.press("up")
        await settle(pilot)
        assert (app.place, app.top) == (0, 0)


async def test_a_block_out_of_view_comes_into_view():
    app = Sheet(*[3] * 10)
    async with app.run_test(size=(40, 10)) as pilot:
        for _ in range(9):
            await pilot.press("j")
        await settle(pilot)
        region = app.focused.virtual_region
        assert app.top <= region.y
        assert region.bottom <= app.top + 10
        for _ in range(4):
            await pilot.press("k")
        await settle(pilot)
        assert app.top <= app.focused.virtual_region.y


async def test_first_and_last_are_one_key_away():
    app = Sheet(*[3] * 10)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("G")
        await settle(pilot)
        assert app.place == 9
        await pilot.press("g")
        await settle(pilot)
        assert (app.place, app.top) == (0, 0)


async def test_enter_and_a_second_click_open_what_leads_on():
    app = Sheet(1, 1)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("down", "enter")
        await pilot.click(app.query(Block)[1], times=2)
        await settle(pilot)
        assert app.seen == [1, 1]


async def test_what_leads_nowhere_opens_nothing():
    app = Sheet(1, 1)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("up", "enter")
        await pilot.click(app.query(Block)[0], times=2)
        await settle(pilot)
        assert app.seen == []


def test_an_arrow_shows_that_a_row_leads_on():
    assert Row(Content("x"), leads=1).content.plain == "x  →"
    assert Row(Content("x")).content.plain == "x"
