"""When the store goes away while it is shown, that is said in a line and nothing falls over."""

import pytest

from companion.store import exchanges
from companion.store.open import open_store
from tests.builders import an_exchange
from tests.tui.screen import LARGE, opened, press, settle, shown
from tui.reader import Reader


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    """A store with more exchanges than one page of a table holds."""
    path = tmp_path_factory.mktemp("long") / "companion.db"
    db = open_store(path)
    with db.atomic():
        exchanges.keep(db, [an_exchange(f"https://news.example/{n}") for n in range(400)])
    db.close()
    return path


def lose(pilot, folder):
    """The store is gone from now on."""
    pilot.app.reader.close()
    pilot.app.reader = Reader(folder / "none.db")


async def lost_source(pilot):
    """Let the table of exchanges read from the store that is gone."""
    from tui.widgets.table import Table

    table = pilot.app.screen.query_one(Table)
    table._source._reader = pilot.app.reader


@pytest.mark.parametrize("keys", [["G"], ["j", "g"]])
async def test_rows_that_can_not_be_read(long, tmp_path, keys):
    async with opened(long, "2", size=LARGE, notes=True) as pilot:
        lose(pilot, tmp_path)
        await lost_source(pilot)
        await press(pilot, *keys)
        assert "can't be used as a store" in " ".join(shown(pilot.app).split())


async def test_a_screen_that_can_not_be_read(long, tmp_path):
    async with opened(long, size=LARGE, notes=True) as pilot:
        lose(pilot, tmp_path)
        await press(pilot, "5")
        assert "unable to open" in " ".join(shown(pilot.app).split())


async def test_the_record_that_went_away_is_said_and_found_again(long, tmp_path):
    async with opened(long, "2", size=LARGE) as pilot:
        kept = pilot.app.reader
        pilot.app.reader = Reader(tmp_path / "none.db")
        await pilot.app.poll()
        await settle(pilot)
        assert "the record can't be read" in shown(pilot.app)
        pilot.app.reader.close()
        pilot.app.reader = kept
        await pilot.app.poll()
        await settle(pilot)
        assert "400 exchanges" in shown(pilot.app)


async def test_settings_that_can_not_be_read_are_said(long):
    from companion.settings import data_folder

    file = data_folder(long) / "settings.toml"
    file.write_text("country = ")
    try:
        async with opened(long, size=LARGE, notes=True) as pilot:
            assert pilot.app.settings.country == ""
            pilot.app.choose(country="DE")
            await settle(pilot)
            assert "not valid TOML" in " ".join(shown(pilot.app).split())
            assert file.read_text() == "country = "
    finally:
        file.unlink()
