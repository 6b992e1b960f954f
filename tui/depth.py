"""Depth on demand: of anything that is marked a sentence, and the place where its bytes stand.

The reasoning between the two is the page that Enter opens. What only one page knows is registered
there, by its type.
"""

from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from companion.model import Act, Exchange, Finding, Item, Slate
from companion.report.inferences import Inference
from companion.store import findings, signals, slates
from companion.store.crossings import Meeting
from tui.cases import CaseRow
from tui.contesting import Case
from tui.life import Crossing, spot
from tui.mirror import Reflection
from tui.queries import proof
from tui.shielding import ShieldRow
from tui.views import FindingRow, Spot
from tui.words import count, kind_meaning, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Depth:
    """A sentence on something, empty where there is nothing to say; where its bytes stand."""

    sentence: str = ""
    spot: Spot | None = None


def told(db: Any, thing: object) -> Depth:
    """The same, in the order in which a reader's thread asks."""
    return depth(thing, db)


@singledispatch
def depth(thing: object, db: Any) -> Depth:
    """What can be said of a thing, and shown; runs in a reader's thread."""
    return Depth()


@depth.register
def _(thing: str, db: Any) -> Depth:
    """The id of a finding or list."""
    return depth(findings.get(db, thing) or slates.get(db, thing), db)


@depth.register
def _(thing: Finding, db: Any) -> Depth:
    places = (proof(db, it).spot for it in thing.evidence)
    return Depth(
        sentence=f"{thing.title}. {kind_meaning(thing.kind)}",
        spot=next((it for it in places if it is not None), None),
    )


@depth.register
def _(thing: FindingRow, db: Any) -> Depth:
    return depth(findings.get(db, thing.id), db)


@depth.register
def _(thing: Case, db: Any) -> Depth:
    below = depth(thing.finding, db)
    return Depth(sentence=f"{thing.route.title}: {thing.route.changes}", spot=below.spot)


@depth.register
def _(thing: CaseRow, db: Any) -> Depth:
    state = word("state", thing.contest.state)
    return Depth(sentence=f"{thing.title}: {state}", spot=depth(thing.finding, db).spot)


@depth.register
def _(thing: Reflection, db: Any) -> Depth:
    return depth(thing.inference, db)


@depth.register
def _(thing: Inference, db: Any) -> Depth:
    held = next(filter(None, (signals.get(db, it) for it in thing.signals)), None)
    sentence = f"{thing.holder} takes you for “{thing.claim}”, since {thing.since:%Y-%m-%d}"
    if held is None:
        return Depth(sentence=sentence)
    place = Spot(exchange=held.exchange, locator=held.locator, direction=held.direction)
    return Depth(sentence=sentence, spot=place)


@depth.register
def _(thing: Slate, db: Any) -> Depth:
    entries = count(thing.total, "entry", "entries")
    name = f"“{thing.heading}”" if thing.heading else "A list without a heading"
    made = word("personalized", thing.personalized)
    return Depth(
        sentence=f"{name} of {thing.party}, {entries}; made for you: {made}",
        spot=Spot(exchange=thing.exchange, locator=thing.locator, note=thing.heading),
    )


@depth.register
def _(thing: Item, db: Any) -> Depth:
    why = f": {thing.reason}" if thing.reason else ", no reason was delivered with it"
    return Depth(sentence=f"Rank {thing.rank}, “{thing.title or thing.item}”{why}")


@depth.register
def _(thing: Exchange, db: Any) -> Depth:
    site = f" while you were on {thing.site}" if thing.site and thing.site != thing.party else ""
    sentence = f"Your browser asked {thing.host}{site}; {thing.response.length:,} bytes came back"
    return Depth(sentence=sentence, spot=Spot(exchange=thing.id))


@depth.register
def _(thing: Crossing, db: Any) -> Depth:
    met = count(len(thing.meetings), "value")
    who = count(len(thing.parties), "party", "parties")
    first = next((it for values in thing.meetings for it in values), None)
    place = spot(db, first) if first is not None else None
    for finding in thing.found:
        place = place or depth(finding, db).spot
    sentence = f"{thing.one} and {thing.other}: {met} of yours met in both, by {who}"
    return Depth(sentence=sentence, spot=place)


@depth.register
def _(thing: Meeting, db: Any) -> Depth:
    sentence = f"{thing.party} met the same value on {thing.site} ({thing.context})"
    return Depth(sentence=sentence, spot=spot(db, thing))


@depth.register
def _(thing: Act, db: Any) -> Depth:
    sentence = f"{word('act', thing.kind)} {thing.text} on {thing.site}"
    return Depth(sentence=sentence, spot=Spot(exchange=thing.exchange))


@depth.register
def _(thing: Spot, db: Any) -> Depth:
    note = thing.note or "A place in an exchange"
    return Depth(sentence=f"{note}, at {thing.locator or 'its beginning'}", spot=thing)


@depth.register
def _(thing: ShieldRow, db: Any) -> Depth:
    return Depth(sentence=f"{thing.action.words}; {count(thing.uses, 'request')} changed so far")
