"""A real Chromium does what a plan says, on made-up pages."""

import tempfile
import urllib.parse
from pathlib import Path

import pytest

from companion.audit.hands import Hands, words
from companion.audit.plan import Act
from companion.browser.chromium import Launch
from companion.browser.find import find
from companion.browser.session import Session
from companion.errors import CompanionError

pytestmark = pytest.mark.xdist_group("browser")

PAGE = """<title>one</title><h1>News</h1>
<div class=consent role=dialog>We choose for you <button onclick="document.title='accepted'">
Accept  all!</button><button onclick="document.title='rejected'">Reject all</button></div>
<form action="about:blank"><input name=q></form>
<a href="#x" onclick="document.title='two'">A walk</a>
<div style="height:3000px"></div>"""


@pytest.fixture(scope="module")
def session():
    found = find()
    if found is None or found.family != "chromium":
        pytest.skip("no Chromium is here")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        launch = Launch(
            program=found.program, profile=Path(name) / "p", proxy="http://127.0.0.1:9", pin="",
            headless=True,
        )  # fmt: skip
        with Session(launch) as running:
            yield running


def _address(page=PAGE):
    return "data:text/html," + urllib.parse.quote(page)


@pytest.mark.parametrize(
    ("banner", "title"), [("accept", "accepted"), ("reject", "rejected"), ("ignore", "one")]
)
def test_a_banner_is_answered_as_the_plan_says(session, banner, title):
    hands = Hands(session, banner, 0, 1)
    hands.look(_address())
    assert session.evaluate("document.title") in {title, "one"}  # loaded again after a choice
    assert bool(hands.pressed) == (banner != "ignore")


def test_what_a_banner_says_stands_apart_from_the_page(session):
    hands = Hands(session, "ignore", 0, 1)
    hands.visit(_address())
    page, _, banner = hands.seen().text.partition("\f")
    assert "News" in page
    assert "choose for you" not in page
    assert "choose for you" in banner


def test_acts_are_done_one_after_the_other(session):
    hands = Hands(session, "ignore", 0, 1)
    hands.do(Act("visit", _address()))
    hands.do(Act("click", "a walk"))
    assert session.evaluate("document.title") == "two"
    hands.do(Act("scroll", "300"))
    assert session.evaluate("scrollY") == 300
    hands.do(Act("wait", "0"))
    hands.do(Act("search", "huts"))
    assert "q=huts" in str(session.evaluate("location.href"))


def test_without_a_search_field_a_search_fails_in_words(session):
    hands = Hands(session, "ignore", 0, 1)
    hands.visit(_address("<p>nothing"))
    with pytest.raises(CompanionError, match="no search field was found for 'huts'"):
        hands.do(Act("search", "huts"))


def test_a_driven_browser_says_so(session):
    assert '"webdriver": true' in Hands(session, "ignore", 0, 1).tells()


def test_words_of_banners_are_found_by_language():
    assert {"accept all", "alle akzeptieren"} <= set(words("accept"))
    assert not set(words("accept")) & set(words("reject"))
