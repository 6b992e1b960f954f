"""What a route begins with: the situation it depends on, and what all routes have in common."""

from dataclasses import dataclass

from companion.contest.bodies import Service, Trust
from companion.contest.clocks import period
from companion.contest.facts import Plan, Remedy
from companion.contest.joins import services
from companion.contest.knowledge import knowledge
from companion.contest.places import Place
from companion.contest.route import Law, Route, RouteKind, law, passes
from companion.model import Finding, Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a route depends on: the finding, whose law applies, whose party it is."""

    finding: Finding
    plan: Plan
    place: Place
    owner: Owner | None

    @property
    def services(self) -> tuple[Service, ...]:
        """The services of the party, then those of the site."""
        found = services(self.finding.party, self.owner)
        if self.finding.site == self.finding.party:
            return found
        return tuple(dict.fromkeys((*found, *services(self.finding.site))))

    @property
    def third_party(self) -> bool:
        """Whether the finding is about another party than the site."""
        return self.finding.party != self.finding.site


def begun(remedy: Remedy, situation: Situation, kind: RouteKind, target: str = "") -> Route:
    """What every route has in common; each sort of step replaces what it knows better."""
    basis = laws(remedy, situation)
    finding = situation.finding
    return Route(
        id=f"{remedy.id}@{target}" if target else remedy.id,
        remedy=remedy.id,
        kind=kind,
        title=remedy.title,
        to=finding.party,
        changes=remedy.expected_effect,
        costs=_costs(remedy, basis),
        takes=_takes(remedy, basis),
        reveals="Nothing.",
        exposure=0,
        law=basis,
        trust=trust(remedy.basis, "", "own"),
        wait_days=remedy.wait_days,
        verify=remedy.verify,
        pass_if=passes(remedy, situation.plan),
        limits=limits(remedy),
        shield=remedy.shield,
    )


def laws(remedy: Remedy, situation: Situation) -> tuple[Law, ...]:
    """What a remedy rests on where the person lives, nearest first."""
    rights = knowledge().right
    ids = [it for it in remedy.rights if situation.place.applies(it)]
    if remedy.letter == "access" and not ids:
        ids = [
            it for it, right in rights.items() if right.kind == "access" and _local(it, situation)
        ]
    return tuple(law(rights[it]) for it in ids)


def _local(right: str, situation: Situation) -> bool:
    """A country's own right, listed under no remedy."""
    return knowledge().right[right].jurisdiction == "other" and situation.place.applies(right)


def _costs(remedy: Remedy, basis: tuple[Law, ...]) -> str:
    effort = remedy.effort.partition(",")[0]
    if remedy.kind not in {"legal_request", "complaint"} or not basis:
        return f"{effort}, free"
    cost = knowledge().right[basis[0].right].cost
    return effort if cost == "-" else f"{effort}; {cost}"


def _takes(remedy: Remedy, basis: tuple[Law, ...]) -> str:
    if remedy.kind == "legal_request" and basis:
        return period(knowledge().right[basis[0].right].deadline)
    if remedy.kind == "complaint":
        return "months"
    days = f"{remedy.wait_days} day{'' if remedy.wait_days == 1 else 's'}"
    return f"{days} until it can be checked" if remedy.wait_days else "at once"


def trust(source: str, source_date: str, verified: str) -> Trust:
    """Where a fact comes from; `source_date` is empty where it is our own."""
    return Trust(source=source, source_date=source_date, verified=verified)


def limits(remedy: Remedy, *more: str) -> tuple[str, ...]:
    """What a remedy can't do, in sentences; empty ones fall away."""
    return tuple(it for it in (remedy.limits, *more) if it)
