from datetime import timedelta

from companion.ledger.timeline import Met, Recorded, Sight, Tie, timeline
from companion.model import SignalKind
from tests.builders import NOON, a_signal, an_act
from tests.facts import MemoryFacts


def day(number):
    return NOON + timedelta(days=number)


def label(value, first, last, **changes):
    fields = {"kind": SignalKind.SEGMENT, "name": "segment", "value": value} | changes
    one, two = (
        a_signal(seen_at=day(at), exchange=f"{value}{at}", **fields) for at in (first, last)
    )
    return Sight(first=one, last=two)


def told(*sights, ties=(), met=(), acts=()):
    recorded = Recorded(
        party="ads.example", owner=None, begins=day(-30), met=met, sights=sights, ties=ties, acts=()
    )
    return timeline(recorded, MemoryFacts(every_act=acts))


def met(site="news.example", acts=4, first=0):
    return Met(
        site=site, context="news", acts=acts, first_seen=day(first), last_seen=day(9), exchange="m"
    )


def test_everything_stands_in_the_order_of_time():
    tie = Tie(party="sync.example", seen_at=day(2), exchange="t")
    same = Tie(party="tags.example", seen_at=day(3), owner="One Inc")
    datum = label("seed:email", 1, 1, kind=SignalKind.PII, name="em")
    found = told(label("Trail running", 4, 5), datum, met=(met(),), ties=(same, tie))
    assert [(it.kind, it.text) for it in found.events] == [
        ("met", "met you on news.example"),
        ("datum", "your email"),
        ("tie", "shares an identifier with sync.example"),
        ("tie", "is of the same company (One Inc) as tags.example"),
        ("label", "segment = Trail running"),
    ]


def test_a_label_is_told_with_its_causes_and_how_long_nothing_supports_it():
    act = an_act(text="Trail running", seen_at=day(1))
    (one,) = told(label("Trail running", 2, 20), acts=[act]).labels
    assert [it.act for it in one.causes] == [act]
    assert (one.support.act, one.days) == (act, 19)


def test_a_label_without_any_act_and_a_code_have_nothing_behind_them():
    one, two = told(label("Angling", 2, 3), label("12345", 2, 3), acts=[an_act()]).labels
    assert (
        (one.causes, one.support, one.days)
        == (two.causes, two.support, two.days)
        == ((), None, None)
    )


def test_labels_are_counted_for_each_act_that_came_to_the_party():
    assert (
        told(label("Angling", 1, 2), met=(met(acts=4), met("b.example", 6))).labels_per_act == 0.1
    )
    assert told(label("Angling", 1, 2)).labels_per_act is None


def test_a_label_under_two_names_or_with_its_code_is_one():
    words = label("Trail running", 3, 4, locator="/a/0/name", name="a.name")
    code = label("tr-1", 3, 4, locator="/a/0/id", name="a.id")
    code = Sight(first=a_signal(
        kind=SignalKind.SEGMENT, name="a.id", value="tr-1", locator="/a/0/id",
        exchange=words.first.exchange, seen_at=day(3),
    ), last=code.last)  # fmt: skip
    again = label("Trail running", 1, 9, name="b.name")
    (one,) = told(words, code, again).labels
    assert (one.sight.first.seen_at, one.sight.last.seen_at) == (day(1), day(9))
