"""What one part of life taught a party, met again in another: identifier, very item, topic."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from companion.classify.carryover import Turned, by_party, course, turned
from companion.classify.detector import Claim, Said, Silence, detector
from companion.classify.evidence import shown
from companion.classify.identity import identifiers, strength, usable_tokens
from companion.classify.parties import called, same_company
from companion.classify.record import Record
from companion.classify.returns import Return, returns
from companion.classify.severity import Circumstances
from companion.classify.wording import counted, day, masked, moment, said
from companion.model import Evidence, Figures, FindingKind, Level, Signal, SignalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The same identifier at one party, on an earlier site of another part of life and here."""

    token: str
    there: Signal
    here: Signal
    strength: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """What speaks for reuse by one party on the site."""

    links: Sequence[Link]
    returns: Sequence[Return]
    topics: Sequence[Turned] = ()


@detector(FindingKind.CROSS_CONTEXT_REUSE, version="2", needs="cookie")
def cross_context_reuse(site: str, record: Record) -> Iterator[Said]:
    """A party that met you in one part of life could use it, or did use it, in another.

    Why it is shown:
        What you look for when you are ill, in debt or looking for work is meant for that place.
        Where one party carries the same identifier through both, or the very thing you looked
        at there comes back here, or what it was about, the parts of your life are no longer apart.

    Innocent readings:
        - The party may keep the two sites' data apart, as some contracts ask.
        - The same thing may be advertised to everyone just now.
        - You may have looked for it on this site too, outside this record.

    What cannot be seen:
        - Whether a party uses what it could join.
        - Joins that happen between servers.
    """
    carried = _carried(site, record)
    links = _links(site, carried, record)
    back = [it for it in returns(site, record) if _apart(record, site, it.site) is not False]
    looked = turned(site, record)
    if looked.test:
        yield looked.test
    themes = by_party(looked.turned)
    for party in dict.fromkeys((*links, *(it.carrier for it in back), *themes)):
        found = Reuse(
            links=links.get(party, []),
            returns=[it for it in back if it.carrier == party],
            topics=themes.get(party, []),
        )
        yield _claim(site, record, party, found)
    if not links and not back and not themes:
        yield Silence(
            n=len(carried),
            why=f"{counted(len(carried), 'identifier')} of other parties looked at, "
            "none came from another part of life",
        )


def _apart(record: Record, one: str, other: str) -> bool | None:
    """Whether two sites belong to different parts of life; None when that is not known."""
    here, there = record.context(one), record.context(other)
    return None if here is None or there is None else here != there


def _carried(site: str, record: Record) -> list[Signal]:
    """The first time each value was seen at each party other than the site."""
    first: dict[tuple[str, str, object], Signal] = {}
    for it in identifiers(record.signals(site, SignalKind.IDENTIFIER)):
        if it.party != site:
            first.setdefault((it.party, it.name, it.value), it)
    return list(first.values())


def _links(site: str, carried: Sequence[Signal], record: Record) -> dict[str, list[Link]]:
    links: defaultdict[str, list[Link]] = defaultdict(list)
    for signal in carried:
        link = _link(site, signal, record)
        if link is not None:
            links[signal.party].append(link)
    return dict(links)


def _link(site: str, signal: Signal, record: Record) -> Link | None:
    """The same identifier at the same party, on a site of another part of life and then here."""
    for token in usable_tokens(signal):
        sightings = [it for it in identifiers(record.sightings(token)) if it.party == signal.party]
        how = strength([*sightings, signal])
        there = next((it for it in sightings if _elsewhere(site, it, record)), None)
        if how is None or there is None:
            continue
        here = next(
            (it for it in sightings if it.site == site and it.seen_at > there.seen_at), None
        )
        if here is not None:
            return Link(token=token, there=there, here=here, strength=how.level)
    return None


def _elsewhere(site: str, signal: Signal, record: Record) -> bool:
    return signal.site not in (None, site) and _apart(record, site, str(signal.site)) is True


def _claim(site: str, record: Record, party: str, found: Reuse) -> Claim:
    level = _level(found)
    times = [it.here.seen_at for it in found.links] + [it.slate.seen_at for it in found.returns]
    times += [slate.seen_at for it in found.topics for slate in it.slates]
    origins = [str(it.there.site) for it in found.links] + [it.site for it in found.returns]
    origins += [act.site for it in found.topics for act in it.acts]
    sites = tuple(dict.fromkeys(origins))
    lives = (*(record.context(it) for it in sites), record.context(site))
    return Claim(
        party=party,
        confidence=level,
        title=said(level, _title(site, record, party, found)),
        why=_why(site, record, found),
        evidence=_evidence(found),
        measure={
            "n": len(found.links) + len(found.returns) + len(found.topics),
            "identifiers": len(found.links),
            "items": len(found.returns),
            "from_sites": sites,
            "carrier": party,
            **_figures(found.topics),
        },
        first_seen=min(times),
        last_seen=max(times),
        contexts=tuple(dict.fromkeys(it for it in lives if it)),
        circumstances=Circumstances(inside=same_company(record, site, party)),
    )


