"""The measurement of a case: written down before acting, taken again when a check is due."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from companion.contest.cases import advance, following
from companion.contest.counting import Looked, Met, Span, counted, measurable, met
from companion.contest.outcome import Count, Outcome, due, judge
from companion.contest.route import Route
from companion.errors import UnreadableInput
from companion.model import (
    Contest,
    ExchangeId,
    Finding,
    FindingKind,
    Measured,
    SignalKind,
    digest,
)

BEFORE = "before"
SHOWN = 6
ANY_VALUE = frozenset(
    {FindingKind.CONSENT_IGNORED, FindingKind.GPC_IGNORED, FindingKind.INVISIBLE_CURATION}
)
"""Kinds where a new value would be no better than the one that was met."""
ACTED = frozenset({"sent", "verifying"})


def before(case: Contest, finding: Finding, record: Looked, span: Span) -> Measured:
    """What a finding says, counted before acting."""
    found = met(finding, record, _evident(finding, record))
    counts = counted(found, finding, record, span)
    return _measured((case, finding), (BEFORE, span), found, counts)


def acted(case: Contest) -> datetime | None:
    """When the person first acted: the letter went out, or the setting was changed."""
    return next((at for at, state, _ in case.events if state in ACTED), None)


def pending(
    case: Contest, route: Route, done: Sequence[Measured], now: datetime
) -> Iterator[tuple[str, datetime]]:
    """The checks that were not made yet, each with the day from which it can be."""
    made = {it.when for it in done if it.contest == case.id and it.verdict}
    began = acted(case)
    if began is None or case.state == "closed":
        return
    for check, start in due(began, route.wait_days):
        if check.name not in made:
            yield check.name, start


def again(
    case: Contest, finding: Finding, record: Looked, first: Measured, check: tuple[str, Span]
) -> Measured:
    """A check: the same thing counted again, and what both counts show."""
    name, span = check
    found = met(finding, record, first.values)
    after = counted(found, finding, record, span)
    judged = judge(Count(first.hits, first.n), after)
    why = judged.why
    if not measurable(finding.kind):
        why = "It is no count: compare with strangers again (companion probe)."
    verdict = (judged.outcome.value, why)
    return _measured((case, finding), (name, span), found, after, verdict)


def state_after(outcome: str) -> str | None:
    """The state of a case that a check leads to; None where it can't tell."""
    return {Outcome.WORKED: "honoured", Outcome.NO_EFFECT: "not-honoured"}.get(Outcome(outcome))


def moved(case: Contest, made: Sequence[Measured], now: datetime) -> Contest:
    """The case after its checks: the newest that can tell decides; the others leave it."""
    for it in made:
        if (state := state_after(it.verdict)) is None:
            continue
        if state not in following(case.state) and "verifying" in following(case.state):
            case = advance(case, "verifying", now, it.when)
        if state in following(case.state):
            case = advance(case, state, now, f"{it.when}: {it.why}")
    return case


def refuse_while_shielded(actions: Sequence[str]) -> None:
    """Never measure while something of our own is in the way.

    Raises:
        UnreadableInput: an action is on for the site or party.
    """
    if actions:
        raise UnreadableInput(
            f"nothing is measured while your own shield is on ({', '.join(actions)}): "
            "companion contest shield off, visit the site again, then check"
        )


def _evident(finding: Finding, record: Looked) -> tuple[str, ...]:
    """The values the finding's evidence shows, which are looked for again."""
    if finding.kind in ANY_VALUE:
        return ()
    places = {(it.exchange, it.locator) for it in finding.evidence if it.exchange}
    signals = {it.signal for it in finding.evidence if it.signal}
    of_signals = [
        value
        for it in record.signals(finding.site, *SignalKind)
        if (it.exchange, it.locator) in places or it.id in signals
        for value in ((it.value,) if isinstance(it.value, str) else it.value)
    ]
    lists = {it.slate for it in finding.evidence if it.slate}
    of_lists = [
        one.item for it in record.slates(finding.site) if it.id in lists for one in it.items
    ]
    return tuple(dict.fromkeys((*of_signals, *of_lists)))


def _measured(
    about: tuple[Contest, Finding],
    taken: tuple[str, Span],
    found: Sequence[Met],
    counts: Count,
    verdict: tuple[str, str] = ("", ""),
) -> Measured:
    (case, finding), (when, span) = about, taken
    inside = [it for it in found if span.since <= it.at <= span.until and not span.blocked(it.at)]
    wanted = () if finding.kind in ANY_VALUE else _values(inside)
    return Measured(
        id=digest("measured", case.id, when),
        contest=case.id,
        when=when,
        since=span.since,
        until=span.until,
        n=counts.n,
        hits=counts.hits,
        values=wanted,
        evidence=_shown(inside),
        verdict=verdict[0],
        why=verdict[1],
        kind=finding.kind,
        site=finding.site,
        party=finding.party,
        severity=finding.severity,
        title=finding.title,
    )


def _values(found: Sequence[Met]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for it in found for value in it.values))


def _shown(found: Sequence[Met]) -> tuple[ExchangeId, ...]:
    return tuple(dict.fromkeys(it.exchange for it in found))[:SHOWN]
