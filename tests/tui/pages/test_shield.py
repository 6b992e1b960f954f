"""The shield on the screen: on, shown, one key from normal, each use counted."""

import pytest

from companion.contest.shield import Action, ActionKind, load, place, save
from companion.settings import data_folder
from companion.store import exchanges
from companion.store.open import open_store
from tests.builders import NOON, an_exchange
from tests.tui.filled import fill
from tests.tui.screen import LARGE, opened, press, shown

BLOCK = Action(kind=ActionKind.BLOCK, of="ads.example", since=NOON)


@pytest.fixture
def store(tmp_path):
    """A store of its own, as the test changes its folder."""
    return fill(tmp_path / "companion.db")


def held_back(path):
    return [(it.words, it.on) for it in load(place(data_folder(path)))]


async def test_nothing_is_held_back_at_first_and_it_says_how_to_begin(store):
    async with opened(store, "7", "s") as pilot:
        assert "Nothing is held back" in shown(pilot.app)
        assert "Back to normal" not in shown(pilot.app)


async def test_a_party_is_blocked_shown_at_the_head_and_let_pass_by_one_key(store):
    async with opened(store, "7", "s", "a", "j", "j", "enter", size=LARGE) as pilot:
        await press(pilot, *"Ads.example", "enter")
        assert held_back(store) == [("requests to ads.example blocked", True)]
        assert "◆ 1 held back (N)" in shown(pilot.app)
        assert "◆ on" in shown(pilot.app)
        await press(pilot, "1", "N")
        assert held_back(store) == [("requests to ads.example blocked", False)]
        assert "held back" not in shown(pilot.app)


async def test_a_parameter_is_withheld_by_its_name(store):
    async with opened(store, "7", "s", "a", "j", "enter", size=LARGE) as pilot:
        await press(pilot, *"ads.example", "enter", *"uid", "enter")
        assert held_back(store) == [("uid withheld from ads.example", True)]


@pytest.mark.parametrize("keys", [["escape"], ["enter"], ["j", "enter", "a", "enter", "escape"]])
async def test_a_question_that_is_left_holds_nothing_back(store, keys):
    async with opened(store, "7", "s", "a", *keys, "escape"):
        assert held_back(store) == []


async def test_an_action_is_switched_off_and_on_again_and_every_time_stays_written(store):
    save(place(data_folder(store)), [BLOCK])
    async with opened(store, "7", "s", "enter") as pilot:
        assert "◇ off" in shown(pilot.app)
        await press(pilot, "enter")
        assert "◆ on" in shown(pilot.app)
    assert [on for _, on in held_back(store)] == [False, True]


async def test_switching_on_is_undone_with_its_time_kept(store):
    save(place(data_folder(store)), [BLOCK])
    async with opened(store, "7", "s", "enter", "u") as pilot:
        assert "◆ on" in shown(pilot.app)
        assert "u Undo" not in shown(pilot.app)


async def test_each_use_is_counted(store):
    save(place(data_folder(store)), [BLOCK])
    with open_store(store) as db, db.atomic():
        used = an_exchange("https://ads.example/x", notes=(f"shield: {BLOCK.words}",))
        exchanges.keep(db, [used])
    async with opened(store, "7", "s") as pilot:
        (row,) = [line for line in shown(pilot.app).splitlines() if "◆ on" in line]
        assert row.split()[-1] == "1"


async def test_a_choice_that_can_not_be_read_is_said(store):
    data_folder(store).mkdir(exist_ok=True)
    place(data_folder(store)).write_text("[[action]]\nkind = 'burn'\n")
    async with opened(store) as pilot:
        assert "can't be read" in shown(pilot.app)
