from datetime import timedelta

import pytest

from companion.live.checks import TOLD, checks
from companion.store import exchanges, slates
from companion.store.open import open_store
from tests.builders import NOON, a_slate, an_exchange

HOME = "https://news.example/?a=1&b=2"


def filled(path, lists, last=11):
    """A store in which some lists came on six days, and the page without them until the last."""
    with open_store(path) as db:
        for day in range(last):
            seen = NOON + timedelta(days=day)
            kept = an_exchange(HOME, body=b"x", page=HOME, seen_at=seen)
            exchanges.keep(db, [kept])
            for number in range(lists if day < 6 else 0):
                name = f"List {number}"
                place = f"home | div.{number} > ul | {name.lower()}"
                slates.put(db, [a_slate(
                    exchange=kept.id, place=place, heading=name, locator=name, seen_at=seen
                )])  # fmt: skip
    return path


@pytest.fixture
def path(tmp_path):
    return tmp_path / "companion.db"


def said(path):
    return [it for it in checks(path) if "slates" in it.mend or "Lists" in it.mend]


def test_a_list_that_stopped_is_a_note_with_the_way_to_look_into_it(path):
    (check,) = said(filled(path, 1))
    assert check.works is None
    assert check.what.startswith("news.example: the list “List 0” came on 6 of 6 pages")
    assert "since 2026-05-09" in check.what
    assert check.mend == f"companion slates --html '{HOME}'"


def test_lists_that_still_come_are_no_note(path):
    assert said(filled(path, 3, last=6)) == []


def test_of_many_lists_the_first_are_told_and_the_others_counted(path):
    *first, last = said(filled(path, TOLD + 2))
    assert len(first) == TOLD
    assert last.what == "2 more lists that stopped"


def test_a_store_that_can_not_be_opened_is_told_once(path):
    path.write_bytes(b"no database at all")
    assert said(path) == []
    assert sum(it.works is False and str(path) in it.what for it in checks(path)) >= 1
