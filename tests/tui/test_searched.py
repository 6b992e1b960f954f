import pytest
from textual.events import Key

from tests.tui.screen import LARGE, opened, press, settle, shown
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


@pytest.mark.parametrize(
    ("keys", "words", "there", "gone"),
    [
        (["1"], "brkr", "broker.example", "11:50 UTC"),
        (["2"], "health", "health.example", "shop.example"),
        (["4"], "Recommended", "Recommended for you", "Latest"),
        (["0"], "live", "Where you live", "Language of letters"),
        (["question_mark"], "registrable", "The registrable domain", "PgUp PgDn"),
        (["1", "enter"], "hashed", "hashed with SHA-256", "An act of yours"),
    ],
)
async def test_every_screen_can_be_searched(morning, keys, words, there, gone):
    async with opened(morning, *keys, "slash", *words, "enter", size=LARGE) as pilot:
        text = shown(pilot.app)
        assert there in text
        assert not any(gone in line for line in text.splitlines() if "Search" not in line)


async def test_escape_brings_everything_back(morning):
    async with opened(morning, "2", "slash", *"health") as pilot:
        assert "found" in shown(pilot.app)
        await press(pilot, "escape")
        assert "found" not in shown(pilot.app)


async def test_what_is_found_nowhere_says_so_and_stays_a_search(morning):
    async with opened(morning, "2", "slash", *"zzzz") as pilot:
        assert "0 found" in shown(pilot.app)
        assert "Nothing has arrived yet" not in shown(pilot.app)


async def test_in_the_line_of_a_finding_the_letters_of_jumps_are_letters(morning):
    async with opened(morning, "1", "enter", "slash", *"ec") as pilot:
        assert pilot.app.screen.query_one(Search).value == "ec"
