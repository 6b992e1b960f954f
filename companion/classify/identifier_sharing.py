"""Identifiers of one party that reach another, joined by the tokens both have seen."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from companion.classify.detector import Claim, Silence, detector
from companion.classify.evidence import contexts, shown, tally
from companion.classify.hidden import hidden_forms
from companion.classify.identity import identifiers, strength, usable_tokens
from companion.classify.parties import called, same_company
from companion.classify.profiles import Profiles, second_profile
from companion.classify.record import Record
from companion.classify.relays import relayed
from companion.classify.severity import Circumstances
from companion.classify.wording import counted, exactly, listed, masked, moment, said
from companion.model import Direction, FindingKind, Level, Signal, SignalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A token that belonged to one party and was sent to another, and how sure that is.

    `how` says how it was hashed or encoded; "" where it was sent as it is.
    """

    token: str
    origin: Signal
    arrival: Signal
    level: Level
    how: str = ""


@detector(FindingKind.IDENTIFIER_SHARING, version="2", needs="cookie")
def identifier_sharing(site: str, record: Record) -> Iterator[Claim | Silence]:
    """A company received the identifier by which another party knows this browser.

    Why it is shown:
        Two parties that know the same value can put together what each has seen, although
        they are different companies and the page shows neither of them.

    Innocent readings:
        - The value may be in the address only because the page's own address was passed on.
        - The recipient may check for fraud, or measure the site's visits on its behalf.
        - The two may belong to one company that no source we use has named.
        - A value in a link may be the same for everyone who follows it: a campaign's code.

    What cannot be seen:
        - What servers tell each other directly, without the browser.
        - Whether the recipient keeps the value or joins it to what it knows.
    """
    theirs = record.profiles(site)
    arrivals = [
        it for it in _arrivals(site, record) if second_profile([it], theirs) is not Profiles.SAME
    ]
    handovers: defaultdict[str, list[Handover]] = defaultdict(list)
    masks = _masks(site, record, {form for it in arrivals for form in _written(it)})
    for arrival in arrivals:
        found = _handover(arrival, record) or _masked_handover(arrival, record, masks)
        if found is not None:
            handovers[arrival.party].append(found)
    for party, found_there in handovers.items():
        yield _claim(site, record, party, found_there)
    relays = list(relayed(site, record, handovers))
    yield from relays
    if not handovers and not relays:
        yield Silence(
            n=len(arrivals),
            why=f"{counted(len(arrivals), 'value')} sent to other parties, "
            "none was another party's identifier",
        )


def _arrivals(site: str, record: Record) -> list[Signal]:
    """The first time each value reached each party: sent to others, brought to the site by a link.

    A link's value is seen in the site's own address, or when the site keeps it in a cookie.
    """
    first: dict[tuple[str, str, object], Signal] = {}
    for it in identifiers(record.signals(site, SignalKind.IDENTIFIER)):
        if it.party == site:
            reached = _cookie(it) or it.locator.startswith("query:")
        else:
            reached = it.direction is Direction.SENT and not _cookie(it)
        if reached:
            first.setdefault((it.party, it.name, it.value), it)
    return list(first.values())


def _handover(arrival: Signal, record: Record) -> Handover | None:
    for token in usable_tokens(arrival):
        sightings = identifiers(record.sightings(token))
        origin = _origin(arrival, sightings)
        if origin is not None:
            return Handover(
                token=token,
                origin=origin,
                arrival=arrival,
                level=_level([*sightings, arrival], origin, arrival),
            )
    return None


type _Masks = dict[str, tuple[str, str, Signal]]  # by form: the token, how, whose it is


def _written(arrival: Signal) -> tuple[str, ...]:
    """What arrived, whole and in its parts."""
    return (str(arrival.value), *usable_tokens(arrival))


def _masks(site: str, record: Record, arrived: Container[str]) -> _Masks:
    """What arrived that is a hash or encoding of an identifier a party owns, the oldest first."""
    found: _Masks = {}
    for it in identifiers(record.signals(site, SignalKind.IDENTIFIER)):
        if it.direction is Direction.RECEIVED or _cookie(it):
            for token in usable_tokens(it):
                for form, how in hidden_forms(token):
                    if form in arrived:
                        found.setdefault(form, (token, how, it))
    return found


