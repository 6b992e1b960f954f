"""A real Chromium, driven over its pipe on made-up pages."""

import pytest

from companion.browser.chromium import Launch
from companion.browser.pin import spki
from companion.browser.session import Session
from companion.errors import CompanionError

PAGE = (
    "data:text/html,<title>one</title><input id=q onkeyup='this.dataset.keys=1'>"
    "<a href='%23there' onclick='document.title=%22two%22'>Go There now</a>"
)

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def session(chromium, open_folder, authority):
    launch = Launch(
        program=chromium.program,
        profile=open_folder / "p",
        proxy="http://127.0.0.1:9",
        pin=spki(authority),
        headless=True,
    )
    with Session(launch) as running:
        yield running


def test_a_script_walks_through_pages(session, tmp_path):
    session.visit(PAGE)
    session.type("#q", "hiking")
    assert session.evaluate("document.querySelector('#q').value") == "hiking"
    session.click("go there")
    assert session.evaluate("document.title") == "two"
    with pytest.raises(CompanionError, match="nothing on this page says"):
        session.click("not here")
    with pytest.raises(CompanionError, match="refused a step"):
        session.evaluate("throw 1")
    with pytest.raises(CompanionError, match="refused"):
        session.pipe.call("No.such")
    session.press_enter()
    session.picture(tmp_path / "p.png")
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")


def test_every_page_carries_the_badge(session):
    session.visit(PAGE)
    assert session.evaluate("document.querySelectorAll('companion-recorded').length") == 1
    session.visit("data:text/html,<title>other</title>")
    assert session.evaluate("document.querySelectorAll('companion-recorded').length") == 1


def test_a_closed_browser_says_so(session):
    session.pipe.process.kill()
    session.wait()
    with pytest.raises(CompanionError, match=r"closed|did not answer"):
        session.visit(PAGE)


def test_a_page_that_asks_for_nothing_more_is_quiet(session):
    session.visit(PAGE)
    assert session.quiet(within=10)


@pytest.fixture
def equipped(chromium, open_folder, authority):
    launch = Launch(
        program=chromium.program,
        profile=open_folder / "p",
        proxy="http://127.0.0.1:9",
        pin=spki(authority),
        headless=True,
        language="de-DE",
        headers=(("Sec-GPC", "1"),),
        script="window.told = 1",
    )
    with Session(launch) as running:
        yield running


def test_a_page_finds_the_language_and_script_of_the_launch(equipped):
    equipped.visit(PAGE)
    assert equipped.evaluate("navigator.languages.join()") == "de-DE,de"
    assert equipped.evaluate("window.told") == 1


def test_without_them_a_page_finds_nothing_of_the_sort(session):
    session.visit(PAGE)
    assert session.evaluate("window.told === undefined")
