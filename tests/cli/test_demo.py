"""A demo begins its own store afresh, for the person who watches."""

import pytest

from companion import pipeline
from companion.cli._demo import Demo
from companion.errors import UnreadableInput
from companion.settings import Settings, data_folder, default_db, load, save
from companion.smallweb.script import script
from companion.store import exchanges, marks
from companion.store.open import open_store
from tests.builders import an_exchange


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path / "demo.db"


def _begun(place):
    Demo(place, dials=None, seed=0, seen=False)._begin()


def test_routes_and_letters_are_those_of_where_the_person_lives(place):
    own = Settings(country="DE", language="de", scope="named", inspect=("a.example",))
    save(data_folder(default_db()) / "settings.toml", own)
    _begun(place)
    kept = load(data_folder(place) / "settings.toml")
    assert kept == Settings(country="DE", language="de", twins=script().compared)


def test_who_was_never_asked_gets_the_defaults(place):
    _begun(place)
    assert load(data_folder(place) / "settings.toml") == Settings(twins=script().compared)


def test_what_a_demo_before_it_left_is_gone(place):
    _begun(place)
    with open_store(place) as store:
        marks.put(store, "left.example", "work")
        store.conn.commit()
    _begun(place)
    with open_store(place) as store:
        assert "left.example" not in marks.all_marks(store)


def test_a_store_with_anything_real_in_it_is_never_taken(place):
    with open_store(place) as store:
        pipeline.start(store, place).take([an_exchange()])
    with pytest.raises(UnreadableInput, match="--db"):
        _begun(place)
    with open_store(place) as store:
        assert exchanges.count(store) == 1