def _masked_handover(arrival: Signal, record: Record, masks: _Masks) -> Handover | None:
    """An arrival that is a hash or an encoding of another party's identifier."""
    for form in _written(arrival):
        token, how, origin = masks.get(form, ("", "", arrival))
        if how and origin.party != arrival.party and origin.seen_at <= arrival.seen_at:
            sightings = [*identifiers(record.sightings(token)), origin, arrival]
            level = _level(sightings, origin, arrival)
            return Handover(token=token, origin=origin, arrival=arrival, level=level, how=how)
    return None


def _origin(arrival: Signal, sightings: Sequence[Signal]) -> Signal | None:
    """The first sighting at the party whose identifier it is; None when that is the recipient.

    A party owns a value that it set, delivered, or reads back from its own cookie.
    """
    owned = [it for it in sightings if it.direction is Direction.RECEIVED or _cookie(it)]
    first = min(owned, key=lambda it: it.seen_at, default=None)
    if first is not None:
        return None if first.party == arrival.party else first
    return None


def _level(signals: Sequence[Signal], origin: Signal, arrival: Signal) -> Level:
    """A byte-exact match is observed, unless the value is only possibly an identifier.

    What the site itself delivers in a page or an answer may be the same for every visitor, and so
    may what a link brings to the site, until the site keeps it.
    """
    how = strength(signals)
    delivered = origin.party == origin.site and not _cookie(origin)
    linked = arrival.party == arrival.site and not any(
        _cookie(it) and it.party == arrival.party for it in signals
    )
    if how is None or how.level is Level.POSSIBLE or delivered or linked:
        return Level.POSSIBLE
    return Level.OBSERVED


def _claim(site: str, record: Record, party: str, found: list[Handover]) -> Claim:
    found = sorted(found, key=lambda it: (-it.level.weight, it.arrival.seen_at))
    best = found[0]
    sender = best.origin.party
    signals = sorted(_both(found), key=lambda it: it.seen_at)
    arrivals = [it.arrival for it in found]
    senders = tuple(dict.fromkeys(it.origin.party for it in found))
    inside = all(same_company(record, it, party) for it in senders)
    own = (
        "the site's own identifier"
        if sender == site
        else f"the identifier of {called(record, sender)}"
    )
    return Claim(
        party=party,
        confidence=best.level,
        title=said(
            best.level,
            f"on {moment(best.arrival.seen_at)} {called(record, party)} received {own} "
            f"{best.origin.name} ({masked(best.token)}) on {site}",
        ),
        why=f"{sender} knew you as {masked(best.token)} on {exactly(best.origin.seen_at)}; "
        f"{party} received {_as_sent(best)} on {exactly(best.arrival.seen_at)} "
        f"in {best.arrival.locator}. {_more(senders, inside)}",
        evidence=shown(signals),
        measure=tally(arrivals)
        | {
            "sender": sender,
            "senders": senders,
            "identifiers": len(found),
            "name": best.origin.name,
            "same_owner": inside,
            "first_party": sender == site,
            "written": best.how or "as it is",
        },
        first_seen=min(it.seen_at for it in arrivals),
        last_seen=max(it.seen_at for it in arrivals),
        contexts=contexts(arrivals),
        circumstances=Circumstances(inside=inside),
        innocent=_readings(found, sender == site),
    )


def _both(found: Iterable[Handover]) -> Iterator[Signal]:
    for it in found:
        yield it.origin
        yield it.arrival


def _as_sent(found: Handover) -> str:
    if not found.how:
        return masked(found.token)
    return f"{masked(str(found.arrival.value))}, which is its {found.how},"


def _more(senders: tuple[str, ...], inside: bool) -> str:
    whose = f"Identifiers came from {listed(senders)}."
    return f"{whose} Both belong to one company." if inside else whose


def _readings(found: Iterable[Handover], first_party: bool) -> tuple[str, ...]:
    readings = ["The site may have chosen this company to count its visits."] if first_party else []
    if any(it.arrival.locator.startswith("header:referer") for it in found):
        readings.append("The value stood in the address of the page that was passed on.")
    return tuple(readings)


def _cookie(signal: Signal) -> bool:
    return signal.locator.startswith("cookie:")
