"""The export document, version 1: one function a noun, with the words of the public contract."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from companion.model import (
    Act,
    Contest,
    Evidence,
    Exchange,
    Figures,
    Finding,
    Item,
    Owner,
    Signal,
    Slate,
    Test,
    digest,
)

VERSION = 1

type Json = dict[str, Any]


def moment(when: datetime) -> str:
    """A time as RFC 3339 in UTC with microseconds: 2026-05-03T12:00:00.000000Z."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def exchange(one: Exchange, owner: Owner | None) -> Json:
    """An exchange without headers and bodies; those stand in the store."""
    return {
        "id": one.id,
        "visitor": one.visitor.name,
        "url": one.url,
        "method": one.method,
        "status": one.status,
        "site": one.site,
        "party": one.party,
        "cname": one.cname,
        "owner": owner
        and {"name": owner.name, "source": owner.source, "date": owner.date, "role": owner.role},
        "context": one.context,
        "seen_at": moment(one.seen_at),
        "origin": one.origin.value,
        "origin_file": one.origin_file or None,
    }


def act(one: Act) -> Json:
    """What the person did."""
    return {
        "id": one.id,
        "visitor": one.visitor,
        "kind": one.kind.value,
        "text": one.text,
        "site": one.site,
        "context": one.context,
        "topics": list(one.topics),
        "cause": one.cause.value,
        "slate": one.slate,
        "exchange": one.exchange,
        "seen_at": moment(one.seen_at),
    }


def signal(one: Signal) -> Json:
    """A datum about the person."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "name": one.name,
        "value": list(one.value) if isinstance(one.value, tuple) else one.value,
        "party": one.party,
        "site": one.site,
        "context": one.context,
        "visitor": one.visitor,
        "direction": one.direction.value,
        "exchange": one.exchange,
        "locator": one.locator,
        "seen_at": moment(one.seen_at),
        "sensitive": one.sensitive,
        "confidence": one.confidence.value,
        "rule": one.rule,
        "figures": figures(one.figures),
    }


def slate(one: Slate) -> Json:
    """A list as it was delivered."""
    return {
        "id": one.id,
        "heading": one.heading,
        "site": one.site,
        "party": one.party,
        "context": one.context,
        "visitor": one.visitor,
        "exchange": one.exchange,
        "locator": one.locator,
        "seen_at": moment(one.seen_at),
        "source": one.source.value,
        "surface": one.surface.value,
        "personalized": one.personalized.value,
        "disclosed": one.disclosed,
        "measure": {"disclosure": one.disclosure} | figures(one.figures),
        "explanation": one.explanation,
        "controls": list(one.controls),
        "also": list(one.also),
        "continues": one.continues,
        "total": one.total,
        "place": one.place,
        "items": [item(entry) for entry in one.items],
    }


def item(one: Item) -> Json:
    """One entry of a list."""
    return {
        "rank": one.rank,
        "item": one.item,
        "title": one.title,
        "url": one.url,
        "reason": one.reason,
        "sponsored": one.sponsored,
        "price": one.price,
        "currency": one.currency,
        "topics": list(one.topics),
    }


def offers(one: Slate) -> Iterator[Json]:
    """What a list offered at a price, an offer an item."""
    for entry in one.items:
        if entry.price is not None:
            yield {
                "id": digest(one.exchange, one.locator, entry.item),
                "visitor": one.visitor,
                "site": one.site,
                "item": entry.item,
                "title": entry.title,
                "price": entry.price,
                "currency": entry.currency,
                "exchange": one.exchange,
                "seen_at": moment(one.seen_at),
            }


def finding(one: Finding, remedies: tuple[str, ...]) -> Json:
    """What may be said, and by which remedies it can be contested."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "site": one.site,
        "party": one.party,
        "contexts": list(one.contexts),
        "confidence": one.confidence.value,
        "severity": int(one.severity),
        "severity_why": one.severity_why,
        "title": one.title,
        "why": one.why,
        "innocent": list(one.innocent),
        "limits": list(one.limits),
        "detector": {"name": one.detector, "version": one.detector_version},
        "first_seen": moment(one.first_seen),
        "last_seen": moment(one.last_seen),
        "evidence": [evidence(entry) for entry in one.evidence],
        "measure": figures(one.measure),
        "remedies": list(remedies),
    }


def evidence(one: Evidence) -> Json:
    """Where a claim can be checked."""
    pointed = {
        "exchange": one.exchange,
        "slate": one.slate,
        "signal": one.signal,
        "act": one.act,
    }
    key = next({name: value} for name, value in pointed.items() if value is not None)
    return key | {"note": one.note} | ({"locator": one.locator} if one.locator else {})


def test(one: Test) -> Json:
    """A comparison that was run or wanted."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "site": one.site,
        "surface": one.surface,
        "visitor": one.visitor,
        "n": one.n,
        "effect": one.effect,
        "interval": list(one.interval) if one.interval else None,
        "p": one.p,
        "q": one.q,
        "tests_in_family": one.tests_in_family,
        "why": one.why,
        "verdict": one.verdict,
    }


def contest(one: Contest) -> Json:
    """A finding taken along a route."""
    return {
        "id": one.id,
        "finding": one.finding,
        "route": one.route,
        "state": one.state,
        "due": moment(one.due) if one.due else None,
        "events": [
            {"at": moment(at), "state": state, "note": note} for at, state, note in one.events
        ],
    }


def figures(measure: Figures) -> Json:
    """The figures behind a claim, lists in the place of tuples."""
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in measure.items()
    }


def document(record: Mapping[str, Any], arrays: Mapping[str, list[Json]]) -> Json:
    """The whole document; arrays that are not given are empty."""
    names = (
        "exchanges",
        "acts",
        "signals",
        "slates",
        "findings",
        "tests",
        "offers",
        "contests",
    )
    return {
        "version": VERSION,
        "visitors": arrays.get("visitors", []),
        "contexts": arrays.get("contexts", []),
        "record": dict(record),
        **{name: arrays.get(name, []) for name in names},
    }
