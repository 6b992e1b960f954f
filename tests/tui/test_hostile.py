"""Whatever a site sent is text: on no screen does markup, an escape or a bidi override act."""

import pytest

from companion.store import exchanges, findings, slates
from companion.store.open import open_store
from tests.builders import a_finding, a_slate, an_exchange
from tests.tui.everywhere import PAGES, PUSHED, SCREENS, found
from tests.tui.evil import a_drift, fill
from tests.tui.screen import SMALL, lines, opened, press, settle, shown
from tui.pages.stopped import StoppedPage

PATHS = {
    **SCREENS,
    **PAGES,
    "evidence": ["1", "enter", "e", "enter"],
    "list as evidence": ["1", "enter", "e", "j", "j", "enter"],
    "filter": ["5", "f"],
    "what a network way offers": ["1", "enter", "c", "enter", "s"],
    "mirror by party": ["3", "s"],
    "what is held back here": ["2", "s"],
}
OWN_WORDS = {"help", "settings", "filter"}
LARGER = ((120, 40), (200, 60))
LONG = 10_000_000


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return fill(tmp_path_factory.mktemp("hostile") / "companion.db")


def test_every_screen_and_page_there_is_stands_here():
    assert found() == {*SCREENS, *PAGES, *PUSHED}


@pytest.mark.parametrize("name", PATHS)
async def test_on_every_screen_what_a_site_sent_is_text(hostile, name):
    async with opened(hostile, *PATHS[name], size=SMALL) as pilot:
        unharmed(pilot.app)
        for size in LARGER:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            unharmed(pilot.app)
        assert "[b" in shown(pilot.app) or name in OWN_WORDS


async def test_a_list_that_stopped_is_text(hostile):
    async with opened(hostile) as pilot:
        await pilot.app.push_screen(StoppedPage([a_drift()]))
        await settle(pilot)
        unharmed(pilot.app)
        assert "[b" in shown(pilot.app)


@pytest.mark.parametrize("name", ["home", "now", "mirror", "lists", "findings", "contexts"])
async def test_a_sentence_and_the_bytes_are_text(hostile, name):
    async with opened(hostile, *SCREENS[name], "i", size=LARGER[0], notes=True) as pilot:
        unharmed(pilot.app)
        await press(pilot, "y", "p")
        unharmed(pilot.app)


@pytest.fixture(scope="module")
def endless(tmp_path_factory):
    """A store with lines of ten megabytes."""
    path = tmp_path_factory.mktemp("endless") / "companion.db"
    line = "x" * LONG
    with open_store(path) as db, db.atomic():
        exchange = an_exchange("https://a.example/" + line, site="a.example", body=line.encode())
        exchanges.keep(db, [exchange])
        slates.put(db, [a_slate(line, heading=line, exchange=exchange.id)])
        findings.put(db, [a_finding(title=line, why=line, measure={"n": line})])
    return path


@pytest.mark.parametrize(
    "name", ["home", "now", "lists", "findings", "exchange", "finding", "slate"]
)
async def test_a_line_of_ten_megabytes_is_shown_without_harm(endless, name):
    async with opened(endless, *PATHS[name]) as pilot:
        assert "xxxx" in shown(pilot.app)
        await press(pilot, "j", "G", "i", "escape")


def unharmed(app):
    """Only what can be printed, and nothing that a click would act on."""
    for line in lines(app):
        assert line.isprintable(), line
    strips = app.screen._compositor.render_strips()
    styles = [it.style for strip in strips for it in strip if it.style is not None]
    assert not any("click" in str(style.meta) for style in styles)
