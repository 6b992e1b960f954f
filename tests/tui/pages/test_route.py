import stat

import pytest

from companion.contest.route import RouteKind
from companion.contest.shield import load, place
from companion.model import FindingKind
from companion.settings import Settings, data_folder, dump
from companion.store import contests, findings
from companion.store.open import open_store
from tests.tui.filled import fill
from tests.tui.screen import opened, press, settle, shown
from tui.contesting import Case, ways
from tui.pages.route import RoutePage
from tui.queries import dossier

TALL = (100, 120)


def a_case(path, kind: RouteKind, **wanted) -> Case:
    """The first way of a kind to contest the gravest finding."""
    db = open_store(path, readonly=True)
    finding = next(it for it in findings.each(db) if it.kind is FindingKind.PII_LEAK)
    found = ways(db, dossier(db, finding.id), "DE")
    db.close()
    route = next(
        it
        for it in found
        if it.kind is kind
        and all(bool(getattr(it, name)) is value for name, value in wanted.items())
    )
    return Case(finding=finding, route=route)


async def at(pilot, case):
    """Open a way."""
    await pilot.app.push_screen(RoutePage(case))
    await settle(pilot)
    return shown(pilot.app)


@pytest.fixture
def letter(morning):
    return a_case(morning, RouteKind.LETTER, letter=True)


async def test_a_way_says_what_it_changes_costs_takes_and_reveals(morning):
    case = a_case(morning, RouteKind.NETWORK)
    async with opened(morning, size=TALL) as pilot:
        text = await at(pilot, case)
        for words in ("Changes", "Costs", "Takes", "Reveals  Nothing.", "Did it work?", "Source"):
            assert words in text
        assert "The letter" not in text


async def test_a_letter_is_shown_with_its_exhibits_and_the_law(morning, letter):
    async with opened(morning, size=TALL) as pilot:
        text = await at(pilot, letter)
        assert "Exhibit 1" in text
        assert "Information, not advice" in text
        assert "Save letter" in text


async def test_the_next_language(morning, letter):
    async with opened(morning, size=TALL) as pilot:
        await at(pilot, letter)
        first = pilot.app.screen.language
        await press(pilot, "l")
        assert pilot.app.screen.language != first


async def test_the_language_of_the_settings_comes_first(tmp_path):
    path = fill(tmp_path / "companion.db")
    (data_folder(path) / "settings.toml").write_text(dump(Settings(country="DE", language="fr")))
    async with opened(path, size=TALL) as pilot:
        await at(pilot, a_case(path, RouteKind.LETTER, letter=True))
        assert pilot.app.screen.language == "fr"


async def test_with_a_country_letters_are_among_the_ways(tmp_path):
    path = fill(tmp_path / "companion.db")
    (data_folder(path) / "settings.toml").write_text(dump(Settings(country="DE")))
    async with opened(path, "enter", "c", size=TALL) as pilot:
        assert "letter    " in shown(pilot.app)
        assert "depend on where" not in shown(pilot.app)


async def test_a_letter_is_saved_for_its_owner_alone(morning, letter, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(morning, size=TALL) as pilot:
        await at(pilot, letter)
        await press(pilot, "w")
    (file,) = tmp_path.iterdir()
    assert "ads.example" in file.name
    assert "ads.example" in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_letter_that_can_not_be_saved_says_why(morning, letter, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(morning, size=TALL, notes=True) as pilot:
        await at(pilot, letter)
        (tmp_path / pilot.app.screen.file_name).mkdir()
        await press(pilot, "w")
        assert "It can't be written here" in shown(pilot.app)


async def test_a_letter_is_copied(morning, letter):
    async with opened(morning, size=TALL) as pilot:
        await at(pilot, letter)
        await press(pilot, "y")
        assert "Exhibit 1" in pilot.app.clipboard


async def test_a_link_is_opened_and_copied(morning):
    case = a_case(morning, RouteKind.PORTAL, link=True, letter=False)
    async with opened(morning, size=TALL) as pilot:
        seen = []
        pilot.app.open_url = lambda url, **_: seen.append(url)
        await at(pilot, case)
        await press(pilot, "o", "y")
        assert seen == [case.route.link]
        assert pilot.app.clipboard == case.route.link


async def test_what_is_not_there_is_not_offered(morning):
    case = a_case(morning, RouteKind.NETWORK, link=False)
    async with opened(morning, size=TALL) as pilot:
        text = await at(pilot, case)
        for words in ("Open link", "Save", "Language"):
            assert words not in text


async def test_what_a_way_says_is_switched_on_with_one_key(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, size=TALL) as pilot:
        await at(pilot, a_case(path, RouteKind.NETWORK, shield=True))
        await press(pilot, "s", "enter")
        assert "◆ 1 held back" in shown(pilot.app)
    (action,) = load(place(data_folder(path)))
    assert (action.of, action.name) == ("ads.example", "em")


async def test_a_letter_has_nothing_to_switch_on(morning, letter):
    async with opened(morning, size=TALL) as pilot:
        assert "Switch it on" not in await at(pilot, letter)


async def test_what_was_done_is_said_once_and_the_case_waits_to_be_measured(tmp_path):
    path = fill(tmp_path / "companion.db")
    case = a_case(path, RouteKind.NETWORK)
    async with opened(path, size=TALL) as pilot:
        await at(pilot, case)
        await press(pilot, "d")
        assert "measuring again" in shown(pilot.app)
        await press(pilot, "escape", "d")
        assert "measuring again" in shown(pilot.app)
    assert len(cases_of(path)) == 1


def cases_of(path):
    with open_store(path, readonly=True) as db:
        return list(contests.each(db))
