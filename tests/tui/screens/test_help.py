from companion.model import FindingKind
from tests.tui.screen import opened, press, shown
from tui.place import places
from tui.words import kind_title


async def test_every_screen_key_kind_and_term_is_explained(morning):
    async with opened(morning, "question_mark", size=(110, 140)) as pilot:
        text = shown(pilot.app)
        for found in places():
            assert f"{found.key}  {found.title}" in text
        for kind in FindingKind:
            assert kind_title(kind) in text
        for words in ("PgUp PgDn", "locator", "made-up data", "Not shown. It may be so"):
            assert words in text


async def test_a_screen_opens_from_its_explanation(morning):
    async with opened(morning, "question_mark", "j", "enter") as pilot:
        assert "You are on news.example" in shown(pilot.app)


async def test_escape_goes_home(morning):
    async with opened(morning, "question_mark") as pilot:
        await press(pilot, "escape")
        assert "What matters most" in shown(pilot.app)


async def test_escape_goes_back_to_the_screen_help_was_asked_on(morning):
    async with opened(morning, "5", "question_mark", "question_mark", "escape") as pilot:
        assert "findings · by weight" in shown(pilot.app)


async def test_escape_goes_back_into_what_was_opened_there(morning):
    async with opened(morning, "5", "enter", "question_mark", "escape") as pilot:
        assert "Why this is shown" in shown(pilot.app)
