"""A finding taken along a route: the states it goes through, and when an answer is due."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, time

from companion.contest.clocks import acknowledged, due, extended, paused
from companion.contest.facts import Deadline
from companion.contest.knowledge import knowledge
from companion.contest.route import Route, RouteKind
from companion.errors import UnreadableInput
from companion.model import Contest, ContestId, Finding, digest

NEXT = {
    "draft": {"sent", "verifying", "closed"},
    "sent": {"acknowledged", "identity-asked", "extended", "answered", "overdue", "verifying"},
    "acknowledged": {"identity-asked", "extended", "answered", "overdue", "verifying"},
    "identity-asked": {"acknowledged", "answered", "overdue", "complaint"},
    "extended": {"identity-asked", "answered", "overdue"},
    "answered": {"verifying", "honoured", "not-honoured", "reminded", "complaint"},
    "overdue": {"answered", "reminded", "verifying", "complaint"},
    "reminded": {"answered", "verifying", "complaint"},
    "verifying": {"answered", "honoured", "not-honoured"},
    "not-honoured": {"answered", "reminded", "verifying", "complaint"},
    "complaint": {"answered", "verifying"},
    "honoured": {"verifying"},
    "closed": set(),
}
"""Which state may follow which; every state may be closed."""

ENDED = frozenset({"honoured", "closed"})


def start(finding: Finding, route: Route, at: datetime) -> Contest:
    """A case that begins as a draft; the same finding and route give the same id."""
    return Contest(
        id=ContestId(digest("contest", finding.id, route.id)),
        finding=finding.id,
        route=route.id,
        state="draft",
        due=None,
        events=((at, "draft", route.title),),
    )


def advance(contest: Contest, state: str, at: datetime, note: str = "") -> Contest:
    """The case in its next state; `due` is left to `timed`.

    Raises:
        UnreadableInput: the state is unknown or does not follow the present one.
    """
    allowed = following(contest.state)
    if state not in allowed:
        raise UnreadableInput(
            f"a case that is {contest.state} can't become {state}: choose {', '.join(allowed)}"
        )
    return replace(contest, state=state, events=(*contest.events, (at, state, note)))


def following(state: str) -> tuple[str, ...]:
    """The states that may follow one, in the order of the table of states."""
    allowed = NEXT[state] if state == "closed" else NEXT[state] | {"closed"}
    return tuple(it for it in knowledge().state if it in allowed)


def timed(contest: Contest, deadline: Deadline, holidays: Collection[date] = ()) -> Contest:
    """The case with the day on which the law wants an answer; None where it sets none.

    The clock runs from sending, counts a notified extension, stops while a question about
    identity is open, and has no say once there is an answer.
    """
    last = _last(contest, deadline, holidays)
    return replace(contest, due=datetime.combine(last, time.max, UTC) if last else None)


def confirmation(
    contest: Contest, deadline: Deadline, holidays: Collection[date] = ()
) -> date | None:
    """Until when the law wants receipt confirmed; None where it does not, or nothing was sent."""
    sent = _when(contest, "sent")
    return acknowledged(deadline, sent, holidays) if sent else None


def overdue(contest: Contest, now: datetime) -> bool:
    """Whether the last day set by law has passed without an answer."""
    waiting = contest.state in {"sent", "acknowledged", "extended"}
    return waiting and contest.due is not None and now > contest.due


def deadline(route: Route) -> Deadline:
    """What the first law of a route says about the time for an answer; none without a law."""
    if route.kind is not RouteKind.LETTER or not route.law:
        return Deadline(amount=0, unit="none")
    return knowledge().right[route.law[0].right].deadline


def _last(contest: Contest, deadline: Deadline, holidays: Collection[date]) -> date | None:
    sent = _when(contest, "sent")
    if sent is None or contest.state not in {"sent", "acknowledged", "extended", "overdue"}:
        return None
    was_extended = _when(contest, "extended") is not None
    last = (extended if was_extended else due)(deadline, sent, holidays)
    asked, answered = _when(contest, "identity-asked"), _resumed(contest)
    return paused(last, asked, answered) if last and asked and answered else last


def _when(contest: Contest, state: str) -> date | None:
    return next((at.date() for at, known, _ in contest.events if known == state), None)


def _resumed(contest: Contest) -> date | None:
    """When the case went on after a question about identity."""
    asked = False
    for at, state, _ in contest.events:
        if asked and state != "identity-asked":
            return at.date()
        asked = asked or state == "identity-asked"
    return None
