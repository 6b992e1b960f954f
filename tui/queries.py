"""Everything the screens ask of the store: each function runs in a reader's thread."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.contest import shield
from companion.extract.owners import owner_of
from companion.model import (
    Act,
    Evidence,
    Exchange,
    ExchangeId,
    FindingId,
    Personalized,
    Signal,
    Slate,
    SlateId,
    Visitor,
)
from companion.report.priorities import folded, headlines
from companion.store import (
    acts,
    drift,
    exchanges,
    findings,
    progress,
    rounds,
    signals,
    slates,
    tests,
)
from tui.status import Status
from tui.views import (
    Dossier,
    FindingRow,
    Overview,
    Presence,
    Proof,
    Spot,
    Together,
)
from tui.widgets.shelf import Extent
from tui.words import count

if TYPE_CHECKING:
    from companion.extract.slates.drift import Drift

SELF = Visitor().name
RECENT = 200
CHALLENGE = "challenge "
BECAUSE = (
    "“Because of you” takes a difference that follows what you did, or an audit: strangers alone"
    " can't tell a profile from a test group you were put into by chance."
)
FAILURES = ("failed", "cut", "dropped", "unread")


def read_status(db: Any, folder: Path, live: bool) -> Status:
    """The state of the record; `live` says that this screen was opened for a recording."""
    rows = exchanges.sites(db)
    counts = progress.counters(db)
    return Status(
        version=progress.version(db),
        ready=True,
        recording=True if _recording(folder) else False if live else None,
        exchanges=exchanges.own(db),
        gaps=len(progress.gaps(db)),
        failures=sum(number for name, number in counts.items() if name in FAILURES),
        demo=exchanges.has_demo(db),
        first=min((row.first_seen for row in rows), default=None),
        last=max((row.last_seen for row in rows), default=None),
        sites=len(rows),
        trouble=progress.trouble(db) if live else "",
        held_back=tuple(it.words for it in shield.load(shield.place(folder)) if it.on),
    )


def _recording(folder: Path) -> bool:
    """Whether a recording runs; what can tell takes long to import, so only where one left word."""
    if not (folder / "recording.json").exists():
        return False
    from companion.live.recording import running  # noqa: PLC0415

    return running(folder) is not None


def overview(db: Any) -> Overview:
    """The three findings that matter most, and the rest by party."""
    shown = headlines(findings.each(db))
    return Overview(shown=shown, rest=folded(findings.each(db), shown))


def arrivals(db: Any, before: int | None, limit: int) -> Sequence[tuple[int, Exchange]]:
    """Exchanges, the newest first."""
    return exchanges.page(db, before=before, limit=limit)


def arrivals_extent(db: Any) -> Extent:
    """How many exchanges there are; their numbers have gaps only where some were forgotten."""
    total, top = exchanges.count(db), exchanges.newest(db)
    if total == top:
        return Extent(total=total, top=top, first=top + 1, step=-1)
    return Extent(top=top)


def lists(db: Any, before: int | None, limit: int) -> Sequence[tuple[int, Slate]]:
    """Lists delivered to the person, the newest first."""
    return slates.page(db, before=before, limit=limit, visitor=SELF)


def lists_extent(db: Any) -> Extent:
    """Where the lists begin."""
    newest = slates.page(db, limit=1, visitor=SELF)
    return Extent(top=newest[0][0] if newest else 0)


def stopped(db: Any) -> "tuple[Drift, ...]":
    """Lists that used to come and stopped, or lost their titles; the newest change first."""
    from companion.extract.slates.drift import drifted  # noqa: PLC0415 - long to import

    found = (it for site in drift.sites(db) for it in drifted(site, drift.deliveries(db, site)))
    return tuple(sorted(found, key=lambda it: it.since, reverse=True))


def challenging(db: Any) -> tuple[str, ...]:
    """The hosts that answered as if the recording were a robot."""
    return tuple(
        name.removeprefix(CHALLENGE) for name in progress.counters(db) if name.startswith(CHALLENGE)
    )


def presence(db: Any) -> Presence | None:
    """The site of the newest exchange, and the parties of the last exchanges there."""
    newest = exchanges.page(db, limit=RECENT, visitor=SELF)
    site = next((it.site for _, it in newest if it.site), None)
    if site is None:
        return None
    met = [it for _, it in exchanges.page(db, site=site, limit=RECENT, visitor=SELF)]
    counts: dict[str, int] = {}
    for exchange in met:
        if exchange.party != site:
            counts[exchange.party] = counts.get(exchange.party, 0) + 1
    here = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return Presence(
        site=site,
        page=met[0].page or "",
        context=met[0].context,
        since=met[-1].seen_at,
        here=tuple((party, owner_of(party), count) for party, count in here),
        copies=rounds.copies(db, site),
        asked=tuple(progress.fact(db, rounds.ASKED).split()),
    )


def finding_rows(db: Any) -> tuple[FindingRow, ...]:
    """Every finding, with only what a list of them needs."""
    return tuple(
        FindingRow(
            id=it.id,
            kind=it.kind,
            severity=it.severity,
            confidence=it.confidence,
            site=it.site,
            party=it.party,
            title=it.title,
            why=it.why,
            last_seen=it.last_seen,
        )
        for it in findings.each(db)
    )


def dossier(db: Any, finding: FindingId) -> Dossier | None:
    """A finding with its evidence looked up; None when it is no longer held."""
    found = findings.get(db, finding)
    if found is None:
        return None
    proofs = tuple(proof(db, evidence) for evidence in found.evidence)
    return Dossier(finding=found, owner=owner_of(found.party), proofs=proofs)


def proof(db: Any, evidence: Evidence) -> Proof:
    """What a piece of evidence points at."""
    thing = _thing(db, evidence)
    where = evidence.exchange or getattr(thing, "exchange", None)
    spot = None
    if where is not None:
        spot = Spot(
            exchange=where,
            locator=evidence.locator or getattr(thing, "locator", ""),
            direction=getattr(thing, "direction", None),
            note=evidence.note,
        )
    return Proof(evidence=evidence, spot=spot, thing=thing)


def _thing(db: Any, evidence: Evidence) -> Signal | Slate | Act | Exchange | None:
    if evidence.signal is not None:
        return signals.get(db, evidence.signal)
    if evidence.slate is not None:
        return slates.get(db, evidence.slate)
    if evidence.act is not None:
        return acts.get(db, evidence.act)
    return exchanges.get(db, evidence.exchange or "", with_bodies=False)


def exchange(db: Any, wanted: ExchangeId) -> Exchange | None:
    """An exchange with its bodies."""
    return exchanges.get(db, wanted)


def signals_of(db: Any, wanted: ExchangeId) -> Iterator[Signal]:
    """What was read from an exchange."""
    return signals.each(db, exchange=wanted)


def slate(db: Any, wanted: SlateId) -> tuple[Slate, ...]:
    """A list with its entries, and the pages that carry it on; nothing when it is not held."""
    found = slates.get(db, wanted)
    return (found, *slates.following(db, wanted)) if found else ()


def together(db: Any, wanted: SlateId) -> Together | None:
    """A list beside what strangers got at the same place; None when it is no longer held."""
    from companion.compare.beside import counts  # noqa: PLC0415 - only for this page
    from companion.store.others import others  # noqa: PLC0415

    own = slates.get(db, wanted)
    if own is None:
        return None
    found = others(db, own)
    mine, *theirs = (tuple(it.item for it in one.items) for one in (own, *found.lists))
    have = rounds.strangers(db, own.site or "", own.place)
    because = [] if own.personalized is Personalized.MEASURED else [BECAUSE]
    return Together(
        own=own,
        others=found,
        tests=tuple(it for it in tests.each(db, site=own.site) if it.surface == own.place),
        first=counts(mine, theirs[0], ("you", "they")) if theirs else "",
        noise=counts(theirs[0], theirs[1], ("the first", "the second")) if theirs[1:] else "",
        needed=" ".join([f"{count(have, 'stranger')} so far, none of them signed in.", *because]),
    )
