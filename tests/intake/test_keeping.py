"""Bodies go once they were read, as the settings say; what was found in them outlives them."""

import json
from dataclasses import replace

import pytest

from companion import pipeline
from companion.intake.amend import add_seeds
from companion.intake.keeping import Keeping, settle
from companion.model import Message
from companion.redact.seeds import Seed
from companion.settings import Settings, data_folder, save
from companion.store import acts, coverage, exchanges, signals, slates
from companion.store.open import open_store
from tests.builders import NOON, an_exchange

MAIL = "canary.lee@mail.example"
JSON = (("content-type", "application/json"),)
PAGE = "https://news.example/"
LIST = {
    "recommendations": {
        "title": "Recommended for you",
        "items": [
            {"id": str(n), "title": f"A long enough title, number {n}", "url": f"/story/{n}"}
            for n in range(6)
        ],
    },
    "user": {"segments": ["new_parent", f"friend of {MAIL}"]},
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "companion.db"


@pytest.fixture
def db(path):
    with open_store(path) as store:
        yield store


def choose(path, keep):
    save(data_folder(path) / "settings.toml", replace(Settings(), keep=keep))


def take(db, path):
    """A page, an answer with a list and segments, and one with nothing in it."""
    journey = pipeline.start(db, path)
    html = b"<html><title>Front page</title><p>Hello</p></html>"
    page = an_exchange(
        PAGE, body=html, sent=(("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document"))
    )
    told = an_exchange(
        "https://news.example/api/home", received=JSON, body=json.dumps(LIST).encode()
    )
    empty = an_exchange("https://cdn.example/ping", received=JSON, body=b'{"ok": true}')
    journey.take([page, told, empty])
    journey.judge()
    while journey.cover():
        pass
    return page, told, empty


def found(db):
    """Everything that was found, by id."""
    nouns = (signals, slates, acts)
    return {noun.__name__: {it.id: it for it in noun.each(db)} for noun in nouns}


def bodies(db):
    return [it.response.body is not None for it in exchanges.each(db)]


def test_by_default_bodies_stay_where_something_was_found(db, path):
    take(db, path)
    settle(db, path)
    assert bodies(db) == [True, True, False]


@pytest.mark.parametrize(("keep", "stays"), [("all", True), ("nothing", False)])
def test_the_settings_decide(db, path, keep, stays):
    choose(path, keep)
    take(db, path)
    settle(db, path)
    assert bodies(db) == [stays] * 3


@pytest.mark.parametrize("keep", ["evidence", "nothing"])
def test_computing_again_gives_what_was_found_before(db, path, keep):
    choose(path, keep)
    take(db, path)
    before, read = found(db), coverage.sites(db)
    assert all(before.values())
    settle(db, path)
    journey = pipeline.start(db, path)
    pipeline.rebuild(journey, lambda _: None)
    while journey.cover():
        pass
    assert found(db) == before
    assert coverage.sites(db) == read
    assert db.execute("select sum(acts) from act_days").fetchone() == (1,)
    keys = db.execute("select count(*) from act_keys").fetchone()
    assert keys[0] > 0


def test_a_seed_added_later_is_taken_out_of_what_is_left(db, path):
    choose(path, "nothing")
    take(db, path)
    settle(db, path)
    assert any(MAIL in str(it) for it in signals.each(db))
    add_seeds(db, path, [Seed("email", MAIL)], lambda _: None)
    assert not any(MAIL in str(it) for it in signals.each(db))
    assert any("new_parent" in str(it.value) for it in signals.each(db))


def test_who_chooses_meanwhile_is_followed(db, path):
    take(db, path)
    held = Keeping(db, path)
    choose(path, "all")
    held.step()
    assert bodies(db) == [True] * 3
    choose(path, "nothing")
    held.step()
    assert bodies(db) == [False] * 3


def test_settings_that_can_not_be_read_change_nothing(db, path):
    take(db, path)
    (data_folder(path) / "settings.toml").write_text("keep = 'some'")
    Keeping(db, path).step()
    assert bodies(db) == [True, True, False]


def test_a_body_that_is_not_there_is_left_alone(db, path):
    exchanges.keep(db, [an_exchange(response=Message(missing="cut"), seen_at=NOON)])
    settle(db, path)
    assert [it.response.missing for it in exchanges.each(db)] == ["cut"]