def _level(found: Reuse) -> Level:
    """The link is observed where the value is surely an identifier; a return alone is possible.

    A topic that came over is likely where there was a way for it.
    """
    if any(it.strength is not Level.POSSIBLE for it in found.links):
        return Level.OBSERVED
    return Level.LIKELY if any(it.path for it in found.topics) else Level.POSSIBLE


def _figures(topics: Sequence[Turned]) -> Figures:
    if not topics:
        return {}
    one = topics[0].carried
    return {
        "topics": tuple(it.carried.topic for it in topics),
        "p": one.p,
        "q": one.q,
        "days_before": one.before,
        "days_after": one.after,
        "days_strangers": one.strangers,
    }


def _title(site: str, record: Record, party: str, found: Reuse) -> str:
    if found.returns:
        it = found.returns[0]
        return (
            f"on {moment(it.slate.seen_at)} {called(record, party)} delivered "
            f'"{it.item.title}" on {_place(record, site)}, which you had met on '
            f"{_place(record, it.site)} on {moment(it.met_at)}"
        )
    if not found.links:
        one = found.topics[0]
        return (
            f"after {day(one.carried.first)} {called(record, party)} listed "
            f'"{one.carried.topic}" on {_place(record, site)} on {one.carried.after[0]} of '
            f"{counted(sum(one.carried.after), 'day')}, which you had turned to on "
            f"{_place(record, one.acts[0].site)}"
        )
    link = found.links[0]
    return (
        f"on {moment(link.here.seen_at)} {called(record, party)} had the same identifier "
        f"({masked(link.token)}) on {_place(record, site)} as on "
        f"{_place(record, str(link.there.site))}"
    )


def _place(record: Record, site: str) -> str:
    context = record.context(site)
    return f"{site} ({context})" if context else site


def _why(site: str, record: Record, found: Reuse) -> str:
    parts = [
        f"{it.here.name} was {masked(it.token)} on {it.there.site} on {moment(it.there.seen_at)} "
        f"and on {site} on {moment(it.here.seen_at)}."
        for it in found.links[:1]
    ]
    parts += [
        f'"{it.item.title}" was {_how_met(it)} on {it.site} and came back '
        f"{counted((it.slate.seen_at - it.met_at).days, 'day')} later."
        for it in found.returns[:1]
    ]
    parts += [f"{course(it.carried)}." for it in found.topics[:1]]
    if not found.links and not found.topics:
        parts.append("No common identifier was seen; what would settle it: strangers' lists.")
    if found.topics and not any(it.path for it in found.topics):
        parts.append("No way from there to here is in the record.")
    return " ".join(parts)


def _how_met(it: Return) -> str:
    return "opened by you" if it.act is not None else "shown to you"


def _evidence(found: Reuse) -> tuple[Evidence, ...]:
    pairs = [signal for it in found.links for signal in (it.there, it.here)]
    themes = [piece for it in found.topics for piece in _of_topic(it)]
    return (*(piece for it in found.returns for piece in _pieces(it)), *themes, *shown(pairs))


def _of_topic(it: Turned) -> Iterator[Evidence]:
    """The first act on it, and the first and last lists it came up in."""
    first = it.acts[0]
    yield Evidence(act=first.id, note=f"what you did on {first.site} on {moment(first.seen_at)}")
    for slate in dict.fromkeys((it.slates[0].id, it.slates[-1].id)):
        yield Evidence(slate=slate, note=f"a list with “{it.carried.topic}” in it")


def _pieces(it: Return) -> Iterator[Evidence]:
    if it.act is not None:
        yield Evidence(act=it.act.id, note=f"what you did on {it.site} on {moment(it.met_at)}")
    if it.listed is not None:
        yield Evidence(
            slate=it.listed.id,
            locator=it.listed.locator,
            note=f"the list on {it.site} on {moment(it.met_at)}",
        )
    yield Evidence(
        slate=it.slate.id,
        locator=it.slate.locator,
        note=f"where it came back, rank {it.item.rank}, on {moment(it.slate.seen_at)}",
    )
