"""What is derived: put, found again, paged by key, replaced, cleared."""

from datetime import timedelta

import pytest

from companion.model import Owner, SignalKind
from companion.store import (
    acts,
    captures,
    contests,
    derived,
    exchanges,
    findings,
    marks,
    progress,
    signals,
    slates,
    tests,
)
from companion.store.captures import Capture
from companion.store.record import StoredRecord
from tests.builders import NOON, a_finding, a_signal, a_slate, an_act, an_exchange


def test_a_signal_is_found_by_its_tokens_on_every_site(db):
    here = a_signal(exchange="e1", tokens=("tok", "other"))
    there = a_signal(exchange="e2", site="shop.example", tokens=("tok",))
    strangers = a_signal(exchange="e3", visitor="c1", tokens=("tok",))
    with db.atomic():
        signals.put(db, [here, there, strangers])
        signals.put(db, [here])
    assert signals.sightings(db, "tok", "self") == [here, there]
    assert signals.sites_sharing(db, ["tok", "unseen"]) == {"news.example", "shop.example"}
    assert signals.sightings(db, "unseen", "self") == []


def test_an_item_is_found_by_id_and_by_address(db):
    slate = a_slate("One", "Two")
    with db.atomic():
        slates.put(db, [slate])
    assert list(slates.items(db, "/Two", "self")) == [(slate, slate.items[1])]
    assert list(slates.items(db, "https://news.example/One", "self")) == [(slate, slate.items[0])]
    assert list(slates.items(db, "/Three", "self")) == []


@pytest.mark.parametrize("table", [signals, slates, acts, findings, tests, contests])
def test_an_empty_table_answers(db, table):
    with db.atomic():
        table.put(db, [])
    assert (table.get(db, "x"), table.page(db), list(table.each(db)), table.count(db)) == (
        None, [], [], 0,
    )  # fmt: skip


def test_pages_are_filtered_and_go_by_key(db):
    with db.atomic():
        signals.put(db, [a_signal(exchange=f"e{n}", name=f"n{n}") for n in range(4)])
        signals.put(db, [a_signal(exchange="p", kind=SignalKind.PII, seen_at=NOON + timedelta(1))])
    newest = signals.page(db, kind="identifier", limit=2)
    assert [one.name for _, one in newest] == ["n3", "n2"]
    assert [one.name for _, one in signals.page(db, before=newest[-1][0], limit=2)] == ["n1", "n0"]
    assert signals.count(db, since=NOON + timedelta(hours=1)) == 1
    assert [one.name for _, one in signals.page(db, text="N2")] == ["n2"]


@pytest.mark.parametrize(
    "query",
    [
        "select * from signals where kind = 'x' and number < 9 order by number desc limit 50",
        "select * from signals where site = 'x' and number < 9 order by number desc limit 50",
        "select * from exchanges where site = 'x' order by number desc limit 50",
        "select * from slates where site = 'x' order by number desc limit 50",
        "select * from acts where site = 'x' order by number",
        "select * from findings where number < 9 order by number desc limit 50",
        "select * from tokens, signals where number = signal and token = 'x' order by number",
    ],
)
def test_no_page_reads_a_whole_table(db, query):
    plan = [row["detail"] for row in db.query(f"explain query plan {query}")]
    assert not [step for step in plan if step.startswith("SCAN")], plan


def test_findings_are_replaced_by_site_and_keep_their_place(db):
    stays, goes, other = (
        a_finding(site=f"{site}.example", party=f"{party}.example")
        for site, party in [("a", "x"), ("a", "y"), ("b", "x")]
    )
    with db.atomic():
        findings.replace(db, ["a.example", "b.example"], [goes, stays, other])
        before = dict(findings.page(db))
        findings.replace(db, ["a.example"], [stays])
    after = dict(findings.page(db))
    assert [stays, other] == sorted(after.values(), key=lambda one: one.site)
    assert all(before[number] == one for number, one in after.items())


def test_clearing_what_is_derived_keeps_the_facts(db):
    with db.atomic():
        exchanges.keep(db, [an_exchange()])
        signals.put(db, [a_signal()])
        marks.put(db, "a.example", "work")
        derived.clear(db)
    assert (signals.count(db), exchanges.count(db)) == (0, 1)
    assert signals.sightings(db, a_signal().tokens[0], "self") == []
    assert marks.all_marks(db) == {"a.example": "work"}


def test_a_mark_can_be_taken_back(db):
    marks.put(db, "a.example", "work")
    marks.put(db, "a.example", "home")
    assert marks.all_marks(db) == {"a.example": "home"}
    marks.remove(db, "a.example")
    assert marks.all_marks(db) == {}


def test_contexts_name_their_sites(db):
    with db.atomic():
        exchanges.keep(db, [an_exchange(context="news"), an_exchange("https://a.example/")])
    assert marks.contexts(db) == {"news": ["news.example"]}


def test_the_record_of_a_person_holds_no_strangers(db):
    mine, theirs = a_signal(), a_signal(exchange="e9", visitor="c1")
    act, slate = an_act(), a_slate()
    kept = an_exchange(context="news", body=b"x")
    with db.atomic():
        exchanges.keep(db, [kept])
        signals.put(db, [mine, theirs])
        acts.put(db, [act, an_act(id="a2", visitor="c1")])
        slates.put(db, [slate])
    owner = Owner(name="Ads", source="s", date="2026")
    record = StoredRecord(db, lambda _party: owner)
    assert record.signals("news.example") == [mine]
    assert record.signals("news.example", SignalKind.IDENTIFIER, SignalKind.PII) == [mine]
    assert record.sightings(mine.tokens[0]) == [mine]
    assert record.acts() == record.acts("news.example") == [act]
    assert record.slates("news.example") == [slate]
    assert record.items("/One") == [(slate, slate.items[0])]
    assert record.exchange(kept.id).response.body is None
    assert (record.context("news.example"), record.context("b.example")) == ("news", None)
    assert record.owner("ads.example") == owner
    assert (record.begins, record.ends, record.imported, record.limits) == (NOON, NOON, False, ())


def test_an_empty_record_begins_nowhere(db):
    assert StoredRecord(db, lambda _: None).begins.year == 1970


def test_progress_counts_facts_and_gaps(db):
    assert progress.cursor(db) == {}
    progress.keep_cursor(db, {"seg": 7})
    progress.add(db, "failed")
    progress.add(db, "failed", 2)
    progress.add_gap(db, NOON, "the disk was full")
    progress.add_gap(db, NOON, "the disk was full")
    assert progress.cursor(db) == {"seg": 7}
    assert progress.counters(db) == {"failed": 3}
    assert progress.gaps(db) == [(NOON, "the disk was full")]
    assert progress.fact(db, "none") == ""


def test_imported_files_tell_once_what_they_can_not_show(db):
    for name in ("a", "b", "b"):
        capture = Capture(
            sha256=name, name=name, creator="", visitor="self", imported_at=NOON, exchanges=1,
            unreadable=0, skipped=0, bodies_missing=0, limits=("no cookies",),
        )  # fmt: skip
        captures.put(db, capture)
    assert [one.name for one in captures.all_captures(db)] == ["a", "b"]
    assert captures.limits(db, "self") == ("no cookies",)
    assert captures.limits(db, "c1") == ()
