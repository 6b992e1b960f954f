"""Settings are shown, changed and kept; what can't be is refused in a line."""

from dataclasses import fields

import pytest

from companion.settings import Settings, data_folder, load
from tests.tui.filled import fill
from tests.tui.screen import opened, press, shown
from tui.words import book

TALL = (110, 40)
NAMES = [it.name for it in fields(Settings)]


@pytest.fixture
def path(tmp_path):
    return fill(tmp_path / "companion.db")


def kept(path):
    return load(data_folder(path) / "settings.toml")


def down_to(name):
    return ["j"] * NAMES.index(name)


async def test_every_setting_is_there_with_its_meaning(path):
    async with opened(path, "0", size=TALL) as pilot:
        text = shown(pilot.app)
        for name in NAMES:
            assert book()["setting"][name]["title"] in text
        assert "Two letters, such as DE." in text


async def test_one_is_written_and_kept(path):
    async with opened(path, "0", "enter", *"de", "enter", size=TALL) as pilot:
        assert "DE" in shown(pilot.app)
    assert kept(path).country == "DE"


async def test_one_is_chosen_and_kept(path):
    async with opened(path, "0", *down_to("scope"), "enter", "j", "enter", size=TALL):
        pass
    assert kept(path).scope == "named"


async def test_a_list_is_written_with_commas(path):
    typed = ["a", ".", "d", "e", "comma", "b", ".", "d", "e"]
    async with opened(path, "0", *down_to("exclude"), "enter", *typed, "enter", size=TALL):
        pass
    assert kept(path).exclude == ("a.de", "b.de")


async def test_what_it_can_not_be_is_told_and_not_kept(path):
    keys = ["0", *down_to("retain"), "enter", *"soon", "enter"]
    async with opened(path, *keys, size=TALL, notes=True) as pilot:
        assert "must be written like" in shown(pilot.app)
    assert kept(path) == Settings()


async def test_leaving_the_question_changes_nothing(path):
    async with opened(path, "0", "enter", *"de", "escape", size=TALL) as pilot:
        await press(pilot, "0")
    assert kept(path) == Settings()


async def test_what_was_chosen_is_taken_back(path):
    async with opened(path, "0", "enter", *"FR", "enter", "u") as pilot:
        assert "FR" not in shown(pilot.app)
    assert kept(path).country == ""
