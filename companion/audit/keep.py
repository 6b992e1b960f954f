"""What a visit recorded, taken into the audit's store in one transaction: all of it or nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from companion.audit.hands import Seen
from companion.audit.plan import Place
from companion.audit.seat import Look
from companion.audit.turn import Turn
from companion.capture.assemble import Assembler
from companion.capture.frames import Record
from companion.capture.tail import Reader
from companion.decode.hosts import registrable
from companion.model import Exchange, Role, Visitor, digest
from companion.pipeline import Journey, load_secrets
from companion.settings import data_folder
from companion.store import progress, visits
from companion.store.open import Database
from companion.store.visits import View, Visit

_RECORDS = 1_000
_SIDES = ("request", "response")


def keep(db: Database, path: Path, turn: Turn, places: tuple[Place, ...]) -> Visit:
    """Take in a visit that is over, and delete its files; the visit as it is kept.

    One that saw pages of which nothing was recorded is planned again: it proves nothing.
    """
    known = visits.get(db, turn.seat.visit.id) or turn.seat.visit
    taken, notes, damaged = _recorded(turn.seat.journal, known)
    if turn.looks and not taken:
        with db.atomic():
            why = "; ".join([*damaged, turn.seat.complaint()])
            _tell(db, known, [f"nothing of it was recorded ({why})"])
        turn.seat.forget()
        return known
    done = replace(
        known,
        status=visits.MISSING if turn.failed else visits.DONE,
        ended=datetime.now(UTC),
        why=turn.failed,
        browser=turn.tells,
    )
    # A journey of its own: pages and lists of one visitor say nothing about another's.
    journey = Journey(db, load_secrets(data_folder(path)), redacts=False)
    with db.atomic():
        journey.take(taken)
        _keep_wire(db, taken)
        visits.put_certificates(db, known.id, _chains(notes))
        visits.put_views(db, list(_views(turn, places, _Record(taken, _challenged(notes)))))
        visits.put(db, [done])
        failed = [note["what"] for note in notes if note["what"] in ("failed", "cut")]
        _tell(db, known, [*damaged, *(f"the recorder failed ({what})" for what in failed)])
    turn.seat.forget()
    return done


def _recorded(journal: Path, visit: Visit) -> tuple[list[Exchange], list[Record], list[str]]:
    """All that the proxy of a visit wrote, in wire bytes; its notes; what could not be read."""
    reader, cursor = Reader(journal), dict[str, int]()
    assembler = Assembler(Visitor(name=visit.id, role=Role.CONTROL))
    taken: dict[str, Exchange] = {}
    notes: list[Record] = []
    damaged: list[str] = []
    while True:
        batch = reader.batch(cursor, _RECORDS)
        damaged += batch.notes
        cursor = batch.cursor
        done = assembler.feed(batch.records)
        taken |= {one.id: one for one in done.exchanges}
        notes += done.notes
        if not batch.records:
            break
    taken |= {one.id: one for one in assembler.flush()}
    marked = [replace(one, round=f"{visit.block}/{visit.player}") for one in taken.values()]
    return marked, notes, damaged


def _tell(db: Database, visit: Visit, what: list[str]) -> None:
    for each in what:
        progress.add_gap(db, datetime.now(UTC), f"visit {visit.id}: {each}")


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


class _Record(NamedTuple):
    """What was recorded of a visit, and which hosts took the visitor for a robot."""

    taken: list[Exchange]
    challenged: dict[str, str]

    def why_not(self, look: Look) -> str:
        """Why a load can't be compared although a page came; empty where it can."""
        host = urlsplit(look.seen.url).hostname or ""
        if host in self.challenged:
            return f"the site took the visitor for a robot ({self.challenged[host]})"
        site = registrable(host)
        if any(one.party == site and one.seen_at >= look.began for one in self.taken):
            return ""
        return "nothing of it was recorded"


def _views(turn: Turn, places: tuple[Place, ...], record: _Record) -> Iterator[tuple[View, bytes]]:
    """Loads in the order of the plan, those that are missing too."""
    for place in places:
        look, why = turn.looks.get(place.name), turn.missing.get(place.name, "")
        if look is not None:
            yield _view(turn, place, look, why or record.why_not(look)), look.picture
        elif why:
            gone = Look(datetime.now(UTC), Seen(place.url, 0, ""), b"")
            yield _view(turn, place, gone, why), b""


def _view(turn: Turn, place: Place, look: Look, why: str) -> View:
    visit = turn.seat.visit.id
    return View(
        id=digest(visit, place.name),
        visit=visit,
        place=place.name,
        page=look.seen.url,
        seen_at=look.began,
        status=look.seen.status,
        why=why,
        text=look.seen.text,
    )
