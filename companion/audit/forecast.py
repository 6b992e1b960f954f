"""What a plan will do, said before it does it: pages, time, and what it can prove."""

from collections.abc import Iterator
from math import comb
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
    wanted = {measure for place in plan.places for measure in place.measures}
    for subject in plan.subjects:
        if "lists" in wanted:
            yield f"{subject.name}, lists: {_lists(subject, plan)}"
        if wanted & {"identifiers", "consent"}:
            ways = comb(subject.repeats + plan.strangers_a_block, subject.repeats)
            yield f"{subject.name}, counts: {_reach(plan, ways, ways)}"
        if "prices" in wanted:
            yield f"{subject.name}, prices: {_prices(subject, plan)}"


def _lists(subject: Player, plan: Plan) -> str:
    if plan.strangers_a_block < 2:
        return "out of reach; two strangers a block show how much strangers differ by themselves"
    ways = len(labelings(subject.repeats, plan.strangers_a_block))
    # For the second claim one list of the subject stands against those of all strangers.
    return _reach(plan, ways, 1 + plan.strangers_a_block)


def _prices(subject: Player, plan: Plan) -> str:
    if plan.strangers_a_block < PRICE_STRANGERS:
        return f"out of reach with {plan.strangers_a_block} strangers a block; 5 are needed"
    ways = comb(subject.repeats + plan.strangers_a_block, subject.repeats)
    return _reach(plan, ways, ways)


def _reach(plan: Plan, ways: int, alone: int) -> str:
    """Which claims can be made with so many ways in a block to say who was who."""
    if plan.blocks < rule("rounds"):
        return f"{plan.blocks} blocks are a description; {rule('rounds'):.0f} allow a claim"
    least, because = ways**-plan.blocks, alone**-plan.blocks
    if least > rule("alpha"):
        return f"no claim is within reach (smallest p {least:.2g})"
    strangers = plan.strangers_a_block * plan.blocks
    within = "is within reach" if because <= rule("because") else "is out of reach"
    return (
        f"“differs” is within reach (smallest p {least:.2g}), “because of what it did” {within}"
        f" ({strangers} strangers, every browser new)"
    )
