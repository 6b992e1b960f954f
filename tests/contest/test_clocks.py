"""Periods are counted as the clock table says, with its worked examples."""

from datetime import date

import pytest

from companion.contest.clocks import (
    acknowledged,
    after,
    due,
    extended,
    paused,
    period,
    statutory,
)
from companion.contest.facts import Deadline
from companion.contest.knowledge import knowledge

MONTH = knowledge().right["gdpr-15"].deadline
CALIFORNIA = knowledge().right["ccpa-know"].deadline
OPT_OUT = knowledge().right["ccpa-optout"].deadline
NONE = knowledge().right["dsa-27"].deadline
AT_ONCE = knowledge().right["gdpr-7-3"].deadline


def test_the_examples_are_those_of_the_table():
    april, september, extension = knowledge().clock["gdpr_month"].examples
    assert april == "received 5 March -> last day 5 April"
    assert september == "received 31 August -> last day 30 September"
    assert extension.startswith("extension: three months after receipt in total")


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2024, 3, 5), date(2024, 4, 5)),
        (date(2026, 8, 31), date(2026, 9, 30)),
        (date(2027, 1, 29), date(2027, 3, 1)),  # 28 February 2027 is a Sunday
        (date(2024, 1, 31), date(2024, 2, 29)),
        (date(2026, 12, 15), date(2027, 1, 15)),
        (date(2026, 3, 5), date(2026, 4, 6)),  # 5 April 2026 is a Sunday
    ],
)
def test_a_month_ends_on_the_day_of_the_same_number(received, last):
    assert due(MONTH, received) == last


def test_a_last_day_on_a_holiday_moves_to_the_next_working_day():
    easter_monday = date(2026, 4, 6)
    assert due(MONTH, date(2026, 3, 5), {easter_monday}) == date(2026, 4, 7)


def test_an_extension_makes_three_months_in_total():
    assert extended(MONTH, date(2026, 8, 31)) == date(2026, 11, 30)


def test_an_extension_in_another_unit_runs_from_the_first_last_day():
    mixed = Deadline(amount=1, unit="month", extend_amount=10, extend_unit="day")
    assert extended(mixed, date(2024, 3, 5)) == date(2024, 4, 15)


def test_days_are_calendar_days():
    assert due(CALIFORNIA, date(2026, 1, 1)) == date(2026, 2, 15)
    assert extended(CALIFORNIA, date(2026, 1, 1)) == date(2026, 4, 1)


def test_business_days_leave_out_weekends_and_holidays():
    assert acknowledged(CALIFORNIA, date(2026, 1, 1)) == date(2026, 1, 15)
    assert due(OPT_OUT, date(2026, 1, 2)) == date(2026, 1, 23)
    assert after(date(2026, 1, 2), 1, "business_day", {date(2026, 1, 5)}) == date(2026, 1, 6)


def test_where_the_law_sets_no_period_there_is_no_day():
    for deadline in (NONE, AT_ONCE):
        assert not statutory(deadline)
        assert due(deadline, date(2026, 1, 1)) is None
        assert extended(deadline, date(2026, 1, 1)) is None
    assert extended(OPT_OUT, date(2026, 1, 1)) is None
    assert acknowledged(MONTH, date(2026, 1, 1)) is None


def test_a_question_about_identity_stops_the_clock():
    asked, answered = date(2026, 1, 10), date(2026, 1, 14)
    assert paused(date(2026, 2, 2), asked, answered) == date(2026, 2, 6)
    assert paused(date(2026, 2, 2), answered, asked) == date(2026, 2, 2)


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (MONTH, "1 month from receipt, 2 months more with notice"),
        (OPT_OUT, "15 business days from receipt"),
        (NONE, "no period set by law"),
        (AT_ONCE, "at once"),
    ],
)
def test_period_in_words(deadline, words):
    assert period(deadline) == words


def test_every_deadline_of_the_tables_can_be_counted_and_said():
    for right in knowledge().right.values():
        assert period(right.deadline)
        assert (due(right.deadline, date(2026, 1, 30)) is None) is not statutory(right.deadline)
