"""What came with each load of a watched place: its lists, and what third parties were told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from companion.audit.plan import STRANGER, Place, Plan
from companion.decode.hosts import registrable
from companion.model import Direction, Signal, SignalKind, Slate
from companion.store import signals, slates, visits
from companion.store.open import Database
from companion.store.visits import View, Visit

_AT_MOST = timedelta(hours=1)
_TELLING = frozenset({SignalKind.IDENTIFIER, SignalKind.PII})


@dataclass(frozen=True, slots=True)
class Load:
    """One visit's load of one place: by place of a list the last one delivered, and what was told.

    `told` are (party, name) of what third parties were sent about the visitor.
    """

    visit: Visit
    view: View
    lists: dict[str, Slate]
    told: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Block:
    """All loads of a place in one block: those of a subject, and those of strangers in turn.

    `why` says why the block can't be compared; empty where it can.
    """

    number: int
    mine: tuple[Load, ...]
    strangers: tuple[Load, ...]
    why: tuple[str, ...] = ()

    @property
    def seen_at(self) -> datetime:
        """When the first of its loads began."""
        return min(load.view.seen_at for load in (*self.mine, *self.strangers))


def loads(db: Database, plan: Plan) -> dict[str, list[Load]]:
    """Every load that can be compared, by the name of its place."""
    places = {place.name: place for place in plan.places}
    found: defaultdict[str, list[Load]] = defaultdict(list)
    for visit in visits.each(db, status=visits.DONE):
        views = sorted(visits.views(db, visit=visit.id), key=lambda one: one.seen_at)
        lists = list(slates.each(db, visitor=visit.id))
        told = [one for one in signals.each(db, visitor=visit.id) if _is_told(one)]
        for view in views:
            if view.why or view.place not in places:
                continue
            site = registrable(urlsplit(view.page).hostname or "")
            begins, ends = _window(view, views)
            held = [one for one in lists if begins <= one.seen_at < ends and one.site == site]
            sent = [one for one in told if begins <= one.seen_at < ends and one.site == site]
            found[view.place].append(
                Load(
                    visit,
                    view,
                    {one.place: one for one in held if _is_watched(one, places[view.place])},
                    frozenset((one.party, one.name) for one in sent),
                )
            )
    return dict(found)


def blocks(plan: Plan, subject: str, held: Iterable[Load]) -> Iterator[Block]:
    """The loads of a place by block, a subject's against all strangers'."""
    ordered = sorted(held, key=lambda load: load.view.seen_at)
    for number in range(1, plan.blocks + 1):
        here = [load for load in ordered if load.visit.block == number]
        mine = tuple(load for load in here if load.visit.player == subject)
        strangers = tuple(load for load in here if load.visit.role == STRANGER)
        if mine or strangers:
            yield Block(number, mine, strangers, tuple(_why_not(plan, mine, strangers)))


def missing(db: Database, plan: Plan, place: str) -> tuple[str, ...]:
    """Why loads of a place are missing, each reason with how often."""
    counts: defaultdict[str, int] = defaultdict(int)
    for view in visits.views(db, place=place):
        if view.why:
            counts[view.why] += 1
    for visit in visits.each(db, status=visits.MISSING):
        counts[f"the visit failed at {visit.why}"] += 1
    return tuple(f"{why} ({times} of {_due(plan)} loads)" for why, times in counts.items())


def _due(plan: Plan) -> int:
    return plan.blocks * sum(player.repeats for player in plan.players)


def _why_not(plan: Plan, mine: tuple[Load, ...], strangers: tuple[Load, ...]) -> Iterator[str]:
    if not mine:
        yield "the subject has no load"
    if not strangers:
        yield "no stranger has a load"
    times = [load.view.seen_at for load in (*mine, *strangers)]
    apart = (max(times) - min(times)).total_seconds()
    if apart > plan.within:
        yield f"loads lie more than {plan.within:.0f} seconds apart"


def _window(view: View, views: list[View]) -> tuple[datetime, datetime]:
    """From when to when a visit's browser was at a place: until its next one."""
    after = [one.seen_at for one in views if one.seen_at > view.seen_at]
    return view.seen_at, min(after, default=view.seen_at + _AT_MOST)


def _is_watched(one: Slate, place: Place) -> bool:
    return (
        place.heading.casefold() in one.heading.casefold()
        and place.container.casefold() in one.place.casefold()
    )


def _is_told(one: Signal) -> bool:
    third = one.site is not None and one.party != one.site
    return third and one.kind in _TELLING and one.direction is Direction.SENT
