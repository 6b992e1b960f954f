"""All that is counted of a site, from a real store."""

from datetime import timedelta

import pytest

from companion.model import FindingKind, Item, SignalKind, Test
from companion.store import acts, findings, signals, slates, tests, versions
from companion.store.open import open_store
from companion.trust.account import account
from companion.trust.points import Part
from tests.builders import NOON, a_finding, a_signal, a_slate, an_act


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "companion.db") as opened:
        yield opened


def a_blind_test():
    return Test(
        id="t",
        kind=FindingKind.TRACKING_IDENTIFIER,
        site="news.example",
        surface=None,
        visitor="self",
        n=0,
        verdict="not_tested",
        why="The file has no cookies.",
    )


def test_a_site_is_counted_from_its_lists_data_and_days(db):
    why = Item(rank=1, item="a", title="A", reason="Because you read B")
    slates.put(db, [a_slate(disclosed=True, items=(why,)), a_slate(exchange="e2")])
    signals.put(db, [a_signal()])
    acts.put(db, [an_act(seen_at=NOON - timedelta(days=1))])
    found = account(db, "news.example")
    (week,) = found.weeks
    assert week.counts[Part.REASON] == (1, 2)
    assert week.counts[Part.KEPT] == (1, 2)
    assert week.shown == {"Because you read B"}
    assert [(it.times, it.chances) for it in found.credits] == [(1, 2), (1, 2)]
    assert [it.lists for it in found.extents] == [2]


def test_of_a_site_that_was_never_met_nothing_is_counted(db):
    found = account(db, "news.example")
    assert (found.weeks, found.extents, found.credits, found.breaks) == ((), (), (), ())


def test_where_only_the_newest_is_read_it_says_from_when_on(db):
    acts.put(db, [an_act(seen_at=NOON - timedelta(days=9 - n)) for n in range(10)])
    assert account(db, "news.example").since is None
    found = account(db, "news.example", most=3)
    assert found.since == (NOON - timedelta(days=2)).date()
    assert found.weeks == ()


def test_others_visits_count_for_nothing(db):
    slates.put(db, [a_slate(visitor="twin")])
    signals.put(db, [a_signal(visitor="twin")])
    acts.put(db, [an_act(visitor="twin")])
    assert account(db, "news.example").weeks == ()


def test_what_goes_to_the_sites_own_company_went_to_no_other(db):
    site = "youtube.com"
    acts.put(db, [an_act(site=site)])
    signals.put(db, [a_signal(site=site, party="doubleclick.net")])
    assert account(db, site).weeks[0].counts[Part.KEPT] == (1, 1)
    signals.put(db, [a_signal(site=site, party="facebook.com", exchange="e2")])
    assert account(db, site).weeks[0].counts[Part.KEPT] == (0, 1)


def test_where_cookies_are_missing_days_are_clean_only_if_something_was_found_all_the_same(db):
    acts.put(db, [an_act()])
    tests.put(db, [a_blind_test()])
    assert Part.KEPT not in account(db, "news.example").weeks[0].counts
    findings.put(db, [a_finding(kind=FindingKind.TRACKING_IDENTIFIER)])
    assert Part.KEPT in account(db, "news.example").weeks[0].counts


def test_a_refusal_is_read_from_what_the_site_was_told(db):
    told = {"kind": SignalKind.CONSENT, "name": "consent", "value": "none", "party": "news.example"}
    signals.put(db, [a_signal(**told, seen_at=NOON - timedelta(days=2))])
    acts.put(db, [an_act()])
    weeks = account(db, "news.example").weeks
    assert weeks[-1].counts[Part.REFUSAL] == (1, 1)


def test_a_change_of_detectors_is_a_break(db):
    versions.note(db, {"narrowing": "1"}, NOON)
    assert account(db, "news.example").breaks == ()
    versions.note(db, {"narrowing": "2"}, NOON)
    assert account(db, "news.example").breaks == (NOON.date(),)
