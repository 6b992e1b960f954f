"""The ways to contest a finding, best first: those that reveal nothing, and the nearest of them."""

from companion.contest.knowledge import knowledge
from companion.contest.places import place
from companion.contest.route import Route, RouteKind
from companion.contest.situation import Situation
from companion.contest.steps import steps
from companion.model import Finding, FindingKind, Owner

ORDER = {kind: rank for rank, kind in enumerate(RouteKind)}
LAST_RESORT = frozenset({"p-delete-account"})


def routes(finding: Finding, *, jurisdiction: str, owner: Owner | None) -> tuple[Route, ...]:
    """What a person can do about a finding, in the order in which it is worth trying.

    `jurisdiction` is where the person lives: an ISO 3166 code such as "DE" or "US-CA", or the id
    of a jurisdiction such as "eu"; with an empty one nothing is said to rest on a law. `owner` is
    the company behind the finding's party.
    """
    plan = knowledge().finding[finding.kind.value]
    situation = Situation(finding=finding, plan=plan, place=place(jurisdiction), owner=owner)
    found = [
        route for remedy in plan.remedies for route in steps(knowledge().remedy[remedy], situation)
    ]
    return tuple(sorted(found, key=_rank))


def remedies(kind: FindingKind) -> tuple[str, ...]:
    """The ids of the remedies for a kind of finding, whoever it is about."""
    return knowledge().finding[kind.value].remedies


def _rank(route: Route) -> tuple[bool, int, int]:
    """Stable within a rank: the order of the tables stays."""
    return route.remedy in LAST_RESORT, route.exposure, ORDER[route.kind]
