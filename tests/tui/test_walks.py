"""Every kind of finding is taken along its ways to their end, with keys alone."""

import pytest

from companion.contest import shield
from companion.contest.route import RouteKind
from companion.model import Evidence, FindingKind, Level, Origin, SignalKind
from companion.settings import Settings, data_folder, dump
from companion.store import contests, exchanges, findings, signals
from companion.store.open import open_store
from tests.builders import a_finding, a_signal, an_exchange
from tests.tui.screen import LARGE, opened, press
from tui.contesting import Case
from tui.pages.finding import FindingPage
from tui.pages.route import RoutePage
from tui.widgets.blocks import Blocks, Row


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store to be filled, with letters going to a folder of its own."""
    path = tmp_path / "companion.db"
    letters = tmp_path / "letters"
    letters.mkdir()
    monkeypatch.chdir(letters)
    return path


def fill(path, kind, confidence):
    """One finding of a kind, with an identifier as its evidence."""
    exchange = an_exchange(
        "https://adnet.test/p?uid=k3jd92hf83hd7w2q", site="news.test", origin=Origin.DEMO
    )
    signal = a_signal(
        kind=SignalKind.IDENTIFIER,
        exchange=exchange.id,
        locator="query:uid",
        party="adnet.test",
        site="news.test",
    )
    finding = a_finding(
        kind=kind,
        confidence=confidence,
        party="adnet.test",
        site="news.test",
        evidence=(Evidence(note="the value", signal=signal.id),),
    )
    country = "US-CA" if kind is FindingKind.GPC_IGNORED else "DE"  # where a law knows the signal
    data_folder(path).mkdir(mode=0o700)
    (data_folder(path) / "settings.toml").write_text(dump(Settings(country=country)))
    with open_store(path) as db, db.atomic():
        exchanges.keep(db, [exchange])
        signals.put(db, [signal])
        findings.put(db, [finding])


async def walk(pilot, path, folder):
    """Do what the way on the screen is for; what came of it."""
    page = pilot.app.screen
    assert isinstance(page, RoutePage)
    if page.offers:
        await press(pilot, "s", *(["enter"] if page.offers[1:] else []))
        return [it.on for it in shield.load(shield.place(data_folder(path)))]
    if page.letter:
        await press(pilot, "w")
        return [page.route.to in file.read_text() for file in folder.iterdir()]
    await press(pilot, "d")
    with open_store(path, readonly=True) as db:
        return [it.state == "verifying" for it in contests.each(db)]


@pytest.mark.parametrize("kind", FindingKind)
async def test_the_best_way_and_a_letter_are_walked_to_their_end(store, kind):
    fill(store, kind, Level.OBSERVED)
    async with opened(store, "enter", "c", "enter", size=LARGE, first="findings") as pilot:
        assert await walk(pilot, store, store.parent / "letters") == [True]
        while not isinstance(pilot.app.screen, FindingPage):
            await press(pilot, "escape")
        column = pilot.app.screen.query_one(Blocks)
        way = next(it for it in column.query(Row) if leads_to_a_letter(it))
        pilot.app.screen.set_focus(way)
        await press(pilot, "enter", "w", "d")
        (letter,) = (store.parent / "letters").iterdir()
        assert way.leads.route.to in letter.read_text()
        with open_store(store, readonly=True) as db:
            assert "sent" in [it.state for it in contests.each(db)]


async def test_of_what_is_only_possible_the_best_way_is_walked_to_its_end(store):
    fill(store, FindingKind.OPAQUE_INFERENCE, Level.POSSIBLE)
    async with opened(store, "enter", "c", "enter", size=LARGE, first="findings") as pilot:
        assert await walk(pilot, store, store.parent / "letters") == [True]


def leads_to_a_letter(row):
    return isinstance(row.leads, Case) and row.leads.route.kind is RouteKind.LETTER
