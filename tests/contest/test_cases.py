"""A case goes through its states, and a day is due only where the law sets one."""

from datetime import UTC, date, datetime, timedelta

import pytest

from companion.contest.cases import (
    ENDED,
    NEXT,
    advance,
    confirmation,
    deadline,
    following,
    overdue,
    start,
    timed,
)
from companion.contest.knowledge import knowledge
from companion.contest.routes import routes
from companion.errors import UnreadableInput
from companion.model import Level
from tests.builders import a_finding

FINDING = a_finding(confidence=Level.OBSERVED)
ROUTES = routes(FINDING, jurisdiction="DE", owner=None)
LETTER = next(it for it in ROUTES if it.letter == "access_tracker")
MONTH = knowledge().right["gdpr-15"].deadline
BEGUN = datetime(2026, 8, 30, 9, tzinfo=UTC)


def day(number, month=8):
    return datetime(2026, month, number, 9, tzinfo=UTC)


def case(*states):
    """A case taken through (state, time) pairs."""
    made = start(FINDING, LETTER, BEGUN)
    for state, at in states:
        made = advance(made, state, at)
    return timed(made, MONTH)


def test_a_case_begins_as_a_draft_with_an_id_of_its_own():
    made = start(FINDING, LETTER, BEGUN)
    assert (made.state, made.due, made.finding) == ("draft", None, FINDING.id)
    assert made.id == start(FINDING, LETTER, BEGUN + timedelta(days=1)).id
    assert made.events == ((BEGUN, "draft", LETTER.title),)


def test_states_are_those_of_the_table():
    states = set(knowledge().state)
    assert set(NEXT) == states
    assert set().union(*NEXT.values()) <= states
    assert states >= ENDED


def test_every_state_is_reached_from_a_draft():
    reached, waiting = {"draft"}, ["draft"]
    while waiting:
        new = set(following(waiting.pop())) - reached
        reached |= new
        waiting += new
    assert reached == set(knowledge().state)


def test_a_step_that_does_not_follow_is_refused():
    with pytest.raises(UnreadableInput, match="a case that is draft can't become answered"):
        advance(start(FINDING, LETTER, BEGUN), "answered", BEGUN)
    assert following("closed") == ()


def test_nothing_is_due_before_sending():
    assert case().due is None
    assert confirmation(case(), knowledge().right["ccpa-know"].deadline) is None


def test_an_answer_is_due_a_month_after_sending():
    sent = case(("sent", day(31)))
    assert sent.due.date() == date(2026, 9, 30)
    assert sent.due.tzinfo is UTC


def test_a_notified_extension_moves_the_day():
    made = case(("sent", day(31)), ("extended", day(20, 9)))
    assert made.due.date() == date(2026, 11, 30)


def test_a_question_about_identity_stops_the_clock_until_answered():
    asked = case(("sent", day(31)), ("identity-asked", day(2, 9)))
    assert asked.due is None
    goes_on = case(("sent", day(31)), ("identity-asked", day(2, 9)), ("acknowledged", day(6, 9)))
    assert goes_on.due.date() == date(2026, 10, 4)


def test_an_answer_ends_the_clock():
    assert case(("sent", day(31)), ("answered", day(2, 9))).due is None


def test_where_the_law_sets_no_period_nothing_is_due():
    sent = advance(start(FINDING, LETTER, BEGUN), "sent", day(31))
    assert timed(sent, knowledge().right["dsa-27"].deadline).due is None


def test_a_confirmation_is_due_where_the_law_wants_one():
    sent = case(("sent", day(31)))
    assert confirmation(sent, knowledge().right["ccpa-know"].deadline) == date(2026, 9, 14)


def test_a_case_is_overdue_after_the_last_day_only():
    sent = case(("sent", day(31)))
    assert not overdue(sent, datetime(2026, 9, 30, 23, tzinfo=UTC))
    assert overdue(sent, datetime(2026, 10, 1, tzinfo=UTC))
    assert not overdue(case(("sent", day(31)), ("answered", day(2, 9))), day(1, 12))
    assert not overdue(case(), day(1, 12))


def test_the_deadline_of_a_route_is_that_of_its_first_law():
    assert deadline(LETTER) == MONTH
    by_hand = next(it for it in ROUTES if it.remedy == "n-block")
    assert deadline(by_hand).unit == "none"
