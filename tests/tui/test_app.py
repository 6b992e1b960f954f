import json

import pytest
from textual.theme import BUILTIN_THEMES

from companion.live.lock import StoreLock
from companion.settings import data_folder
from companion.store import exchanges, progress
from companion.store.open import open_store
from tests.builders import an_exchange
from tests.tui.filled import empty
from tests.tui.screen import LARGE, a_desk, lines, opened, press, settle, shown
from tui.themes import THEMES
from tui.widgets.masthead import Masthead

TITLES = {
    "1": "What matters most",
    "2": "You are on",
    "3": "They say",
    "4": "Heading",
    "5": "by weight",
    "6": "What the recording lost",
    "question_mark": "Screens",
}


@pytest.mark.parametrize("key", TITLES)
async def test_a_number_opens_its_screen(morning, key):
    async with opened(morning, key) as pilot:
        assert TITLES[key] in shown(pilot.app)


async def test_every_screen_says_whether_it_is_recording_and_what_was_lost(morning):
    async with opened(morning) as pilot:
        for key in TITLES:
            await press(pilot, key)
            head = lines(pilot.app)[0]
            assert "○ not recording · 42 exchanges · 1 gap · 2 failures" in head


async def test_made_up_data_is_said_on_every_screen_and_behind_them(demo):
    async with opened(demo) as pilot:
        for keys in (*([key] for key in TITLES), ["1", "enter"], ["e", "enter"], ["4", "enter"]):
            await press(pilot, *keys)
            assert lines(pilot.app)[0].endswith("made-up data")


async def test_real_data_is_not_called_made_up(morning):
    async with opened(morning) as pilot:
        assert "made-up" not in shown(pilot.app)


async def test_the_key_of_the_screen_one_is_on_goes_back_to_its_beginning(morning):
    async with opened(morning, "enter", "e", "enter", "1") as pilot:
        assert "What matters most" in shown(pilot.app)


async def test_a_screen_is_found_again_as_it_was_left(morning):
    async with opened(morning, "enter", "5", "j", "1") as pilot:
        assert "Why this is shown" in shown(pilot.app)


async def test_escape_on_a_screen_goes_home(morning):
    async with opened(morning, "5", "escape") as pilot:
        assert "What matters most" in shown(pilot.app)


async def test_q_quits(morning):
    async with opened(morning, "q") as pilot:
        assert pilot.app.return_code == 0


async def test_the_command_palette_offers_every_screen(morning):
    async with opened(morning, "ctrl+p") as pilot:
        assert "What can't be seen from here" in shown(pilot.app)
        await press(pilot, "escape")
        commands = pilot.app.get_system_commands(pilot.app.screen)
        await next(it for it in commands if it.title == "Blind spots").callback()
        await settle(pilot)
        assert "What the recording lost" in shown(pilot.app)


async def test_a_click_on_a_name_opens_the_screen(morning):
    async with opened(morning) as pilot:
        place = lines(pilot.app)[1].index("Findings")
        await pilot.click(offset=(place, 1))
        await settle(pilot)
        assert "by weight" in shown(pilot.app)


async def test_a_click_beside_the_names_does_nothing(morning):
    async with opened(morning, size=LARGE) as pilot:
        await pilot.click(offset=(118, 1))
        await pilot.click(offset=(10, 0))
        await settle(pilot)
        assert "What matters most" in shown(pilot.app)


@pytest.mark.parametrize("theme", [*(it.name for it in THEMES), *list(BUILTIN_THEMES)[:3]])
async def test_every_look_shows_the_same_words(morning, theme):
    async with opened(morning) as pilot:
        before = shown(pilot.app)
        pilot.app.theme = theme
        await settle(pilot)
        assert shown(pilot.app) == before


async def test_what_is_recorded_meanwhile_appears(tmp_path):
    path = empty(tmp_path / "companion.db")
    async with opened(path) as pilot:
        assert "0 exchanges" in lines(pilot.app)[0]
        db = open_store(path)
        with db.atomic():
            exchanges.keep(db, [an_exchange()])
        db.close()
        await pilot.app.poll()
        await settle(pilot)
        assert "1 exchange" in lines(pilot.app)[0]
        assert "Nothing found so far." in shown(pilot.app)


async def test_the_store_is_looked_at_by_itself(morning):
    async with opened(morning, every=0.01) as pilot:
        assert "42 exchanges" in lines(pilot.app)[0]


async def test_only_one_look_at_a_time(morning):
    async with opened(morning) as pilot:
        pilot.app._polling = True
        await pilot.app.poll()
        pilot.app._polling = False
        assert "42 exchanges" in lines(pilot.app)[0]


async def test_a_store_that_is_not_there_is_said_on_every_screen(tmp_path):
    async with opened(tmp_path / "none.db", size=LARGE) as pilot:
        for key in TITLES:
            await press(pilot, key)
            assert "the record can't be read" in lines(pilot.app)[0]
            assert "unable to open database file" in shown(pilot.app)


async def test_a_recording_that_was_asked_for_and_runs(tmp_path):
    path = empty(tmp_path / "companion.db")
    notice = data_folder(path) / "recording.json"
    with StoreLock(path, data_folder(path)):
        notice.write_text(json.dumps({"proxy": "", "ca": "", "spki": "", "store": ""}))
        async with opened(path, live=True) as pilot:
            assert "● recording ·" in lines(pilot.app)[0]
            assert "companion browse" in shown(pilot.app)


async def test_a_recording_of_another_terminal_is_seen(tmp_path):
    path = empty(tmp_path / "companion.db")
    notice = data_folder(path) / "recording.json"
    with StoreLock(path, data_folder(path)):
        notice.write_text(json.dumps({"proxy": "", "ca": "", "spki": "", "store": ""}))
        async with opened(path) as pilot:
            assert "● recording ·" in lines(pilot.app)[0]


async def test_a_recording_that_ended_by_itself_is_said(tmp_path):
    async with opened(empty(tmp_path / "companion.db"), live=True) as pilot:
        assert "recording has ended" in lines(pilot.app)[0]


async def test_the_first_frame_needs_no_store(tmp_path):
    app = a_desk(tmp_path / "none.db")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Companion" in lines(app)[0]
        await settle(pilot)  # leaving while screens are added is another matter


async def test_what_is_wrong_with_a_recording_is_said_in_the_head_and_whole_for_a_while(tmp_path):
    path = empty(tmp_path / "companion.db")
    with open_store(path) as db, db.atomic():
        progress.keep_trouble(db, "the proxy ended by itself: what was recorded is kept")
    async with opened(path, live=True, notes=True) as pilot:
        assert "recording has ended · the proxy ended by itself" in lines(pilot.app)[0]
        assert "recorded is kept" in shown(pilot.app).partition("▌")[2]
    async with opened(path) as pilot:
        assert "proxy" not in lines(pilot.app)[0]


async def test_ctrl_c_quits(morning):
    async with opened(morning, "ctrl+c") as pilot:
        assert pilot.app.return_code == 0


async def test_the_screen_that_is_shown_is_marked_in_the_masthead(morning):
    async with opened(morning, "5") as pilot:
        assert pilot.app.screen.query_one(Masthead).here == "findings"
        await press(pilot, "enter")
        assert pilot.app.screen.query_one(Masthead).here == "findings"
        await press(pilot, "1")
        assert pilot.app.screen.query_one(Masthead).here == "home"
