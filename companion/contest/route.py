"""What a route is: one way to contest a finding, with all a person needs to choose it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from companion.contest.bodies import Trust
from companion.contest.clocks import period
from companion.contest.facts import Plan, Remedy, Right
from companion.contest.joins import Address
from companion.contest.knowledge import knowledge

TIMED = re.compile(r"\bdays?\b|\bat once\b")


class RouteKind(StrEnum):
    """What sort of step a route is, from the nearest to the farthest."""

    CONTROL = "control"
    BROWSER = "browser"
    NETWORK = "network"
    PORTAL = "portal"
    LETTER = "letter"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What a route rests on; `period` says in words what the law sets, or that it sets none."""

    right: str
    name: str
    title: str
    period: str
    verified: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way to contest a finding. Information, not advice.

    `reveals` is what the company learns about the person by it, `exposure` the same as a number:
    0 nothing new, 1 that this browser objects, 2 an address entered there, 3 mailbox and name,
    4 the authority too. `link` and `path` lead there; letters have `letter` and `addresses`.
    `wait_days` is the earliest sensible day to measure again, by `verify`. `shield` is the kind of
    action of our own that does it, empty where there is none.
    """

    id: str
    remedy: str
    kind: RouteKind
    title: str
    to: str
    changes: str
    costs: str
    takes: str
    reveals: str
    exposure: int
    law: tuple[Law, ...]
    trust: Trust
    wait_days: int
    verify: str
    pass_if: str
    limits: tuple[str, ...] = ()
    link: str = ""
    path: str = ""
    letter: str = ""
    addresses: tuple[Address, ...] = ()
    shield: str = ""


def law(right: Right) -> Law:
    """A right as a person reads it."""
    instrument = knowledge().instrument[right.instrument]
    name = right.title if right.article == "-" else f"{instrument.title}, {right.article}"
    return Law(
        right=right.id,
        name=name,
        title=right.title,
        period=period(right.deadline),
        verified=right.verified,
        sources=right.sources,
    )


def passes(remedy: Remedy, plan: Plan) -> str:
    """The plan's words, unless they name a time: when to look is the remedy's own."""
    if not TIMED.search(plan.pass_if):
        return plan.pass_if
    when = f"{remedy.wait_days} days after" if remedy.wait_days else "at once"
    return (
        f"measured {when}, and again after a restart, 7 and 30 days, it is met in no more than "
        "1 of 20 page loads"
    )
