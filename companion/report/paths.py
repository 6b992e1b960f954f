"""A path and a timeline as JSON and as lines of plain words."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from companion.labels import several
from companion.ledger.causes import Candidate
from companion.ledger.path import Loop, Path
from companion.ledger.timeline import Supported, Timeline
from companion.model import Act, Evidence, Owner
from companion.report import document
from companion.report.plain import plain

type Json = dict[str, Any]

_SHOWN = 60
_LISTED = 12
_DAY = "%Y-%m-%d"
_MINUTE = "%Y-%m-%d %H:%M"
_IDEAS = {
    "own": "your own idea",
    "suggested": "taken from a list",
    "unknown": "whose idea: unknown",
}


def path(one: Path) -> Json:
    """A path as JSON."""
    return {
        "what": one.what,
        "title": one.title,
        "why": one.why,
        "record_begins": document.moment(one.begins),
        "acts": one.acts,
        "readable": one.readable,
        "evidence": [_evidence(it) for it in one.evidence],
        "causes": [_cause(it) for it in one.causes],
        "others": [
            {
                "party": it.party,
                "how": it.how,
                "since": document.moment(it.since),
                "evidence": _evidence(it.evidence) if it.evidence else None,
            }
            for it in one.others
        ],
        "loop": _loop(one.loop) if one.loop else None,
    }


def path_lines(one: Path) -> Iterator[str]:
    """A path in words: what it is, what could be behind it, who else could know."""
    yield plain(one.title, 300)
    yield f"  {plain(one.why)}"
    for it in one.evidence[:_LISTED]:
        yield f"  evidence: {plain(it.note, 200)}  [{_pointed(it)}]"
    yield ""
    if one.what != "act":
        yield from _behind(one)
    if one.loop:
        yield from _loop_lines(one.loop)
    yield f"who else knows or could know ({len(one.others)}):"
    for known in one.others[:_LISTED]:
        shown = f"  [{_pointed(known.evidence)}]" if known.evidence else ""
        yield f"  since {known.since:{_MINUTE}}  {known.party}: {plain(known.how)}{shown}"
    yield from _more(len(one.others))


def timeline(one: Timeline) -> Json:
    """A timeline as JSON."""
    recorded = one.recorded
    return {
        "party": recorded.party,
        "owner": _owner(recorded.owner),
        "record_begins": document.moment(recorded.begins),
        "acts": one.acts,
        "labels_per_act": one.labels_per_act,
        "sites": [
            {
                "site": it.site,
                "context": it.context,
                "acts": it.acts,
                "first_seen": document.moment(it.first_seen),
                "last_seen": document.moment(it.last_seen),
                "exchange": it.exchange,
            }
            for it in recorded.met
        ],
        "events": [
            {
                "at": document.moment(it.at),
                "kind": it.kind,
                "text": it.text,
                "site": it.site,
                "context": it.context,
                "exchange": it.exchange,
                "through": it.who or None,
            }
            for it in one.events
        ],
        "labels": [_label(it) for it in one.labels],
        "newest_acts": [_act(act) | {"flow": flow} for act, flow in recorded.acts],
    }


def timeline_lines(one: Timeline) -> Iterator[str]:
    """A timeline in words, oldest first; then each label with what is behind it."""
    recorded = one.recorded
    owner = recorded.owner
    yield plain(recorded.party) + (
        f" ({owner.name}, according to {owner.short or owner.source}, {owner.date})"
        if owner
        else ""
    )
    yield (
        f"  {one.acts:,} of your acts on {len(recorded.met):,} sites caused a flow to it;"
        f" {len(one.labels):,} labels; the record begins on {recorded.begins:{_DAY}}"
    )
    yield ""
    for it in one.events:
        life = f" ({it.context})" if it.context else ""
        shown = f"  [{it.exchange}]" if it.exchange else ""
        yield f"  {it.at:{_MINUTE}}  {plain(it.text, 120)}{life}{shown}"
    if one.labels:
        yield ""
        yield "labels, and the acts that could be behind them:"
    for label in one.labels:
        yield from _label_lines(label, recorded.begins)


def _behind(one: Path) -> Iterator[str]:
    if not one.readable:
        yield "how do they know: a code, not words; nobody guesses at what it means"
    elif not one.causes:
        yield f"how do they know: no act explains it, none of {one.acts:,} {_since(one.begins)}"
    else:
        yield "how do they know: the acts that could be behind it, the likeliest first"
        yield from _cause_lines(one.causes)
    yield ""


def _loop_lines(loop: Loop) -> Iterator[str]:
    """The loop that an act closes, a step a line."""
    yield "the loop it closes:"
    if loop.first is None:
        yield "  no act before has to do with what was taken"
    else:
        act = loop.first.act
        yield f"  you: {act.kind.value} “{plain(act.text, _SHOWN)}” ({act.seen_at:{_MINUTE}})"
        yield f"  sent to: {', '.join(loop.sent) or 'nobody'}"
    heading = plain(loop.list.heading or "without heading", _SHOWN)
    changed = (
        "it came for the first time"
        if loop.entered is None
        else f"{loop.entered} of {len(loop.list.items)} entries were not in it before"
    )
    yield f"  the list “{heading}” ({loop.list.seen_at:{_MINUTE}}): {changed}  [{loop.list.id}]"
    yield f"  you took rank {loop.rank}, “{plain(loop.title, _SHOWN)}”"
    yield f"  sent again to: {', '.join(loop.sent_again) or 'nobody'}"
    yield ""


def _loop(loop: Loop) -> Json:
    return {
        "first": _cause(loop.first) if loop.first else None,
        "sent": list(loop.sent),
        "slate": loop.list.id,
        "before": loop.before.id if loop.before else None,
        "entered": loop.entered,
        "rank": loop.rank,
        "title": loop.title,
        "sent_again": list(loop.sent_again),
    }


def _since(begins: datetime) -> str:
    return f"since {begins:{_DAY}}, when the record begins"


def _cause_lines(found: Sequence[Candidate]) -> Iterator[str]:
    for it in found:
        act = it.act
        how = "" if it.recallable else " (weak)"
        yield (
            f"  {act.seen_at:{_MINUTE}}  {act.kind.value} “{plain(act.text, _SHOWN)}” on"
            f" {act.site}: P {it.p:.2f}{how}  [{act.id}]"
        )
        yield f"      {_IDEAS[act.cause.value]}; {plain(it.reach.how)}" + (
            f"  [{it.reach.exchange}]" if it.reach.exchange else ""
        )


def _label_lines(one: Supported, begins: datetime) -> Iterator[str]:
    sight = one.sight
    name = f"{sight.first.name} = {', '.join(several(sight.first.kind, sight.first.value))}"
    yield f"  {plain(name, 100)}  [{sight.first.id}]"
    yield f"      delivered from {sight.first.seen_at:{_DAY}} to {sight.last.seen_at:{_DAY}}"
    if one.support is not None:
        act = one.support.act
        yield (
            f"      last act that supports it: {act.seen_at:{_DAY}}, “{plain(act.text, _SHOWN)}”;"
            f" delivered {one.days} days after it"
        )
    if one.causes:
        yield from (f"    {line}" for line in _cause_lines(one.causes))
    elif one.support is None:
        yield f"      none {_since(begins)}"


def _more(many: int) -> Iterator[str]:
    if many > _LISTED:
        yield f"  and {many - _LISTED} more (--json lists all)"


def _label(one: Supported) -> Json:
    first, last = one.sight.first, one.sight.last
    return {
        "signal": first.id,
        "kind": first.kind.value,
        "name": first.name,
        "value": list(several(first.kind, first.value)),
        "sensitive": first.sensitive,
        "first_seen": document.moment(first.seen_at),
        "last_seen": document.moment(last.seen_at),
        "last_signal": last.id,
        "causes": [_cause(it) for it in one.causes],
        "last_support": _cause(one.support) if one.support else None,
        "days_without_support": one.days,
    }


def _cause(it: Candidate) -> Json:
    return {
        "act": _act(it.act),
        "p": round(it.p, 4),
        "likeness": round(it.likeness, 4),
        "reach": it.reach.value,
        "how": it.reach.how,
        "exchange": it.reach.exchange,
        "days": round(it.days, 2),
    }


def _act(one: Act) -> Json:
    return document.act(one)


def _owner(owner: Owner | None) -> Json | None:
    if owner is None:
        return None
    return {"name": owner.name, "source": owner.source, "date": owner.date}


def _evidence(one: Evidence) -> Json:
    kind = next(it for it in ("exchange", "signal", "slate", "act") if getattr(one, it))
    return {kind: getattr(one, kind), "note": one.note, "locator": one.locator}


def _pointed(one: Evidence) -> str:
    key = one.exchange or one.signal or one.slate or one.act or ""
    return f"{key} {plain(one.locator, 80)}".strip()
