"""What comes next for a case, and what stands in the calendar."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.contest.cases import NEXT, advance, deadline, start, timed
from companion.contest.following import entries, steps
from companion.contest.routes import routes
from companion.model import FindingKind, Level
from tests.builders import NOON, a_finding

FINDING = a_finding(confidence=Level.OBSERVED)
AFTER = replace(FINDING, kind=FindingKind.CONTEST_NOT_HONOURED)
WAYS = routes(AFTER, jurisdiction="DE", owner=None)
LETTER = next(
    it for it in routes(FINDING, jurisdiction="DE", owner=None) if it.letter == "access_tracker"
)
SENT = advance(start(FINDING, LETTER, NOON), "sent", NOON)
DUE = timed(SENT, deadline(LETTER))


@pytest.mark.parametrize("state", sorted(set(NEXT) - {"closed", "verifying"}))
def test_every_open_state_offers_a_next_step(state):
    assert list(steps(replace(SENT, state=state), WAYS, NOON))


def test_after_the_last_day_a_reminder_comes_before_the_complaint():
    late = list(steps(DUE, WAYS, NOON + timedelta(days=60)))
    assert late[0].words == "remind them"
    assert late[-1].route.startswith("e-")
    assert any(it.addresses for it in late if it.route == "e-dpa")


def test_who_was_reminded_is_not_reminded_again():
    again = list(steps(replace(SENT, state="reminded"), WAYS, NOON))
    assert again
    assert all(it.words != "remind them" for it in again)


def test_the_law_sets_a_day_in_the_calendar():
    (entry,) = entries(DUE, LETTER, [])
    assert "due by law" in entry.summary
    assert entry.day == DUE.due.date()


def test_a_courtesy_date_is_never_called_a_deadline():
    lawless = replace(LETTER, law=())
    (entry,) = entries(SENT, lawless, [])
    words = f"{entry.summary} {entry.description}".lower()
    assert "ask again" in words
    assert not {"deadline", "due", "law"} & set(words.split())


def test_checks_stand_in_the_calendar_and_a_draft_has_no_day():
    draft = start(FINDING, LETTER, NOON)
    assert list(entries(draft, LETTER, [])) == []
    (entry,) = entries(draft, LETTER, [("after 7 days", NOON)])
    assert entry.summary.startswith("Measure after 7 days")
