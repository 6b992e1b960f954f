"""What is counted in a week."""

from datetime import UTC, date, datetime, timedelta

import pytest

from companion.classify.choices import Choice
from companion.model import Direction, FindingKind, Personalized, SignalKind, Surface
from companion.store.trust import Datum, Listed, Newest
from companion.trust.points import Part
from companion.trust.weeks import weeks
from tests.builders import NOON, a_signal

DAY = date(2026, 5, 6)
AT = datetime(2026, 5, 6, 12, tzinfo=UTC)
SITE = "news.example"


def a_list(**changes):
    fields = {
        "day": DAY,
        "context": None,
        "surface": Surface.RECOMMENDATION,
        "personalized": Personalized.NOT_MEASURED,
        "disclosed": False,
        "control": False,
        "reasons": (),
    }
    return Listed(**fields | changes)


def a_datum(**changes):
    fields = {
        "day": DAY,
        "kind": SignalKind.IDENTIFIER,
        "values": ("k3jd92hf83hd7w2q",),
        "party": "ads.example",
        "direction": Direction.SENT,
        "sensitive": False,
        "exchanges": 1,
        "first": AT,
        "last": AT,
    }
    return Datum(**fields | changes)


def a_label(**changes):
    return a_datum(
        **{"kind": SignalKind.SEGMENT, "values": ("runner",), "direction": Direction.RECEIVED}
        | changes
    )


def a_refusal(days=3, **changes):
    signal = a_signal(kind=SignalKind.CONSENT, value="none", seen_at=AT - timedelta(days=days))
    return Choice(**{"refused": True, "made": True, "signal": signal} | changes)


def counted(lists=(), data=(), days=(DAY,), chosen=(), blind=()):
    read = Newest(lists, data, (), frozenset(days), date.min)
    return next(weeks(SITE, read, chosen, blind))


def test_what_stands_beside_picked_lists_is_counted():
    week = counted(
        [
            a_list(disclosed=True, control=True, reasons=("Because you read A",)),
            a_list(surface=Surface.AD),
            a_list(surface=Surface.FEED, personalized=Personalized.MEASURED),
        ]
    )
    assert [week.counts[it] for it in (Part.CONTROL, Part.REASON, Part.SAID)] == [(1, 3)] * 3


def test_lists_that_nobody_picked_for_anyone_owe_no_reason():
    week = counted([a_list(surface=Surface.FEED), a_list(surface=Surface.LISTING)])
    assert week.counts[Part.REASON] == (0, 0)
    assert week.deliveries == 2


def test_a_day_on_which_something_was_passed_on_counts_once():
    other = DAY + timedelta(days=1)
    week = counted(data=[a_datum(), a_datum(values=("other1234",))], days=(DAY, other))
    assert week.counts[Part.KEPT] == (1, 2)


@pytest.mark.parametrize(
    "datum",
    [
        a_datum(party=SITE),
        a_datum(direction=Direction.RECEIVED),
        a_datum(kind=SignalKind.EXPERIMENT),
    ],
    ids=["to the site", "received", "not yours"],
)
def test_what_went_nowhere_else_spoils_no_day(datum):
    assert counted(data=[datum]).counts[Part.KEPT] == (1, 1)


def test_days_after_a_refusal_are_counted():
    assert counted(chosen=[a_refusal()]).counts[Part.REFUSAL] == (1, 1)
    assert counted(data=[a_datum()], chosen=[a_refusal()]).counts[Part.REFUSAL] == (0, 1)


@pytest.mark.parametrize(
    "chosen",
    [
        [],
        [a_refusal(days=0)],
        [a_refusal(made=False)],
        [a_refusal(refused=False)],
        [a_refusal(), a_refusal(days=0, refused=False)],
    ],
    ids=["none", "made that day", "a default", "a grant", "taken back that day"],
)
def test_days_without_a_refusal_all_through_are_no_chance(chosen):
    assert counted(chosen=chosen).counts[Part.REFUSAL] == (0, 0)


def test_where_identifiers_could_not_be_seen_no_day_counts_as_clean():
    week = counted(chosen=[a_refusal()], blind={FindingKind.TRACKING_IDENTIFIER})
    assert {Part.KEPT, Part.REFUSAL}.isdisjoint(week.counts)


def test_a_day_with_a_sensitive_label_is_told_from_one_without():
    assert counted(data=[a_label(sensitive=True)]).counts[Part.DISCREET] == (0, 1)
    assert counted(data=[a_label()]).counts[Part.DISCREET] == (1, 1)


def test_what_they_hold_stands_beside_what_was_told():
    week = counted(
        [a_list(reasons=("Because you read A",)), a_list(reasons=("Because you read A",))],
        [
            a_label(exchanges=2),
            a_label(party="b.example", values=("runner", "parent")),
            a_datum(),
            a_datum(kind=SignalKind.EXPLANATION, values=("You are in: runners",)),
        ],
    )
    assert (len(week.held), len(week.shown), week.deliveries) == (3, 2, 2 + 2 + 1)


def test_a_week_that_is_known_in_part_only_is_left_out():
    read = Newest((), (), (), frozenset([NOON.date(), DAY]), NOON.date())
    assert [it.begins for it in weeks(SITE, read, (), ())] == [date(2026, 5, 4)]
