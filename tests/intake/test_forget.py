"""Forgetting empties the folder beside a store, too."""

import pytest

from companion import pipeline
from companion.capture.journal import Writer
from companion.errors import StoreUnavailable
from companion.intake.amend import add_seeds, forget
from companion.intake.journal import alone, drain
from companion.redact.seeds import Seed
from companion.settings import data_folder
from companion.store import exchanges
from companion.store.forget import Part
from companion.store.open import open_store
from tests.builders import an_exchange
from tests.intake.test_journal import a_record


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "companion.db"
    with open_store(path) as db:
        pipeline.start(db, path).take([an_exchange()])
        add_seeds(db, path, [Seed("email", "ann.lee@mail.example")], lambda _: None)
    folder = data_folder(path)
    writer = Writer(folder / "journal")
    writer.write(a_record(0))
    writer.close()
    (folder / "log").mkdir()
    (folder / "log/proxy.log").write_text("a complaint")
    return path


def _files(path):
    folder = data_folder(path)
    kept = [folder / "seeds", *folder.glob("journal/*"), *folder.glob("log/*")]
    return [place.name for place in kept if place.exists()]


def test_everything_takes_seeds_journal_and_logs_with_it(path):
    with open_store(path) as db:
        assert forget(db, path, Part(everything=True)) == (1, 0)
    assert _files(path) == []
    assert (data_folder(path) / "key").exists()


def test_another_site_leaves_all_of_it(path):
    with open_store(path) as db:
        assert forget(db, path, Part(site="elsewhere.example")) == (0, 0)
        assert exchanges.count(db) == 2
    assert _files(path) == ["seeds", "proxy.log"]


def test_what_still_lay_in_the_journal_does_not_come_back(path):
    with open_store(path) as db:
        assert forget(db, path, Part(site="news.example")) == (2, 0)
        drain(pipeline.start(db, path), path)
        assert exchanges.count(db) == 0


def test_nothing_is_forgotten_while_another_takes_in_the_journal(path):
    with open_store(path) as db, alone(path):
        with pytest.raises(StoreUnavailable, match="try again"):
            forget(db, path, Part(everything=True))
        assert exchanges.count(db) == 1
