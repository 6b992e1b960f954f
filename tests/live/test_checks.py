"""What `companion doctor` looks at, each with a set-up that is well and one that is not."""

import sys

import pytest

from companion.live.checks import checks
from companion.live.lock import StoreLock
from companion.live.recording import Ready
from companion.settings import data_folder
from companion.store.open import open_store


@pytest.fixture
def db(tmp_path):
    path = tmp_path / "companion.db"
    open_store(path).close()
    return path


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Makes stand-ins for programs, and leaves no others in the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("COMPANION_BROWSER", raising=False)

    def make(*names):
        for name in names:
            (folder / name).write_text("#!/bin/sh\n")
            (folder / name).chmod(0o755)

    return make


def _said(db, word):
    return next(check for check in checks(db) if word in check.what)


def test_all_is_well_on_a_fresh_store(db, programs):
    assert [check.what for check in checks(db) if check.works is False] == []


def test_a_system_that_nobody_tried_is_named(db, monkeypatch):
    assert _said(db, "system").works is (True if sys.platform == "linux" else None)
    monkeypatch.setattr("sys.platform", "haiku")
    assert "nobody has tried" in _said(db, "system haiku").what


def test_without_a_browser_the_way_to_one_is_named(db, programs):
    assert "install Chromium" in _said(db, "no browser").mend


def test_firefox_needs_a_tool_for_its_certificates(db, programs):
    programs("firefox")
    assert _said(db, "Firefox").works is False
    programs("certutil")
    assert _said(db, "Firefox").works is True


def test_settings_that_can_not_be_read_are_named(db):
    place = data_folder(db) / "settings.toml"
    place.touch(mode=0o600)
    place.write_text("country = 'nowhere at all'\nnonsense")
    assert _said(db, "settings.toml").works is False


def test_a_store_that_can_not_be_opened_is_named(db):
    db.write_bytes(b"not a store" * 100)
    assert [check.works for check in checks(db)].count(False) == 1


def test_a_recording_that_runs_is_told_and_one_that_is_gone_is_not(db):
    notice = data_folder(db) / "recording.json"
    notice.touch(mode=0o600)
    notice.write_text(Ready("http://127.0.0.1:4711", "ca", "pin", str(db)).line())
    assert _said(db, "no recording runs").mend == "companion watch"
    with StoreLock(db, data_folder(db)):
        assert _said(db, "recording through http://127.0.0.1:4711").works is True
        notice.write_text("half a not")
        assert _said(db, "no recording runs").works is None
