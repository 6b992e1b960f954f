from datetime import timedelta

import pytest

from companion.model import FindingKind, Level, Severity
from tests.builders import NOON
from tui.triage import Triage, by_party, choices
from tui.views import FindingRow


def a_row(name="1", **changes) -> FindingRow:
    defaults = {
        "id": name,
        "kind": FindingKind.TRACKING_IDENTIFIER,
        "severity": Severity.TRACE,
        "confidence": Level.LIKELY,
        "site": "news.example",
        "party": "ads.example",
        "title": "A title",
        "why": "A reason",
        "last_seen": NOON,
    }
    return FindingRow(**(defaults | changes))


GRAVE = a_row("grave", severity=Severity.GRAVEST, party="m.example", site="z.example")
SURE = a_row("sure", confidence=Level.OBSERVED, party="z.example", site="m.example")
FRESH = a_row("fresh", last_seen=NOON + timedelta(days=1), party="a.example", site="a.example")
ROWS = [SURE, GRAVE, FRESH]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("weight", ["grave", "sure", "fresh"]),
        ("newest", ["fresh", "sure", "grave"]),
        ("surest", ["sure", "grave", "fresh"]),
        ("party", ["fresh", "grave", "sure"]),
        ("site", ["fresh", "sure", "grave"]),
    ],
)
def test_orders(sort, order):
    assert [row.id for row in Triage(sort=sort).applied(ROWS)] == order


def test_the_orders_follow_each_other_in_a_ring():
    seen = ["weight"]
    for _ in range(5):
        seen.append(Triage(sort=seen[-1]).next_sort())
    assert seen == ["weight", "newest", "surest", "party", "site", "weight"]


@pytest.mark.parametrize(
    ("only", "left"),
    [
        ("everything", {"grave", "sure", "fresh"}),
        ("severity 5", {"grave"}),
        ("level observed", {"sure"}),
        ("kind tracking_identifier", {"grave", "sure", "fresh"}),
        ("kind pii_leak", set()),
        ("site a.example", {"fresh"}),
        (by_party("m.example"), {"grave"}),
    ],
)
def test_filters(only, left):
    assert {row.id for row in Triage(only=only).applied(ROWS)} == left


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("", {"grave", "sure", "fresh"}),
        ("Z.EXAMPLE", {"grave", "sure"}),
        ("knows m.ex", {"grave", "sure"}),
        ("absent", set()),
    ],
)
def test_every_word_must_stand_somewhere(words, left):
    assert {row.id for row in Triage(words=words).applied(ROWS)} == left


def test_only_what_there_is_can_be_chosen_and_is_counted():
    found = {words: number for _, words, number in choices(ROWS)}
    assert found["everything"] == 3
    assert found["gravest"] == 1
    assert found["likely"] == 2
    assert found["Knows you again"] == 3
    assert found["on a.example"] == 1
    assert found["by z.example"] == 1
    assert "notable" not in found


def test_nothing_can_be_chosen_from_nothing():
    assert choices([]) == []
