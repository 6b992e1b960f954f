from datetime import timedelta

import pytest

from companion.model import Evidence, ExchangeId, Origin
from companion.store import acts, exchanges, findings, signals, slates
from companion.store.forget import Part, forget
from companion.store.open import open_store
from tests.builders import NOON, a_finding, a_signal, a_slate, an_act, an_exchange
from tests.tui.filled import empty
from tui import queries
from tui.views import Spot


@pytest.fixture
def db(tmp_path):
    held = open_store(tmp_path / "companion.db")
    yield held
    held.close()


@pytest.fixture
def filled(morning):
    held = open_store(morning, readonly=True)
    yield held
    held.close()


def test_the_state_of_a_record(filled, morning):
    found = queries.read_status(filled, morning.parent, live=False)
    assert (found.exchanges, found.sites, found.gaps, found.failures) == (42, 3, 1, 2)
    assert (found.ready, found.recording, found.demo) == (True, None, False)
    assert found.first < found.last


def test_the_state_of_an_empty_record(db, tmp_path):
    found = queries.read_status(db, tmp_path, live=True)
    assert (found.exchanges, found.first, found.recording) == (0, None, False)


def test_the_state_changes_when_another_connection_writes(tmp_path):
    path = empty(tmp_path / "companion.db")
    reading, writing = open_store(path, readonly=True), open_store(path)
    before = queries.read_status(reading, tmp_path, live=False)
    assert queries.read_status(reading, tmp_path, live=False) == before
    with writing.atomic():
        exchanges.keep(writing, [an_exchange(origin=Origin.DEMO)])
    after = queries.read_status(reading, tmp_path, live=False)
    assert after.version != before.version
    assert after.demo
    reading.close()
    writing.close()


def test_exchanges_without_gaps_can_be_entered_anywhere(filled):
    extent = queries.arrivals_extent(filled)
    assert (extent.total, extent.top, extent.step) == (42, 42, -1)
    (row,) = queries.arrivals(filled, extent.first - 41, 1)
    assert row[0] == 1


def test_where_some_were_forgotten_the_list_grows_as_it_is_read(db):
    with db.atomic():
        exchanges.keep(
            db, [an_exchange(f"https://{n}.example/", site=f"{n}.example") for n in "ab"]
        )
    forget(db, Part(site="a.example"))
    assert queries.arrivals_extent(db).total is None


def test_lists_of_strangers_are_not_the_persons(db):
    slates.put(db, [a_slate(exchange="e1"), a_slate(exchange="e2", visitor="stranger")])
    assert len(queries.lists(db, None, 10)) == 1
    assert queries.lists_extent(db).top == 1


def test_nobody_is_anywhere_in_an_empty_record(db):
    assert queries.presence(db) is None
    assert queries.lists_extent(db).top == 0


def test_who_is_here_the_most_met_first(db):
    with db.atomic():
        exchanges.keep(
            db,
            [an_exchange("https://news.example/"), an_exchange("https://a.example/")]
            + [an_exchange(f"https://b.example/{n}") for n in range(2)],
        )
    found = queries.presence(db)
    assert found.site == "news.example"
    assert [(party, number) for party, _, number in found.here] == [
        ("b.example", 2),
        ("a.example", 1),
    ]


def test_evidence_is_looked_up_in_every_noun(db):
    exchange, signal, slate = an_exchange(), a_signal(), a_slate()
    act = an_act(text="A search")
    with db.atomic():
        exchanges.keep(db, [exchange])
    signals.put(db, [signal])
    slates.put(db, [slate])
    acts.put(db, [act])
    evidence = (
        Evidence(note="1", exchange=exchange.id, locator="query:a"),
        Evidence(note="2", signal=signal.id),
        Evidence(note="3", slate=slate.id),
        Evidence(note="4", act=act.id),
        Evidence(note="5", signal="gone"),
    )
    finding = a_finding(evidence=evidence)
    findings.put(db, [finding])
    found = queries.dossier(db, finding.id)
    assert [proof.thing for proof in found.proofs][1:] == [signal, slate, act, None]
    assert [proof.spot for proof in found.proofs] == [
        Spot(exchange=exchange.id, locator="query:a", note="1"),
        Spot(exchange=ExchangeId("e1"), locator="query:uid", direction=signal.direction, note="2"),
        Spot(exchange=ExchangeId("e1"), locator="/items", note="3"),
        Spot(exchange=ExchangeId("e1"), note="4"),
        None,
    ]


def test_a_finding_that_is_not_held_has_no_dossier(db):
    assert queries.dossier(db, "gone") is None


def test_the_newest_finding_is_told_from_the_oldest(db):
    old, new = (
        a_finding(party="a.example"),
        a_finding(party="b.example", last_seen=NOON + timedelta(1)),
    )
    findings.put(db, [old, new])
    assert queries.overview(db).shown == (new,)
    assert queries.overview(db).rest == (("a.example", 1),)
    assert [row.party for row in queries.finding_rows(db)] == ["a.example", "b.example"]
