"""A case is measured before acting and again when a check is due."""

from datetime import timedelta

import pytest

from companion.contest.cases import advance, start
from companion.contest.checks import again, before, moved, pending, refuse_while_shielded
from companion.contest.counting import MEETINGS, Span
from companion.contest.routes import routes
from companion.errors import UnreadableInput
from companion.model import (
    Evidence,
    ExchangeId,
    FindingKind,
    Item,
    Level,
    SignalKind,
    SlateId,
)
from tests.builders import NOON, a_finding, a_record, a_signal, a_slate, an_act

FINDING = a_finding(confidence=Level.OBSERVED)
ROUTE = next(it for it in routes(FINDING, jurisdiction="DE", owner=None) if not it.letter)
CASE = start(FINDING, ROUTE, NOON)
BEFORE = Span(NOON - timedelta(days=20), NOON)
AFTER = Span(NOON, NOON + timedelta(days=20))


def visits(first, count, *, value="k3jd92hf83hd7w2q", **changes):
    """Page loads a day apart, each with the signal unless its value is None."""
    things = []
    for n in range(count):
        at = NOON + timedelta(days=first + n)
        key = ExchangeId("e1" if first + n == -10 else f"e{first + n}")
        things.append(an_act(exchange=key, seen_at=at))
        if value:
            at += timedelta(seconds=2)
            things.append(a_signal(exchange=key, seen_at=at, value=value, **changes))
    return things


def checked(*after, finding=FINDING):
    record = a_record(*visits(-10, 10), *after)
    first = before(CASE, finding, record, BEFORE)
    return first, again(CASE, finding, record, first, ("at once", AFTER))


def test_the_measurement_is_written_down_before_acting():
    first, _ = checked()
    assert (first.n, first.hits, first.values) == (10, 10, ("k3jd92hf83hd7w2q",))
    assert first.evidence
    assert first.verdict == ""


def test_the_same_value_met_again_is_no_effect():
    _, check = checked(*visits(1, 10))
    assert (check.verdict, check.hits) == ("no effect", 10)
    case = moved(CASE, [check], NOON)
    assert case.state == "not-honoured"


def test_a_new_value_is_not_the_one_that_was_contested():
    _, check = checked(*visits(1, 10, value="zz11yy22xx33ww44"))
    assert (check.verdict, check.hits) == ("worked", 0)
    assert moved(CASE, [check], NOON).state == "honoured"


def test_too_few_looks_leave_the_case_as_it_is():
    _, check = checked(*visits(1, 2))
    assert check.verdict == "can't tell"
    assert moved(CASE, [check], NOON) == CASE


def test_after_a_refusal_any_identifier_counts():
    refused = a_finding(kind=FindingKind.CONSENT_IGNORED)
    _, check = checked(*visits(1, 10, value="zz11yy22xx33ww44"), finding=refused)
    assert check.verdict == "no effect"


def test_what_is_no_count_says_so():
    trend = a_finding(kind=FindingKind.NARROWING)
    assert trend.kind not in MEETINGS
    _, check = checked(finding=trend)
    assert "strangers" in check.why


@pytest.mark.parametrize("kind", [FindingKind.INVISIBLE_CURATION, FindingKind.CROSS_CONTEXT_REUSE])
def test_lists_are_counted_too(kind):
    slate = a_slate(id=SlateId("s1"), seen_at=NOON - timedelta(days=10) + timedelta(seconds=1))
    later = a_slate(
        id=SlateId("s2"),
        items=(Item(rank=1, item="other", title="Other"),),
        seen_at=NOON + timedelta(days=1, seconds=1),
    )
    finding = a_finding(
        kind=kind, party="news.example", evidence=(Evidence(slate=SlateId("s1"), note="a list"),)
    )
    record = a_record(*visits(-10, 10, value=None), *visits(1, 10, value=None), slate, later)
    first = before(CASE, finding, record, BEFORE)
    assert first.hits == 1
    check = again(CASE, finding, record, first, ("at once", AFTER))
    assert check.hits == (kind is FindingKind.INVISIBLE_CURATION)


def test_labels_are_looked_for_by_their_words():
    finding = a_finding(
        kind=FindingKind.UNDISCLOSED_INFERENCE,
        evidence=(Evidence(exchange=ExchangeId("e1"), locator="/segments", note="labels"),),
    )
    some = {"kind": SignalKind.SEGMENT, "locator": "/segments"}
    record = a_record(*visits(-10, 10, value=("angler", "cook"), **some))
    first = before(CASE, finding, record, BEFORE)
    assert (first.hits, set(first.values)) == (10, {"angler", "cook"})


def test_checks_are_pending_once_the_person_acted_until_they_are_made():
    assert list(pending(CASE, ROUTE, [], NOON)) == []
    acted = advance(CASE, "verifying", NOON)
    assert next(name for name, _ in pending(acted, ROUTE, [], NOON)) == "at once"
    _, check = checked(*visits(1, 10))
    assert next(name for name, _ in pending(acted, ROUTE, [check], NOON)) == "after restart"
    assert list(pending(advance(acted, "closed", NOON), ROUTE, [], NOON)) == []


def test_nothing_is_measured_while_the_shield_is_on():
    refuse_while_shielded([])
    with pytest.raises(UnreadableInput, match="shield"):
        refuse_while_shielded(["requests to ads.example blocked"])
