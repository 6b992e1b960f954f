"""A dedicated Chromium profile: what it is started with, and that it says it is recorded."""

import json

from companion.browser.chromium import Launch, command, prepare


def _launch(tmp_path, **changes):
    defaults = {
        "program": "chromium",
        "profile": tmp_path,
        "proxy": "http://127.0.0.1:9",
        "pin": "p=",
    }
    return Launch(**(defaults | changes))


def test_the_sandbox_is_never_switched_off(tmp_path):
    for driven in (False, True):
        assert not any("no-sandbox" in word for word in command(_launch(tmp_path, driven=driven)))


def test_a_person_is_not_given_a_control_pipe(tmp_path):
    assert "--remote-debugging-pipe" not in command(_launch(tmp_path))
    assert "--remote-debugging-pipe" in command(_launch(tmp_path, driven=True))


def test_only_one_key_is_trusted(tmp_path):
    assert "--ignore-certificate-errors-spki-list=p=" in command(_launch(tmp_path))


def test_headless_is_asked_for(tmp_path):
    assert "--headless=new" in command(_launch(tmp_path, headless=True))
    assert "--headless=new" not in command(_launch(tmp_path))


def test_the_profile_names_itself_as_recorded_and_is_private(tmp_path):
    prepare(tmp_path / "p", "work")
    preferences = json.loads((tmp_path / "p/Default/Preferences").read_text())
    assert preferences["profile"]["name"] == "work (recorded by Companion)"
    bookmarks = json.loads((tmp_path / "p/Default/Bookmarks").read_text())
    assert bookmarks["roots"]["bookmark_bar"]["children"][0]["name"] == "● Recorded"
    assert preferences["bookmark_bar"]["show_on_all_tabs"]
    assert (tmp_path / "p").stat().st_mode & 0o777 == 0o700


def test_a_profile_in_use_keeps_its_preferences(tmp_path):
    prepare(tmp_path / "p", "work")
    kept = tmp_path / "p/Default/Preferences"
    kept.write_text("{}")
    prepare(tmp_path / "p", "other")
    assert kept.read_text() == "{}"
