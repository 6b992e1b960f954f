"""What a case can do next, in words with its address, and what stands in the calendar for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from companion.contest.calendar import Entry
from companion.contest.cases import deadline, overdue
from companion.contest.clocks import COURTESY_DAYS, statutory
from companion.contest.joins import Address
from companion.contest.route import Route, RouteKind
from companion.model import Contest

LETTERS_OUT = frozenset({"sent", "acknowledged", "extended"})
MAY_COMPLAIN = frozenset({"overdue", "reminded", "answered", "not-honoured", "identity-asked"})
REMINDERS = frozenset({"reminder"})
APPEALS = frozenset({"appeal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A next step: what to do, and the route that does it where there is one."""

    words: str
    route: str = ""
    addresses: tuple[Address, ...] = ()


def steps(case: Contest, ways: Iterable[Route], now: datetime) -> Iterator[Step]:
    """What can be done next, the nearest first; `ways` are the routes of the case's finding."""
    state = "overdue" if overdue(case, now) else case.state
    if state == "draft":
        yield Step(words="take the step, or send the letter yourself; then: move it on to sent")
    if state == "identity-asked":
        yield Step(words="answer only what the law asks, or say why it is not needed")
    if state in LETTERS_OUT:
        yield Step(words="wait for the answer; keep what comes with: companion contest reply")
    if state in MAY_COMPLAIN:
        yield from _farther(state, tuple(ways))
    if state == "not-honoured":
        yield Step(words="the measurement before and after is evidence: add the new finding")
    if state in {"honoured", "complaint"}:
        yield Step(words="check again later: settings can reset")


def entries(case: Contest, route: Route, checks: Iterable[tuple[str, datetime]]) -> Iterator[Entry]:
    """A case's days: the law's, else a courtesy date of ours, and when to measure again."""
    who = f"{route.to} ({case.id})"
    sent = next((at for at, state, _ in case.events if state == "sent"), None)
    if case.due:
        yield Entry(
            uid=f"{case.id}-due",
            day=case.due.date(),
            summary=f"Answer due by law: {who}",
            description="; ".join(it.name for it in route.law),
        )
    elif sent and case.state in LETTERS_OUT and not statutory(deadline(route)):
        yield Entry(uid=f"{case.id}-courtesy", day=courtesy(sent), summary=f"Ask again: {who}")
    for name, day in checks:
        uid = f"{case.id}-{name.replace(' ', '-')}"
        yield Entry(uid=uid, day=day.date(), summary=f"Measure {name}: {who}")


def courtesy(sent: datetime) -> date:
    """When to ask again where no law sets a day."""
    return (sent + timedelta(days=COURTESY_DAYS)).date()


def _farther(state: str, ways: tuple[Route, ...]) -> Iterator[Step]:
    """A reminder first, then an appeal where the law has one, then a complaint."""
    reminded = state == "reminded"
    for kinds, words in ((REMINDERS, "remind them"), (APPEALS, "appeal to them")):
        for it in ways:
            if it.letter in kinds and not (reminded and kinds is REMINDERS):
                yield Step(words=words, route=it.id, addresses=it.addresses)
    for it in ways:
        if it.kind is RouteKind.AUTHORITY:
            yield Step(words=it.title, route=it.id, addresses=it.addresses)
