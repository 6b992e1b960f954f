"""What a plan will do, said before it does it: pages, time, and what it can prove."""

from collections.abc import Iterator
from math import prod
from urllib.parse import urlsplit

from companion.audit.plan import PRICE_STRANGERS, Plan, Player
from companion.compare.permutation import labelings
from companion.compare.rules import rule

_REQUESTS = (20, 150)
"""Requests a page makes, of a small one and of a large one."""
_SECONDS_A_PAGE, _SECONDS_A_VISIT = 4.0, 6.0
_LOADS = ("visit", "search", "click")

BEFORE = (
    "Before an audit of real sites, settle: their terms of use; the law of the place you are in and"
    " of theirs (automated access, data protection); the load you put on them; and a word with"
    " counsel or your ethics board. companion/audit/README.md says more."
)


def forecast(plan: Plan) -> Iterator[str]:
    """Lines on a plan, from what is visited to what is within reach."""
    visits = plan.blocks * sum(player.repeats for player in plan.players)
    pages = plan.blocks * sum(player.repeats * _pages(plan, player) for player in plan.players)
    yield f"{plan.title}: {plan.question}"
    yield f"plan and seed {plan.seed}: SHA-256 {plan.hash}"
    for player in plan.players:
        yield f"visitor {player.name} ({player.role}): {_scene(player)}"
        yield from (f"    {act.kind} {act.what}" for act in player.acts)
    for place in plan.places:
        only = f", under {place.heading!r}" if place.heading else ""
        yield f"place {place.name}: {place.url}{only} ({', '.join(place.measures)})"
    hosts = sorted({urlsplit(place.url).hostname or "" for place in plan.places})
    few, many = (pages * each for each in _REQUESTS)
    yield (
        f"{plan.blocks} blocks, {visits} fresh browsers, {pages:,} pages on {', '.join(hosts)}:"
        f" about {few:,} to {many:,} requests"
    )
    yield f"about {_minutes(plan):,.0f} minutes on this computer"
    yield from _power(plan)


def _scene(player: Player) -> str:
    parts = [
        f"{player.repeats} fresh {'browser' if player.repeats == 1 else 'browsers'} a block",
        f"banner: {player.banner}",
    ]
    parts += [f"language {player.language}"] if player.language else []
    parts += ["Global Privacy Control on"] if player.gpc else []
    return "; ".join(parts)


def _pages(plan: Plan, player: Player) -> int:
    return len(plan.places) + sum(act.kind in _LOADS for act in player.acts)


def _minutes(plan: Plan) -> float:
    """The longer of a block's work and the distance between two blocks, for all of them."""
    visits = sum(player.repeats for player in plan.players)
    pages = sum(player.repeats * _pages(plan, player) for player in plan.players)
    work = (visits * _SECONDS_A_VISIT + pages * (_SECONDS_A_PAGE + plan.pace)) / 2 / 60
    return max(work, plan.gap) * (plan.blocks - 1) + work


def _power(plan: Plan) -> Iterator[str]:
    """What the plan can and can't show, by the method's own rules."""
    for subject in plan.subjects:
        ways = len(labelings(subject.repeats, plan.strangers_a_block))
        least = 1 / prod([ways] * plan.blocks)
        if plan.blocks < rule("rounds"):
            yield (
                f"{subject.name}: {plan.blocks} blocks are a description without a claim;"
                f" {rule('rounds'):.0f} are needed"
            )
        elif least > rule("alpha"):
            yield f"{subject.name}: no claim is within reach (smallest p {least:.2g})"
        elif plan.strangers_a_block < 2:
            yield (
                f"{subject.name}: one stranger a block does not show how much strangers differ:"
                " two are needed for lists"
            )
        else:
            yield f"{subject.name}: “differs” is within reach (smallest p {least:.2g})"
            yield f"{subject.name}: {_because(plan)}"
    if any("prices" in place.measures for place in plan.places):
        yield from _prices(plan)


def _because(plan: Plan) -> str:
    """Whether the second claim can be made: one list of a subject against each block's."""
    least = 1 / (1 + plan.strangers_a_block) ** plan.blocks
    strangers = plan.strangers_a_block * plan.blocks
    if least <= rule("because"):
        return (
            f"“because of what it did” is within reach ({strangers} strangers, every browser new;"
            f" smallest p {least:.2g})"
        )
    return f"“because of what it did” is out of reach ({strangers} strangers)"


def _prices(plan: Plan) -> Iterator[str]:
    if plan.strangers_a_block < PRICE_STRANGERS:
        yield (
            f"prices: out of reach with {plan.strangers_a_block} strangers a block;"
            f" {PRICE_STRANGERS} are needed"
        )
    elif plan.blocks < rule("price_rounds"):
        yield f"prices: out of reach, {rule('price_rounds'):.0f} blocks are needed"
    else:
        yield "prices: within reach"
