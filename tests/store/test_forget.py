"""Forgetting: the bytes are gone from the files."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.model import Contest, Direction, SocketMessage
from companion.store import (
    acts,
    captures,
    contests,
    exchanges,
    findings,
    forget,
    marks,
    progress,
    signals,
    slates,
)
from companion.store.forget import Part
from companion.store.open import open_store
from tests.builders import NOON, a_finding, a_signal, a_slate, an_exchange

CANARY = "canary-7f3a9e51"


def a_capture(name):
    return captures.Capture(
        sha256=name,
        name=name,
        creator="a browser",
        visitor="self",
        imported_at=NOON,
        exchanges=1,
        unreadable=0,
        skipped=0,
        bodies_missing=0,
        limits=(),
    )


@pytest.fixture
def two_sites(db):
    old = an_exchange(
        f"https://old.example/{CANARY}",
        site="old.example",
        context="news",
        seen_at=NOON - timedelta(9),
        sockets=(
            SocketMessage(ordinal=0, direction=Direction.SENT, body=CANARY.encode(), seen_at=NOON),
        ),
    )
    new = an_exchange("https://new.example/", site="new.example", body=b"stays")
    with db.atomic():
        exchanges.keep(db, [old, new])
        signals.put(db, [a_signal(exchange=old.id, value=CANARY), a_signal(exchange=new.id)])
        slates.put(db, [a_slate(CANARY, exchange=old.id)])
        findings.put(db, [a_finding(site="old.example")])
    return old, new


@pytest.mark.parametrize(
    "what",
    [
        {"site": "old.example"},
        {"context": "news"},
        {"party": "old.example"},
        {"before": NOON},
        {"everything": True},
    ],
    ids=str,
)
def test_nothing_of_it_is_left_in_the_files(path, db, two_sites, what):
    gone = forget.forget(db, Part(**what))
    assert two_sites[0].id in gone
    assert forget.left(path, [CANARY.encode(), *(key.encode() for key in gone)]) == 0
    assert signals.sightings(db, CANARY, "self") == []
    assert list(slates.items(db, f"/{CANARY}", "self")) == []


def test_what_was_not_meant_stays(path, db, two_sites):
    forget.forget(db, Part(site="old.example"))
    assert list(exchanges.each(db)) == [two_sites[1]]
    assert [row.site for row in exchanges.sites(db)] == ["new.example"]
    assert signals.count(db) == 1
    assert acts.count(db) == 0


def test_a_site_takes_the_persons_word_and_cases_about_it_along(db, two_sites):
    about, elsewhere = (
        Contest(id=key, finding=finding, route="r", state="sent", due=None)
        for key, finding in (("c1", a_finding(site="old.example").id), ("c2", "f9"))
    )
    contests.put(db, [about, elsewhere])
    marks.put(db, "old.example", "work")
    marks.put(db, "new.example", "home")
    forget.forget(db, Part(site="old.example"))
    assert list(contests.each(db)) == [elsewhere]
    assert marks.all_marks(db) == {"new.example": "home"}


@pytest.mark.parametrize("what", [{"site": "old.example"}, {"party": "old.example"}], ids=str)
def test_what_was_counted_and_noted_under_its_hosts_goes_too(db, two_sites, what):
    for host in ("www.old.example", "www.new.example"):
        progress.add(db, f"uninspected {host}")
        progress.add_gap(db, NOON, f"an exchange with {host} could not be read (ValueError)")
    forget.forget(db, Part(**what))
    assert list(progress.counters(db)) == ["uninspected www.new.example"]
    assert ["new.example" in noted for _, noted in progress.gaps(db)] == [True]


def test_a_file_that_nothing_is_left_of_is_not_named_any_more(db, two_sites):
    old, new = two_sites
    exchanges.keep(db, [replace(old, origin_file="a.har"), replace(new, origin_file="b.har")])
    for name in ("a.har", "b.har"):
        captures.put(db, a_capture(name))
    forget.forget(db, Part(site="old.example"))
    assert [it.name for it in captures.all_captures(db)] == ["b.har"]


def test_age_takes_no_case_of_the_person_along(db, two_sites):
    case = Contest(
        id="c1", finding=a_finding(site="old.example").id, route="r", state="sent", due=None
    )
    contests.put(db, [case])
    forget.forget(db, Part(before=NOON))
    assert list(contests.each(db)) == [case]


def test_nothing_is_left_when_everything_is_forgotten(db, two_sites):
    marks.put(db, "a.example", "work")
    forget.forget(db, Part(everything=True))
    rows = {name: db[name].count for name in db.table_names() if not name.startswith("_")}
    assert not any(rows.values()), rows


def test_what_is_still_there_is_counted(path, two_sites):
    assert forget.left(path, [CANARY.encode(), b"never written"]) == 1


def test_a_needle_across_two_chunks_is_found(path, tmp_path):
    open_store(path).close()
    raw = path.with_name("companion.db-wal")
    raw.write_bytes(b"x" * (forget._CHUNK - 3) + CANARY.encode())
    assert forget.left(path, [CANARY.encode()]) == 1


def test_saying_nothing_forgets_nothing(db, two_sites):
    with pytest.raises(ValueError, match="say everything"):
        forget.forget(db, Part())
    assert exchanges.count(db) == 2
