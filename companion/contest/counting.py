"""Where in a record the thing a finding says is met again, as times and exchanges.

Identifiers, personal data, labels, test groups and lists are counted; trends and prices are not
counts, and are measured by comparing with strangers instead.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from companion.contest.outcome import Count, count
from companion.labels import several
from companion.model import (
    Act,
    ActKind,
    ExchangeId,
    Finding,
    FindingKind,
    Personalized,
    Signal,
    SignalKind,
    Slate,
)


class Looked(Protocol):
    """What is counted in: the person's own record."""

    def signals(self, site: str, *kinds: SignalKind) -> Sequence[Signal]:
        """Signals on the pages of a site, oldest first."""

    def slates(self, site: str) -> Sequence[Slate]:
        """Lists delivered on a site, oldest first."""

    def acts(self, site: str | None = None) -> Sequence[Act]:
        """What the person did on a site, oldest first."""


@dataclass(frozen=True, slots=True)
class Met:
    """That the thing was met once, with the values that were met."""

    at: datetime
    exchange: ExchangeId
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Which looks count: between two times, and not while something of ours was in the way."""

    since: datetime
    until: datetime
    blocked: Callable[[datetime], bool] = lambda _: False


type Meeting = Callable[[Finding, Looked], Iterable[Met]]

_LABELS = (SignalKind.SEGMENT, SignalKind.TRAIT, SignalKind.SCORE)
_NAMED = (SignalKind.IDENTIFIER, SignalKind.PII)


def measurable(kind: FindingKind) -> bool:
    """Whether a kind of finding is counted in looks."""
    return kind in MEETINGS


def met(finding: Finding, record: Looked, values: Sequence[str] = ()) -> list[Met]:
    """Every time the thing was met; only with one of the values, where some are given."""
    found = MEETINGS[finding.kind](finding, record) if measurable(finding.kind) else ()
    wanted = set(values)
    return [it for it in found if not wanted or wanted & set(it.values)]


def counted(found: Sequence[Met], finding: Finding, record: Looked, span: Span) -> Count:
    """In how many page loads of a span it was met."""
    looks = [it.seen_at for it in record.acts(finding.site) if it.kind is ActKind.VISIT]
    within = (span.since, span.until)
    return count(looks, [it.at for it in found], within, span.blocked)


def _signals(kinds: tuple[SignalKind, ...], finding: Finding, record: Looked) -> Iterable[Met]:
    return (
        Met(it.seen_at, it.exchange, several(it.kind, it.value))
        for it in record.signals(finding.site, *kinds)
        if it.party == finding.party
    )


def _lists(finding: Finding, record: Looked) -> Iterable[Met]:
    """Lists of the party that are personal and do not say so."""
    return (
        Met(it.seen_at, it.exchange, (it.place,))
        for it in record.slates(finding.site)
        if it.party == finding.party and _is_personal(it) and not it.disclosed
    )


def _things(finding: Finding, record: Looked) -> Iterable[Met]:
    """Lists of the party, by what stands in them."""
    return (
        Met(it.seen_at, it.exchange, tuple(one.item for one in it.items))
        for it in record.slates(finding.site)
        if it.party == finding.party
    )


def _is_personal(slate: Slate) -> bool:
    return slate.personalized in {Personalized.DECLARED, Personalized.MEASURED}


MEETINGS: Mapping[FindingKind, Meeting] = {
    FindingKind.TRACKING_IDENTIFIER: partial(_signals, (SignalKind.IDENTIFIER,)),
    FindingKind.IDENTIFIER_SHARING: partial(_signals, (SignalKind.IDENTIFIER,)),
    FindingKind.CONSENT_IGNORED: partial(_signals, _NAMED),
    FindingKind.GPC_IGNORED: partial(_signals, _NAMED),
    FindingKind.PII_LEAK: partial(_signals, (SignalKind.PII,)),
    FindingKind.UNDISCLOSED_INFERENCE: partial(_signals, _LABELS),
    FindingKind.SENSITIVE_INFERENCE: partial(_signals, _LABELS),
    FindingKind.OPAQUE_INFERENCE: partial(_signals, _LABELS),
    FindingKind.UNDISCLOSED_EXPERIMENT: partial(_signals, (SignalKind.EXPERIMENT,)),
    FindingKind.INVISIBLE_CURATION: _lists,
    FindingKind.CROSS_CONTEXT_REUSE: _things,
    FindingKind.INAPPROPRIATE_INTIMACY: _things,
}
