from textual.events import Key

from tests.tui.screen import opened, press, settle
from tui.widgets.search import Search


async def test_letters_typed_before_the_line_is_open_belong_into_it(morning):
    async with opened(morning, "5") as pilot:
        for key, character in (("slash", "/"), *((it, it) for it in "tags")):
            pilot.app.post_message(Key(key, character))
        await settle(pilot)
        assert pilot.app.screen.query_one(Search).value == "tags"


async def test_in_the_line_a_slash_is_a_slash(morning):
    async with opened(morning, "3", "slash") as pilot:
        await press(pilot, "a", "slash", "b")
        assert pilot.app.screen.query_one(Search).value == "a/b"
