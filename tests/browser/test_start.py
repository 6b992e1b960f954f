"""A browser for a person: started plainly on its own profile, with a word on recording first."""

import os
import stat

import pytest

from companion import posix
from companion.browser import start as starting
from companion.browser.find import Browser
from companion.errors import CompanionError


@pytest.fixture
def program(open_folder):
    """Stands in for a browser: notes its words, and whose process it was."""
    path = open_folder / "browser"
    log = open_folder / "log"
    log.touch()
    log.chmod(0o666)
    path.write_text(f'#!/bin/sh\n(id -u; echo "$@") > {log}\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return path


def _start(program, open_folder, authority, url=""):
    browser = Browser("Chromium", "chromium", str(program))
    profile = open_folder / "profile"
    launch = starting.launch_for(browser, profile, "http://127.0.0.1:9", authority, url)
    starting.start(browser, launch, "work", authority).wait(timeout=30)
    user, words = (open_folder / "log").read_text().splitlines()
    return profile, int(user), words


def test_without_an_address_it_opens_with_a_word_on_recording(program, open_folder, authority):
    profile, _, words = _start(program, open_folder, authority)
    assert words.endswith("welcome.html")
    assert "is <b>recorded</b>" in (profile / "welcome.html").read_text()


def test_an_address_is_opened(program, open_folder, authority):
    _, _, words = _start(program, open_folder, authority, "https://news.example/")
    assert words.endswith(" https://news.example/")


@pytest.mark.skipif(not posix.is_root(), reason="only root starts a browser as somebody else")
def test_root_starts_it_as_a_user_without_rights(program, open_folder, authority):
    profile, user, _ = _start(program, open_folder, authority)
    assert user != 0
    assert profile.stat().st_uid == user


def test_firefox_gets_its_own_kind_of_profile(program, open_folder, authority, monkeypatch):
    certutil = open_folder / "certutil"
    certutil.write_text("#!/bin/sh\n")
    certutil.chmod(0o755)
    monkeypatch.setenv("PATH", f"{open_folder}:{os.environ['PATH']}")
    browser = Browser("Firefox", "firefox", str(program))
    launch = starting.launch_for(browser, open_folder / "f", "http://127.0.0.1:9", authority, "")
    starting.start(browser, launch, "work", authority).wait(timeout=30)
    assert (open_folder / "f/user.js").exists()


def test_profiles_stand_in_the_stores_folder_or_apart_for_root(tmp_path):
    place = starting.profiles(tmp_path)
    assert (place == tmp_path / "profiles") is not posix.is_root()
    assert starting.profiles(tmp_path) == place


def test_a_place_of_somebody_else_is_refused(tmp_path):
    place = starting.profiles_place(tmp_path)
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(tmp_path, target_is_directory=True)
    try:
        with pytest.raises(CompanionError, match="belongs to somebody else"):
            starting.profiles(tmp_path)
    finally:
        place.unlink()


def test_a_profile_that_is_used_again_is_made_once(program, open_folder, authority):
    first, _, _ = _start(program, open_folder, authority)
    (first / "kept").touch()
    again, _, _ = _start(program, open_folder, authority)
    assert (again / "kept").exists()
