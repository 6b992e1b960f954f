"""What a visit recorded, taken into the audit's store in one transaction: all of it or nothing."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from companion.audit.plan import Place
from companion.audit.turn import Turn
from companion.capture.assemble import Assembler
from companion.capture.frames import Record
from companion.capture.tail import Reader
from companion.model import Exchange, Role, Visitor, digest
from companion.pipeline import Journey, load_secrets
from companion.settings import data_folder
from companion.store import progress, visits
from companion.store.open import Database
from companion.store.visits import View, Visit

_RECORDS = 1_000
_SIDES = ("request", "response")


def keep(db: Database, path: Path, turn: Turn, places: tuple[Place, ...]) -> Visit:
    """Take in a visit that is over, and delete its files; the visit as it is kept."""
    known = visits.get(db, turn.seat.visit.id) or turn.seat.visit
    taken, notes = _recorded(turn.seat.journal, known)
    done = replace(
        known,
        status=visits.MISSING if turn.failed else visits.DONE,
        ended=datetime.now(UTC),
        why=turn.failed,
        browser=turn.tells,
    )
    # A journey of its own: pages and lists of one visitor say nothing about another's.
    journey = Journey(db, load_secrets(data_folder(path)), {}, redacts=False)
    with db.atomic():
        journey.take(taken)
        _keep_wire(db, taken)
        visits.put_certificates(db, known.id, _chains(notes))
        visits.put_views(db, list(_views(turn, places, _challenged(notes))))
        visits.put(db, [done])
        for note in notes:
            if note["what"] in ("failed", "cut"):
                at = datetime.fromtimestamp(note["t"], UTC)
                progress.add_gap(db, at, f"{known.id}: the recorder failed ({note['what']})")
    turn.seat.forget()
    return done


def _recorded(journal: Path, visit: Visit) -> tuple[list[Exchange], list[Record]]:
    """All that the proxy of a visit wrote, in wire bytes."""
    reader, cursor = Reader(journal), dict[str, int]()
    assembler = Assembler(Visitor(name=visit.id, role=Role.CONTROL))
    taken: dict[str, Exchange] = {}
    notes: list[Record] = []
    while True:
        batch = reader.batch(cursor, _RECORDS)
        cursor = batch.cursor
        done = assembler.feed(batch.records)
        taken |= {one.id: one for one in done.exchanges}
        notes += done.notes
        if not batch.records:
            break
    taken |= {one.id: one for one in assembler.flush()}
    return [replace(one, round=f"{visit.block}/{visit.player}") for one in taken.values()], notes


def _keep_wire(db: Database, taken: list[Exchange]) -> None:
    for one in taken:
        for side, message in zip(_SIDES, (one.request, one.response), strict=True):
            if message.body and message.header("content-encoding"):
                visits.put_wire(db, one.id, side, message.body)


def _chains(notes: list[Record]) -> dict[str, bytes]:
    return {note["host"]: note["chain"] for note in notes if note["what"] == "certificate"}


def _challenged(notes: list[Record]) -> dict[str, str]:
    """Hosts that took the visitor for a robot, by the structure of their pages."""
    return {note["host"]: str(note["why"]) for note in notes if note["what"] == "challenge"}


def _views(
    turn: Turn, places: tuple[Place, ...], challenged: dict[str, str]
) -> list[tuple[View, bytes]]:
    kept = []
    for place in places:
        look, why = turn.looks.get(place.name), turn.missing.get(place.name, "")
        if look is None and not why:
            continue
        host = place.url.split("/")[2].partition(":")[0]
        if not why and host in challenged:
            why = f"the site took the visitor for a robot ({challenged[host]})"
        view = View(
            id=digest(turn.seat.visit.id, place.name),
            visit=turn.seat.visit.id,
            place=place.name,
            page=look.seen.url if look else place.url,
            seen_at=look.began if look else datetime.now(UTC),
            status=look.seen.status if look else 0,
            why=why,
            text=look.seen.text if look else "",
        )
        kept.append((view, look.picture if look else b""))
    return sorted(kept, key=lambda one: one[0].seen_at)
