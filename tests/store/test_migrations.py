"""A store of an earlier version is brought up to date with all that it holds."""

import json

from sqlite_utils import Database

from companion.store import exchanges, marks, rounds, signals, slates
from companion.store.exchange_rows import to_row
from companion.store.migrations import migrations
from companion.store.open import open_store
from companion.store.rows import to_row as noun_row
from tests.builders import NOON, a_signal, a_slate, an_exchange
from tests.store.test_exchanges import FULL


def _as_of_m003(path):
    db = Database(path)
    migrations.apply(db, stop_before="m004_visitors")
    told = [[0, "sent", "gA==", NOON.isoformat()]]
    sites = an_exchange(context="news")
    db["exchanges"].insert_all(
        [_then(FULL) | {"sockets": json.dumps(told)}, _then(sites) | {"sockets": "[]"}]
    )
    db["sites"].insert(
        {"site": "news.example", "exchanges": 2, "parties": 2, "first_seen": NOON.isoformat(),
         "last_seen": NOON.isoformat()}
    )  # fmt: skip
    db["signals"].insert(noun_row(a_signal(tokens=("tok",))))
    db["slates"].insert(noun_row(a_slate()))
    db["tokens"].insert({"token": "tok", "signal": 1})
    db["item_keys"].insert({"key": "/One", "slate": 1, "rank": 1})
    db.close()


def _then(exchange):
    """An exchange in the columns there were."""
    return {name: cell for name, cell in to_row(exchange).items() if name != "round"}


def test_nothing_is_lost_on_the_way(path):
    _as_of_m003(path)
    with open_store(path) as db:
        assert exchanges.get(db, FULL.id).sockets == FULL.sockets
        assert exchanges.count(db) == 2
        assert list(rounds.each(db)) == []
        assert exchanges.window(db, "self") == (NOON, NOON)
        assert marks.contexts(db) == {"news": ["news.example"]}
        assert signals.sites_sharing(db, ["tok"]) == {"news.example"}
        assert [item.title for _, item in slates.items(db, "/One", "self")] == ["One"]


def test_every_step_is_numbered_in_order():
    names = [step.name for step in migrations._migrations]
    assert [int(name[1:4]) for name in names] == list(range(1, len(names) + 1))
