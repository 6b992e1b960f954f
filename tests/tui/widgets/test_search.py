from textual.app import App, ComposeResult

from tests.tui.screen import settle
from tui.messages import Sought
from tui.widgets.search import Search


class Sheet(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, bool]] = []

    def compose(self) -> ComposeResult:
        yield Search("things")

    def on_sought(self, message: Sought) -> None:
        self.seen.append((message.words, message.done))


async def sought(*keys: str) -> Sheet:
    app = Sheet()
    async with app.run_test() as pilot:
        assert not app.query_one(Search).display
        app.query_one(Search).open()
        await pilot.press(*keys)
        await settle(pilot)
        app.shown = app.query_one(Search).display
    return app


async def test_every_letter_searches():
    assert (await sought("a", "b")).seen == [("a", False), ("ab", False)]


async def test_enter_keeps_the_words_and_the_line():
    app = await sought("a", "enter")
    assert (app.seen[-1], app.shown) == (("a", True), True)


async def test_without_words_the_line_goes_away():
    app = await sought("enter")
    assert (app.seen, app.shown) == ([("", True)], False)


async def test_escape_clears():
    app = await sought("a", "escape")
    assert app.seen[0] == ("a", False)
    assert ("", True) in app.seen
    assert not app.shown
