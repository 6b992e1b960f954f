from datetime import date, timedelta

from companion.model import Item, SignalKind
from companion.store import acts, signals, slates
from companion.store.trust import PER, newest
from tests.builders import NOON, a_signal, a_slate, an_act

SITE = "news.example"
TODAY = NOON.date()


def before(days):
    return NOON - timedelta(days=days)


def test_what_stood_with_a_list_is_read(db):
    items = tuple(
        Item(rank=n, item=f"/{n}", title="T", reason=why)
        for n, why in enumerate(["Because", "Because", "", None, "Else"], 1)
    )
    slates.put(db, [a_slate(items=items, explanation="Picked", controls=("Hide",), disclosed=True)])
    (one,) = newest(db, SITE).lists
    assert (one.day, one.disclosed, one.control) == (TODAY, True, True)
    assert one.reasons == ("Picked", "Because", "Else")


def test_half_a_character_in_a_reason_is_read_as_it_was_kept(db):
    slates.put(db, [a_slate(items=(Item(rank=1, item="/1", title="T", reason="a \ud83d"),))])
    (one,) = newest(db, SITE).lists
    assert one.reasons == ("a \ud83d",)


def test_a_list_with_nothing_beside_it_says_so(db):
    slates.put(db, [a_slate()])
    (one,) = newest(db, SITE).lists
    assert (one.context, one.disclosed, one.control, one.reasons) == (None, None, False, ())


def test_a_datum_is_one_for_a_day(db):
    same = [a_signal(exchange=f"e{n}", seen_at=before(n / 24)) for n in range(3)]
    signals.put(db, [*same, a_signal(exchange="e9", seen_at=before(1))])
    found = newest(db, SITE).data
    assert sorted((it.day, it.exchanges) for it in found) == [
        (TODAY - timedelta(days=1), 1), (TODAY, 3)
    ]  # fmt: skip
    assert (found[-1].first, found[-1].last) == (before(2 / 24), NOON)


def test_consent_comes_apart_and_in_order(db):
    told = {"kind": SignalKind.CONSENT, "name": "consent"}
    signals.put(db, [a_signal(**told, exchange=f"e{n}", seen_at=before(2 - n)) for n in range(2)])
    found = newest(db, SITE)
    assert [it.seen_at for it in found.consent] == [before(2), before(1)]
    assert found.data == []


def test_all_of_a_small_record_is_whole(db):
    acts.put(db, [an_act(seen_at=before(n)) for n in range(3)])
    found = newest(db, SITE)
    assert len(found.days) == 3
    assert found.since == date.min


def test_what_is_read_ends_somewhere_and_says_where(db):
    acts.put(db, [an_act(seen_at=before(2 - n)) for n in range(3)])
    assert newest(db, SITE, most=2).since == TODAY - timedelta(days=1)
    signals.put(db, [a_signal(exchange=f"e{n}", seen_at=before(0)) for n in range(2 * PER)])
    assert newest(db, SITE, most=2).since == TODAY


def test_other_sites_and_visitors_are_left_out(db):
    slates.put(db, [a_slate(site="b.example"), a_slate(visitor="twin", exchange="e2")])
    assert newest(db, SITE).days == frozenset()


def test_several_labels_in_one_field_are_several(db):
    signals.put(db, [a_signal(value=("runner", "\ud800"), kind=SignalKind.SEGMENT)])
    assert newest(db, SITE).data[0].values == ("runner", "\ud800")
