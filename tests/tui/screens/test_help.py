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
