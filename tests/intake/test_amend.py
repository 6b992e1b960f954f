"""Seeds that are added while a journey goes on."""

from dataclasses import replace

import pytest

from companion import pipeline
from companion.intake.amend import SeedWatch, add_seeds
from companion.redact.seeds import Seed
from companion.store import exchanges
from companion.store.open import open_store
from tests.builders import an_exchange

MAIL = "ann.lee@mail.example"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "companion.db"


@pytest.fixture
def db(path):
    with open_store(path) as store:
        yield store


def _sent(number):
    return replace(an_exchange(), id=f"e{number}", url=f"https://news.example/?m={MAIL}&n={number}")


def _add(db, path):
    add_seeds(db, path, [Seed("email", MAIL)], lambda _: None)


def test_what_is_taken_from_then_on_is_without_them(db, path):
    journey = pipeline.start(db, path)
    watch = SeedWatch(journey, path)
    _add(db, path)
    watch.follow()
    journey.take([_sent(1)])
    assert MAIL not in exchanges.get(db, "e1").url


def test_one_that_came_before_the_first_batch_is_known(db, path):
    journey = pipeline.start(db, path)
    _add(db, path)
    SeedWatch(journey, path).follow()
    journey.take([_sent(1)])
    assert MAIL not in exchanges.get(db, "e1").url


def test_what_was_taken_just_then_is_gone_through_again(db, path):
    journey = pipeline.start(db, path)
    watch = SeedWatch(journey, path)
    watch.follow()
    _add(db, path)
    journey.take([_sent(1)])  # with what was known when the batch began
    assert MAIL in exchanges.get(db, "e1").url
    watch.follow()
    assert MAIL not in exchanges.get(db, "e1").url


def test_nothing_is_read_again_when_nothing_changed(db, path):
    journey = pipeline.start(db, path)
    watch = SeedWatch(journey, path)
    watch.follow()
    secrets = journey.secrets
    watch.follow()
    assert journey.secrets is secrets


def test_the_bytes_are_gone_while_somebody_still_looks(db, path):
    uid = "k3jd92hf83hd7w2q"
    pipeline.start(db, path).take([_sent(1), an_exchange(f"https://ads.example/p?uid={uid}")])
    with open_store(path, readonly=True):
        add_seeds(db, path, [Seed("email", MAIL), Seed("number", uid)], lambda _: None)
        log = path.with_name(path.name + "-wal")
        kept = path.read_bytes() + log.read_bytes()
    assert MAIL.encode() not in kept
    assert uid.encode() not in kept
