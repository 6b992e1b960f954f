"""What is derived: put, found again, paged by key, replaced, cleared."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.model import (
    Direction,
    FindingKind,
    Origin,
    Owner,
    Role,
    SignalKind,
    Test,
    Visitor,
)
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
from companion.store.open import open_store
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


def test_what_is_no_longer_read_from_an_exchange_is_gone_and_the_rest_stays_put(db):
    first, second = a_signal(tokens=("a", "b")), a_signal(name="old", value="x", tokens=("old",))
    other = a_signal(exchange="e2", tokens=("other",))
    signals.put(db, [first, second, other])
    numbers = {one.id: number for number, one in signals.page(db)}
    again = replace(first, tokens=("b", "c"))
    signals.replace(db, first.exchange, [again])
    assert {one.id: number for number, one in signals.page(db)} == {
        key: number for key, number in numbers.items() if key != second.id
    }
    found = {t for t in ("a", "b", "c", "old", "other") if signals.sightings(db, t, "self")}
    assert found == {"b", "c", "other"}


def test_lists_and_acts_of_an_exchange_are_replaced(db):
    slates.put(db, [a_slate("One"), a_slate("Two", locator="/more"), a_slate(exchange="e2")])
    acts.put(db, [an_act(), an_act(id="a2")])
    slates.replace(db, "e1", [a_slate("Three")])
    acts.replace(db, "e1", [an_act(id="a2")])
    assert slates.count(db) == 2
    assert not list(slates.items(db, "/Four", "other"))
    assert [slate.exchange for slate, _ in slates.items(db, "/Three", "self")] == ["e1", "e2"]
    assert [slate.exchange for slate, _ in slates.items(db, "/Two", "self")] == ["e2"]
    assert [one.id for one in acts.each(db)] == ["a2"]


def test_the_sites_that_share_an_item_are_known(db):
    slates.put(db, [a_slate("One"), a_slate("One", exchange="e2", site="shop.example")])
    slates.put(db, [a_slate("Two", exchange="e3", site=None)])
    assert slates.sites_sharing(db, ["/One", "/Two"]) == {"news.example", "shop.example"}


def test_a_site_with_a_broken_name_is_found_by_its_tokens(db):
    signals.put(db, [a_signal(site="\udc80.example", tokens=("\udc80",))])
    assert signals.sites_sharing(db, ["\udc80"]) == {"\udc80.example"}


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
        exchanges.keep(
            db, [an_exchange(context="news"), an_exchange("https://a.example/", site="a.example")]
        )
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
    assert record.signals("news.example") == (mine,)
    assert record.signals("news.example", SignalKind.IDENTIFIER, SignalKind.PII) == (mine,)
    assert record.signals("news.example", SignalKind.PII) == ()
    assert record.sightings(mine.tokens[0]) == (mine,)
    assert record.acts() == record.acts("news.example") == (act,)
    assert record.slates("news.example") == (slate,)
    assert record.items("/One") == ((slate, slate.items[0]),)
    assert record.exchange(kept.id).response.body is None
    assert (record.context("news.example"), record.context("b.example")) == ("news", None)
    assert record.owner("ads.example") == owner
    assert (record.begins, record.ends) == (NOON, NOON)
    assert not record.imported("news.example")
    assert record.limits("news.example") == ()


def test_a_record_is_read_in_the_order_of_time_not_of_import(db):
    late = a_signal(exchange="late", seen_at=NOON + timedelta(days=1))
    early = a_signal(exchange="early")
    signals.put(db, [late, early])
    slates.put(
        db, [a_slate("One", exchange=one.exchange, seen_at=one.seen_at) for one in (late, early)]
    )
    record = StoredRecord(db, lambda _: None)
    assert record.signals("news.example") == (early, late)
    assert record.sightings(early.tokens[0]) == (early, late)
    assert [one.exchange for one in record.slates("news.example")] == ["early", "late"]
    assert [one.exchange for one, _ in record.items("/One")] == ["early", "late"]


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
    progress.keep_fact(db, "note", "broken \udc80")
    assert progress.fact(db, "note") == "broken \udc80"


def test_how_far_findings_reach_and_what_is_wrong_is_kept(db):
    assert (progress.judged(db), progress.trouble(db)) == ({}, "")
    progress.keep_judged(db, {"seg": 3})
    progress.keep_trouble(db, "the disk is full")
    assert (progress.judged(db), progress.trouble(db)) == ({"seg": 3}, "the disk is full")


def test_a_change_by_another_is_noticed(db, path):
    before = progress.version(db)
    with open_store(path) as other:
        progress.add(other, "failed")
    assert progress.version(db) != before


def test_tests_are_replaced_by_site(db):
    here, there = (
        Test(
            id=site, kind=FindingKind.NARROWING, site=site, surface=None, visitor="self", n=3,
            verdict="inconclusive", why="too few",
        )
        for site in ("\udc80.example", "b.example")
    )  # fmt: skip
    tests.put(db, [here, there])
    tests.replace(db, [here.site], [])
    assert list(tests.each(db)) == [there]


def keep_file(db, name, *limits):
    capture = Capture(
        sha256=name, name=name, creator="", visitor="self", imported_at=NOON, exchanges=1,
        unreadable=0, skipped=0, bodies_missing=0, limits=limits,
    )  # fmt: skip
    captures.put(db, capture)


def test_imported_files_tell_once_what_they_can_not_show(db):
    for name in ("a", "b", "b"):
        keep_file(db, name, "no cookies")
    assert [one.name for one in captures.all_captures(db)] == ["a", "b"]
    assert captures.limits(db, "self", ("a", "b")) == ("no cookies",)
    assert captures.limits(db, "self", ("c",)) == ()
    assert captures.limits(db, "c1", ("a",)) == ()


def test_a_record_tells_for_a_site_what_its_own_files_can_not_show(db):
    keep_file(db, "a", "no cookies")
    keep_file(db, "b", "no bodies")
    exchanges.keep(
        db,
        [an_import("a", "news.example"), an_exchange("https://live.example/", site="live.example")],
    )
    record = StoredRecord(db, lambda _: None)
    assert record.imported("news.example")
    assert record.limits("news.example") == ("no cookies",)
    assert not record.imported("live.example")
    assert record.limits("live.example") == ()


def an_import(name, site):
    return an_exchange(site=site, origin=Origin.IMPORT, origin_file=name)


def test_of_strangers_identifiers_what_repeats_the_persons_request_is_left_out(db):
    def stranger(key, origin, **changes):
        visitor = Visitor(name=key, role=Role.CONTROL)
        kept = an_exchange(f"https://news.example/{key}", visitor=visitor, origin=origin)
        exchanges.keep(db, [kept])
        return a_signal(visitor=key, name=key, exchange=kept.id, **changes)

    got = {"direction": Direction.RECEIVED, "locator": "cookie:uid"}
    signals.put(
        db,
        [
            stranger("asked", Origin.TWIN),
            stranger("echoed", Origin.TWIN, direction=Direction.RECEIVED, locator="/uid"),
            stranger("given", Origin.TWIN, **got),
            stranger("visited", Origin.IMPORT),
        ],
    )
    record = StoredRecord(db, lambda _: None)
    assert [it.name for it in record.profiles("news.example")] == ["given", "visited"]


def test_without_strangers_there_is_nothing_beside(db):
    exchanges.keep(db, [an_exchange()])
    signals.put(db, [a_signal()])
    assert StoredRecord(db, lambda _: None).profiles("news.example") == ()
