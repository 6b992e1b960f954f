"""Values by which another party knows the browser again, or the site itself after a refusal."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from companion.classify.bounces import Bounce, bounces
from companion.classify.choices import Choice, at, choices
from companion.classify.detector import Claim, Silence, detector
from companion.classify.evidence import contexts, shown, tally
from companion.classify.identity import Strength, changes_every_time, identifiers, strength
from companion.classify.parties import called, same_company
from companion.classify.profiles import Profiles, beyond_doubt, second_profile
from companion.classify.record import Record
from companion.classify.severity import Circumstances
from companion.classify.thresholds import threshold
from companion.classify.wording import counted, listed, masked, moment, said
from companion.model import Direction, FindingKind, Level, Signal, SignalKind

type Value = tuple[Strength, list[Signal]]


@detector(FindingKind.TRACKING_IDENTIFIER, version="2", needs="cookie")
def tracking_identifier(site: str, record: Record) -> Iterator[Claim | Silence]:
    """A value by which another company knows this browser again, or the site after a refusal.

    Why it is shown:
        A value that stays the same lets the one who receives it join today's visit to
        yesterday's, and this site's pages to those of every other site where it is present.

    Innocent readings:
        - The company may only count visits or measure the site's speed for its owner.
        - It may protect the site against fraud or robots.
        - It may do work for the site alone and be bound not to use the value for itself.
        - A site's own value may be needed for what you asked for: a basket, a sign-in, your choice.

    What cannot be seen:
        - What the company does with the value after it has received it.
        - Values kept in the browser's storage that were never sent.
    """
    seen = identifiers(record.signals(site, SignalKind.IDENTIFIER))
    chosen = choices(site, record.signals(site, SignalKind.CONSENT))
    by_party: defaultdict[str, list[Signal]] = defaultdict(list)
    for signal in seen:
        if signal.party != site or _survives(signal, chosen):
            by_party[signal.party].append(signal)
    theirs = record.profiles(site)
    claims = [
        _claim(site, record, party, held)
        for party, own in by_party.items()
        if (held := _held(own, theirs))
    ]
    if site not in by_party and (passed := bounces(site, record, seen)):
        claims += _passing(site, record, passed)
    yield from claims
    if not claims:
        yield Silence(
            n=len(seen),
            why=f"{counted(len(seen), 'value')} looked at, none is held by another party",
        )


def _survives(signal: Signal, chosen: Sequence[Choice]) -> bool:
    """Whether the site's own cookie still came back while a refusal was in force."""
    sent = signal.direction is Direction.SENT and signal.locator.startswith("cookie:")
    choice = at(chosen, signal.seen_at)
    return sent and choice is not None and choice.made and choice.refused


def _held(signals: Sequence[Signal], theirs: Sequence[Signal] = ()) -> list[Value]:
    """The identifiers among a party's values, the strongest first."""
    names: defaultdict[str, list[Signal]] = defaultdict(list)
    for signal in signals:
        names[signal.name].append(signal)
    found: list[Value] = []
    for under in names.values():
        if not changes_every_time(under):
            found += _by_value(under, theirs)
    return sorted(found, key=lambda it: (-it[0].level.weight, -it[0].score, it[1][0].seen_at))


def _by_value(signals: Sequence[Signal], theirs: Sequence[Signal]) -> Iterator[Value]:
    values: defaultdict[object, list[Signal]] = defaultdict(list)
    for signal in signals:
        values[signal.value].append(signal)
    for same in values.values():
        how, told = strength(same), second_profile(same, theirs)
        if told is Profiles.SAME:
            continue
        if told is Profiles.OWN:
            how = beyond_doubt(same)
        if how is not None:
            yield how, same


def _claim(site: str, record: Record, party: str, held: list[Value]) -> Claim:
    how, best = held[0]
    first = best[0]
    every = sorted((it for _, same in held for it in same), key=lambda it: it.seen_at)
    did = "sent" if first.direction is Direction.SENT else "was given"
    to = "to" if first.direction is Direction.SENT else "by"
    value = masked(str(first.value))
    figures = tally(every) | {
        "identifiers": len(held),
        "score": how.score,
        "lifetime_days": how.lifetime,
        "name": first.name,
    }
    return Claim(
        party=party,
        confidence=how.level,
        title=said(
            how.level,
            f"on {moment(first.seen_at)} your browser {did} the identifier {first.name} ({value}) "
            f"{to} {called(record, party)} "
            + ("itself, after the refusal seen there" if party == site else f"on {site}"),
        ),
        why=f"{counted(len(held), 'value')} in {counted(int(str(figures['n'])), 'flow')} on "
        f"{counted(int(str(figures['days'])), 'day')}; {_lasting(how.lifetime)}",
        evidence=shown(every),
        measure=figures,
        first_seen=every[0].seen_at,
        last_seen=every[-1].seen_at,
        contexts=contexts(every),
        circumstances=Circumstances(inside=same_company(record, site, party)),
    )


def _passing(site: str, record: Record, passed: list[Bounce]) -> Iterator[Claim]:
    """The claim about a site that navigations only pass through; likely from the second on."""
    held = _held([it.signal for it in passed])
    if not held:
        return
    how, same = held[0]
    best = next(it for it in passed if it.signal.id == same[0].id)
    several = len(passed) >= threshold("bounces_likely") and how.level is not Level.POSSIBLE
    level = Level.LIKELY if several else Level.POSSIBLE
    name = best.signal.name
    every = [it.signal for it in passed]
    yield Claim(
        party=site,
        confidence=level,
        title=said(
            level,
            f"on {moment(best.signal.seen_at)} a link {best.way} led over {called(record, site)}, "
            f"where the identifier {name} ({masked(str(best.signal.value))}) was "
            + ("sent" if best.signal.direction is Direction.SENT else "set"),
        ),
        why=f"{counted(len(passed), 'link')} led over a site on which no page was opened: "
        f"{listed(dict.fromkeys(it.way for it in passed))}",
        evidence=shown(every),
        measure=tally(every)
        | {"identifiers": len(held), "score": how.score, "name": name, "bounces": len(passed)},
        first_seen=every[0].seen_at,
        last_seen=every[-1].seen_at,
        contexts=contexts(every),
        innocent=("It may count who follows a link, or check links for danger, and no more.",),
    )


def _lasting(lifetime: float) -> str:
    if lifetime <= 0:
        return "how long it is meant to stay was not delivered"
    return f"it is meant to stay for {counted(round(lifetime), 'day')}"
