from datetime import timedelta

import pytest

from companion.live.persona import persona
from companion.store import moments
from companion.store.open import open_store
from tests.builders import NOON


def held(path):
    with open_store(path) as db:
        return [(it.context, it.begins, it.ends) for it in moments.each(db)]


def test_a_personas_time_lasts_while_its_browser_is_open(tmp_path):
    path, times = tmp_path / "companion.db", iter((NOON, NOON + timedelta(minutes=9)))
    with persona(path, "research", lambda: next(times)):
        ((name, begins, ends),) = held(path)
        assert (name, begins, ends - begins) == ("research", NOON, timedelta(days=1))
    assert held(path) == [("research", NOON, NOON + timedelta(minutes=9))]


def test_it_ends_when_something_goes_wrong(tmp_path):
    path = tmp_path / "companion.db"
    with pytest.raises(RuntimeError), persona(path, "research", lambda: NOON):
        raise RuntimeError
    assert held(path) == [("research", NOON, NOON)]


def test_the_everyday_profile_says_nothing(tmp_path):
    path = tmp_path / "companion.db"
    with persona(path, "everyday", lambda: NOON):
        assert held(path) == []
