"""From a remedy to routes: how each sort of step finds its link, address and words."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from companion.contest.bodies import Portal, Trust
from companion.contest.facts import Remedy
from companion.contest.joins import Address, address, authorities, controls, of_authority
from companion.contest.knowledge import knowledge
from companion.contest.route import Law, Route, RouteKind, law
from companion.contest.shield import ActionKind
from companion.contest.situation import Situation, begun, laws, limits, trust
from companion.model import Level

QUESTIONS = frozenset({"access", "access_tracker", "explanation", "recommender", "price"})
"""Letters that only ask; a finding that is possible supports no other."""

PLATFORMS_ONLY = "Binds online platforms only, and some duties only very large ones."
UNKNOWN = Trust(source="own", source_date="", verified="unverified")
BODIES = {
    "e-dpa": ("data-protection",),
    "e-dsc": ("dsa",),
    "e-consumer": ("consumer",),
    "e-us": ("consumer-privacy", "consumer"),
    "e-other": ("data-protection",),
}


type Step = Callable[[Remedy, Situation], Iterator[Route]]


def steps(remedy: Remedy, situation: Situation) -> Iterator[Route]:
    """The routes that a remedy opens in a situation; none where it does not apply."""
    if situation.place.known and not situation.place.within(remedy.regions):
        return
    if not situation.place.known and "all" not in remedy.regions:
        return
    yield from STEPS[remedy.kind](remedy, situation)


def _controls(remedy: Remedy, situation: Situation) -> Iterator[Route]:
    found = controls(situation.services, remedy.service_field, situation.place)
    for service, control in found:
        yield replace(
            begun(remedy, situation, RouteKind.CONTROL, _slug(service.id, control.name)),
            title=f"{remedy.title}: {control.name} ({service.name})",
            to=service.name,
            changes=f"{control.changes}; {remedy.expected_effect}",
            reveals="Nothing new: it is a setting at a service that knows you already.",
            link=control.url,
            path=control.path,
            trust=trust(control.source, control.source_date, control.verified),
            limits=limits(remedy, _profiling(control.profiling_off)),
        )


def _vendor_choice(remedy: Remedy, situation: Situation) -> Iterator[Route]:
    for route in _controls(remedy, situation):
        yield replace(
            route,
            kind=RouteKind.PORTAL,
            exposure=1,
            reveals="That this browser opts out; some pages also ask for an e-mail address.",
        )


def _portals(remedy: Remedy, situation: Situation) -> Iterator[Route]:
    for name in remedy.portals:
        portal = knowledge().portal[name]
        if situation.place.offers(portal.region):
            yield _portal(begun(remedy, situation, RouteKind.PORTAL, portal.id), portal)


def _portal(route: Route, portal: Portal) -> Route:
    entered = portal.how.startswith("enter")
    return replace(
        route,
        title=f"{route.title}: {portal.name}",
        to=portal.name,
        link=portal.url,
        path=portal.how,
        exposure=2 if entered else 1,
        reveals="The address or number that you enter there."
        if entered
        else "That this browser opts out.",
        trust=Trust(source=portal.source, source_date=portal.source_date, verified=portal.verified),
    )


def _industry(remedy: Remedy, situation: Situation) -> Iterator[Route]:
    return (_portals if remedy.portals else _vendor_choice)(remedy, situation)


def _by_hand(remedy: Remedy, situation: Situation) -> Iterator[Route]:
    """A step in the browser or on the wire; only the opt-out signal tells anybody anything."""
    network = remedy.kind == "network_action"
    finding, signal = situation.finding, remedy.shield == ActionKind.GPC
    route = begun(remedy, situation, RouteKind.NETWORK if network else RouteKind.BROWSER)
    yield replace(
        route,
        to=finding.party,
        path=remedy.how.format(party=finding.party, site=finding.site),
        link=knowledge().portal["gpc"].url if signal else "",
        reveals="That this browser objects to sale and sharing; nothing about who you are."
        if signal
        else "Nothing.",
    )


def _letters(remedy: Remedy, situation: Situation) -> Iterator[Route]:
    finding = situation.finding
    base = begun(remedy, situation, RouteKind.LETTER, finding.party)
    possible = finding.confidence is Level.POSSIBLE
    if not base.law or (possible and remedy.letter not in QUESTIONS) or _doubled(remedy, situation):
        return
    if remedy.portals:
        yield from _filed(remedy, situation, base)
        return
    to = address(finding.party, situation.owner)
    yield _letter(base, remedy, situation, to)
    if to is None and situation.third_party:
        again = begun(remedy, situation, RouteKind.LETTER, finding.site)
        yield _letter(replace(again, to=finding.site), remedy, situation, address(finding.site))


def _filed(remedy: Remedy, situation: Situation, base: Route) -> Iterator[Route]:
    """A request that is entered in a portal of the state instead of a letter."""
    for route in _portals(remedy, situation):
        yield replace(
            route, law=base.law, letter=remedy.letter, exposure=3, reveals="What you enter there."
        )


def _letter(route: Route, remedy: Remedy, situation: Situation, to: Address | None) -> Route:
    unknown = "" if to else f"No address of {route.to} in our tables: see its privacy notice."
    platform = PLATFORMS_ONLY if remedy.letter == "recommender" else ""
    account = " You may have an account there; then it knows you already."
    return replace(
        route,
        title=f"{remedy.title}, to {to.to if to else route.to}",
        letter=remedy.letter,
        addresses=(to,) if to else (),
        exposure=3,
        reveals=f"{route.to} knows an identifier at most; a letter gives it your mailbox, "
        "and your name if you sign with it." + ("" if situation.third_party else account),
        trust=trust(to.source, to.source_date, "dataset") if to else UNKNOWN,
        limits=limits(remedy, platform, unknown),
    )


def _doubled(remedy: Remedy, situation: Situation) -> bool:
    """The letter for accounts, where the one for trackers fits better."""
    tracker = "l-access-tracker" in situation.plan.legal
    return (
        remedy.id == "l-access"
        and tracker
        and situation.third_party
        and situation.place.within(knowledge().remedy["l-access-tracker"].regions)
    )


def _complaints(remedy: Remedy, situation: Situation) -> Iterator[Route]:
    if situation.finding.confidence is Level.POSSIBLE:
        return
    bodies = authorities(situation.place, *BODIES.get(remedy.id, ()))
    only = of_authority(bodies[0]) if len(bodies) == 1 else None
    yield replace(
        begun(remedy, situation, RouteKind.AUTHORITY),
        title=f"{remedy.title}: {only.to}" if only else remedy.title,
        to=only.to if only else "the body in charge of where you live",
        law=_concerned(remedy, situation),
        letter=remedy.letter,
        addresses=tuple(of_authority(it) for it in bodies),
        link=(only.webform or only.web) if only else "",
        exposure=4,
        reveals="The authority learns your name and contact; it tells the company unless you ask "
        "it not to.",
        trust=trust(bodies[0].source, bodies[0].source_date, bodies[0].verified)
        if bodies
        else UNKNOWN,
        limits=limits(
            remedy,
            PLATFORMS_ONLY if remedy.id == "e-dsc" else "",
            "" if bodies else "No address in our tables for where you live.",
            f"{len(bodies)} bodies take such complaints." if bodies[1:] else "",
        ),
    )


def _concerned(remedy: Remedy, situation: Situation) -> tuple[Law, ...]:
    """The right to complain, then the provisions that the finding's plan names."""
    rights = knowledge().right
    plan = [law(rights[it]) for it in situation.plan.rights if situation.place.applies(it)]
    return tuple(dict.fromkeys((*laws(remedy, situation), *plan)))


STEPS: Mapping[str, Step] = {
    "platform_control": _controls,
    "browser_action": _by_hand,
    "network_action": _by_hand,
    "industry_optout": _industry,
    "legal_request": _letters,
    "complaint": _complaints,
}


def _slug(*words: str) -> str:
    """Words as one that can be typed."""
    return "-".join(re.findall(r"[a-z0-9]+", " ".join(words).lower()))


def _profiling(off: str) -> str:
    words = {
        "partly": "Switches profiling off only in part.",
        "no": "Does not switch profiling off.",
        "unknown": "Whether it switches profiling off is not known.",
    }
    return words.get(off, "")
