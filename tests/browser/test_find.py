"""Finding a browser: by data, by system, by the person's word."""

import pytest

from companion.browser.find import Browser, find


def _only(*programs):
    return lambda name: name if name in programs else None


def test_chromium_is_taken_before_firefox():
    assert find("linux", _only("firefox", "chromium"), {}) == Browser(
        "Chromium", "chromium", "chromium"
    )


def test_firefox_is_taken_when_it_is_all_there_is():
    assert find("linux", _only("firefox-esr"), {}) == Browser("Firefox", "firefox", "firefox-esr")


def test_none_when_there_is_none():
    assert find("linux", _only(), {}) is None


@pytest.mark.parametrize(
    ("system", "program"),
    [
        ("darwin", "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser"),
        ("win32", "C:\\Programs\\BraveSoftware\\Brave-Browser\\Application\\brave.exe"),
    ],
)
def test_other_systems_have_their_own_places(system, program):
    found = find(system, _only(program), {"PROGRAMFILES": "C:\\Programs"})
    assert found == Browser("Brave", "chromium", program)


def test_the_persons_own_choice_wins():
    assert find("linux", _only("mine", "chromium"), {"COMPANION_BROWSER": "mine"}).program == "mine"


def test_a_choice_that_is_not_there_is_passed_over():
    found = find("linux", _only("chromium"), {"COMPANION_BROWSER": "gone"})
    assert found.program == "chromium"
