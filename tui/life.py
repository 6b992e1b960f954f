"""The map of a person's parts of life: which ones the same value was met in, and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from companion.extract.contexts import is_sensitive
from companion.model import Finding, FindingKind, Visitor
from companion.store import findings, marks, signals
from companion.store.crossings import Meeting, crossings
from tui.views import Spot

ABOUT = frozenset({FindingKind.CROSS_CONTEXT_REUSE, FindingKind.INAPPROPRIATE_INTIMACY})
SELF = Visitor().name


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """Two parts of life and what was met in both.

    `meetings` are those of each value, `found` the findings that name both parts.
    """

    one: str
    other: str
    meetings: tuple[tuple[Meeting, ...], ...]
    found: tuple[Finding, ...]

    @property
    def sensitive(self) -> bool:
        """Whether one of the two is a sensitive part of life."""
        return is_sensitive(self.one) or is_sensitive(self.other)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who met the same value in both."""
        return tuple(sorted({it.party for met in self.meetings for it in met}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Every part of life that is known, with its sites, and the crossings between them."""

    parts: dict[str, list[str]]
    crossings: tuple[Crossing, ...]


def life(db: Any) -> Map:
    """The map, crossings of sensitive parts first, then those met by most parties."""
    told = tuple(it for kind in sorted(ABOUT) for it in findings.each(db, kind=kind.value))
    return Map(parts=marks.contexts(db), crossings=crossed(crossings(db, SELF), told))


def crossed(values: Iterable[tuple[Meeting, ...]], told: Iterable[Finding]) -> tuple[Crossing, ...]:
    """Values and findings by the two parts of life they join."""
    met: dict[tuple[str, str], list[tuple[Meeting, ...]]] = {}
    for meetings in values:
        for pair in combinations(sorted({it.context for it in meetings}), 2):
            here = tuple(it for it in meetings if it.context in pair)
            met.setdefault(pair, []).append(here)
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in told:
        for pair in combinations(sorted(set(finding.contexts)), 2):
            found.setdefault(pair, []).append(finding)
    rows = [
        Crossing(
            one=pair[0],
            other=pair[1],
            meetings=tuple(met.get(pair, ())),
            found=tuple(found.get(pair, ())),
        )
        for pair in met.keys() | found.keys()
    ]
    return tuple(
        sorted(rows, key=lambda it: (not it.sensitive, -len(it.parties), it.one, it.other))
    )


def spot(db: Any, meeting: Meeting) -> Spot | None:
    """Where a value was met; None where that is no longer held."""
    held = signals.get(db, meeting.signal)
    if held is None:
        return None
    return Spot(
        exchange=held.exchange,
        locator=held.locator,
        direction=held.direction,
        note=f"{held.name}, met by {held.party} on {held.site}",
    )
