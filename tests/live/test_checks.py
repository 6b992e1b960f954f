from datetime import timedelta

import pytest
import sqlite_utils

from companion.capture.journal import Writer
from companion.classify.classify import FAULT
from companion.live.checks import INSTALL, TOLD, checks
from companion.live.lock import StoreLock
from companion.live.recording import Ready
from companion.model import FindingKind, Test
from companion.settings import data_folder
from companion.store import exchanges, slates, tests
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


def found(path, words):
    """The one check that speaks of something."""
    (check,) = (it for it in checks(path) if words in it.what)
    return check


def test_without_a_browser_it_says_how_to_install_one(path, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("COMPANION_BROWSER", raising=False)
    assert found(path, "no browser").mend == "install chromium"
    for tool, command in INSTALL["chromium"].items():
        program = tmp_path / tool
        program.touch(mode=0o700)
        assert found(path, "no browser").mend == command
        program.unlink()


def test_a_firefox_without_certutil_says_how_to_install_it(path, tmp_path, monkeypatch):
    for tool in ("firefox", "apt-get"):
        (tmp_path / tool).touch(mode=0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("COMPANION_BROWSER", raising=False)
    check = found(path, "certutil")
    assert (check.works, check.mend) == (False, INSTALL["certutil"]["apt-get"])


@pytest.mark.parametrize(("name", "held"), [("settings.toml", b"scope = 3"), ("seeds", b"x" * 40)])
def test_a_file_that_can_not_be_used_is_put_away_by_one_command(path, name, held):
    open_store(path).close()
    place = data_folder(path) / name
    place.write_bytes(held)
    place.chmod(0o600)
    check = found(path, f"{place}")
    assert (check.works, check.mend) == (False, f"mv {place} {place}.broken")


def test_a_store_that_is_none_is_put_away_and_one_of_another_program_is_not(path):
    path.write_text("no store at all, but long enough to look at as if it were one" * 100)
    assert found(path, "can't be used as a store").mend == f"mv {path} {path}.broken"
    path.unlink()
    sqlite_utils.Database(path)["theirs"].insert({"a": 1})
    assert found(path, "another program").mend == ""


def test_what_a_recording_left_behind_is_taken_in_by_one_command(path):
    open_store(path).close()
    Writer(data_folder(path) / "journal").close()
    (data_folder(path) / "recording.json").write_text(Ready("p", "c", "s", "d").line())
    check = found(path, "ended without a word")
    assert (check.works, check.mend) == (None, f"companion analyze --db {path}")
    assert found(path, "no recording runs").mend == f"companion watch --db {path}"


def test_a_recording_that_runs_is_named(path):
    open_store(path).close()
    (data_folder(path) / "recording.json").write_text(Ready("http://p", "c", "s", "d").line())
    with StoreLock(path, data_folder(path)):
        assert found(path, "recording through http://p").works
        assert not any("no recording" in it.what for it in checks(path))


def test_a_store_that_is_not_there_is_told_and_not_made(path):
    assert found(path, "no store at").works is None
    assert not path.exists()
    assert not path.with_name(path.name + ".d").exists()


def a_look(why):
    return Test(
        id="1",
        kind=FindingKind.PRICE_PERSONALIZATION,
        site="news.example",
        surface=None,
        visitor="self",
        n=0,
        verdict="missing",
        why=why,
    )


def test_a_detector_that_failed_is_told_and_can_be_run_again(path):
    with open_store(path) as db:
        tests.put(db, [a_look(f"{FAULT} (KeyError in price.py, line 7)")])
    check = found(path, "a detector failed on 1 looks at sites (price_personalization)")
    assert (check.works, "KeyError in price.py" in check.what) == (False, True)
    assert "analyze --rebuild" in check.mend


def test_a_comparison_that_is_missing_is_no_fault(path):
    with open_store(path) as db:
        tests.put(db, [a_look("missing: not comparable (a sign-in page)")])
    assert not any("a detector failed" in it.what for it in checks(path))
