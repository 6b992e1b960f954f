"""Cases on the screen: begun from a way, moved on, with the day the law sets."""

import pytest

from companion.contest.route import RouteKind
from companion.settings import Settings, data_folder, dump
from companion.store import contests, measured
from companion.store.open import open_store
from tests.builders import NOON
from tests.tui.filled import fill
from tests.tui.pages.test_route import a_case
from tests.tui.screen import opened, press, settle, shown
from tui.cases import begin, case_row, case_rows, move

WIDE = (140, 40)


@pytest.fixture
def path(tmp_path):
    path = fill(tmp_path / "companion.db")
    (data_folder(path) / "settings.toml").write_text(dump(Settings(country="DE")))
    return path


@pytest.fixture
def case(path):
    return a_case(path, RouteKind.LETTER, letter=True)


def kept(path):
    with open_store(path, readonly=True) as db:
        return list(contests.each(db))


def row_of(path, key):
    with open_store(path, readonly=True) as db:
        return case_row(db, key)


async def test_without_a_case_it_says_how_to_begin_one(path):
    async with opened(path, "7", size=WIDE) as pilot:
        assert "No case yet." in shown(pilot.app)


async def test_a_case_is_begun_on_a_way_and_stands_here(path, case):
    async with opened(path, size=WIDE) as pilot:
        await pilot.app.action_go("findings")
        await settle(pilot)
        await pilot.app.screen.show("route", case)
        await settle(pilot)
        await press(pilot, "b")
        assert "letter made, not sent" in shown(pilot.app)
        await press(pilot, "7")
        await pilot.app.poll()
        await settle(pilot)
        assert "1 case · 1 open" in shown(pilot.app)
    assert [it.state for it in kept(path)] == ["draft"]


async def test_what_happened_next_is_kept_and_sets_the_clock(path, case):
    begun = begin(path, case, NOON)
    async with opened(path, "7", "enter", size=WIDE) as pilot:
        assert "no day is set by law" in shown(pilot.app)
        await press(pilot, "n", "enter")
        assert "an answer is due by law on 2026-06-03" in shown(pilot.app)
    assert kept(path)[0].id == begun.id
    assert kept(path)[0].state == "sent"


async def test_what_was_said_of_a_case_is_taken_back(path, case):
    begun = begin(path, case, NOON)
    async with opened(path, "7", "enter", "n", "enter", "u", size=WIDE) as pilot:
        assert "letter made, not sent" in shown(pilot.app)
    assert kept(path) == [begun]


async def test_leaving_the_question_changes_nothing(path, case):
    begin(path, case, NOON)
    async with opened(path, "7", "enter", "n", "escape", size=WIDE):
        pass
    assert kept(path)[0].state == "draft"


async def test_the_way_and_the_finding_open_from_a_case(path, case):
    begin(path, case, NOON)
    async with opened(path, "7", "enter", "r", size=WIDE) as pilot:
        assert "The letter" in shown(pilot.app)
        await press(pilot, "escape", "j", "enter")
        assert "Evidence" in shown(pilot.app)


async def test_a_way_that_is_not_offered_any_more_is_told(path, case):
    begin(path, case, NOON)
    (data_folder(path) / "settings.toml").write_text(dump(Settings(country="BR")))
    async with opened(path, "7", "enter", "r", size=WIDE, notes=True) as pilot:
        assert "is not offered where you live now" in shown(pilot.app)


async def test_a_case_whose_finding_is_gone_keeps_its_history(path, case):
    begin(path, case, NOON)
    with open_store(path) as db, db.atomic():
        db.execute("delete from findings")
    async with opened(path, "7", size=WIDE) as pilot:
        assert "forgotten" in shown(pilot.app)
        await press(pilot, "enter")
        assert "What was done" in shown(pilot.app)
        assert "What it is about" not in shown(pilot.app)


def test_a_case_begins_once(path, case):
    first = begin(path, case, NOON)
    assert begin(path, case, NOON.replace(hour=13)) == first
    assert len(kept(path)) == 1


def test_what_is_contested_is_measured_before_anything_is_done(path, case):
    first = begin(path, case, NOON)
    with open_store(path, readonly=True) as db:
        assert [it.contest for it in measured.each(db)] == [first.id]


def test_what_is_due_soonest_comes_first_and_what_has_ended_last(path):
    ways = [a_case(path, RouteKind.LETTER, letter=True), a_case(path, RouteKind.NETWORK)]
    letter, action = (begin(path, it, NOON) for it in ways)
    move(path, row_of(path, letter.id), "sent", "DE", NOON)
    with open_store(path, readonly=True) as db:
        assert [it.contest.id for it in case_rows(db)] == [letter.id, action.id]
    move(path, row_of(path, letter.id), "closed", "DE", NOON)
    with open_store(path, readonly=True) as db:
        assert [it.contest.id for it in case_rows(db)] == [action.id, letter.id]


async def test_a_case_that_was_forgotten_meanwhile_is_told(path, case):
    begun = begin(path, case, NOON)
    async with opened(path, "7", size=WIDE) as pilot:
        with open_store(path) as db, db.atomic():
            db.execute("delete from contests")
        await pilot.app.screen.show("case", begun.id)
        await settle(pilot)
        assert "no longer in the record" in shown(pilot.app)
