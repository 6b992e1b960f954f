"""The journal, taken into the store a batch at a time, by one process at a time."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from companion import posix
from companion.capture.assemble import Assembler
from companion.capture.frames import Record
from companion.capture.tail import Reader
from companion.model import Exchange, Origin
from companion.pipeline import BATCH, Journey
from companion.settings import data_folder
from companion.store import exchanges, progress
from companion.store.open import Database

_REMEMBERED = 1_000
"""Exchanges before these, which say what page a further one belongs to."""


def alone(path: Path) -> AbstractContextManager[bool]:
    """Holds the journal of a store against every other intake; whether it was free."""
    return posix.locked(data_folder(path) / "intake.lock")


class Intake:
    """Reads on from where the store has come to; what is kept is deleted from the journal.

    `read` counts the bytes taken by this intake, `records` the records.
    """

    def __init__(self, journey: Journey, path: Path) -> None:
        self._journey = journey
        self._reader = Reader(data_folder(path) / "journal")
        self._assembler = Assembler()
        self._cursor = progress.cursor(journey.db)
        self._judged = progress.judged(journey.db)
        self.read = self.records = 0

    def step(self) -> Sequence[Exchange] | None:
        """Take one batch; its exchanges, or None when there was nothing to take."""
        batch = self._reader.batch(self._cursor, BATCH)
        if not batch.records and not batch.notes:
            return None
        if not self.records:
            _remember(self._journey)
        taken = self._assembler.feed(batch.records)
        held = self._assembler.held(batch.cursor)

        def also() -> None:
            progress.keep_cursor(self._journey.db, held)
            _keep_notes(self._journey.db, taken.notes)
            for damage in batch.notes:
                progress.add_gap(self._journey.db, datetime.now(UTC), damage)

        self._journey.take(taken.exchanges, also)
        self.records += len(batch.records)
        self.read += sum(at - self._cursor.get(name, 0) for name, at in batch.cursor.items())
        self._cursor = batch.cursor
        self._reader.discard(held)
        return taken.exchanges

    def backlog(self) -> int:
        """Bytes that are in the journal and were not taken."""
        return self._reader.backlog(self._cursor)

    def judge(self) -> None:
        """Bring findings up to date, and keep how much they know of."""
        self._journey.judge()
        if self._judged != self._cursor:
            with self._journey.db.atomic():
                progress.keep_judged(self._journey.db, self._cursor)
            self._judged = self._cursor


def drain(journey: Journey, path: Path) -> int:
    """Take all that the journal holds and judge; how many exchanges that were."""
    intake, taken = Intake(journey, path), 0
    while (batch := intake.step()) is not None:
        taken += len(batch)
    intake.judge()
    return taken


def _remember(journey: Journey) -> None:
    """Let the journey know the pages that an intake before it was at."""
    for _, one in reversed(exchanges.page(journey.db, limit=_REMEMBERED)):
        if one.origin is not Origin.IMPORT:
            journey.pages.attribute(one)


def _keep_notes(db: Database, notes: Iterable[Record]) -> None:
    """Count what happened beside the exchanges, and say where the record has a gap."""
    for note in notes:
        what = str(note["what"])
        at = datetime.fromtimestamp(note.get("t", 0.0), UTC)
        match what:
            case "excluded":  # each run counts anew, and no names are kept: at least so many
                hosts = max(note["hosts"], int(progress.fact(db, what) or 0))
                progress.keep_fact(db, what, str(hosts))
            case "challenge" | "uninspected" | "refused" | "unsent" | "copies-refused":
                progress.add(db, f"{what} {note['host']}")
            case "failed" | "cut":
                progress.add(db, what)
                progress.add_gap(db, at, _lost(note))
            case "started" | "stopped":
                progress.keep_fact(db, what, at.isoformat())
            case "settings":
                progress.add_gap(db, at, f"the settings could not be read: {note['error']}")


def _lost(note: Record) -> str:
    if note["what"] == "cut":
        return "a record did not fit on the disk and was written again"
    return f"the recorder failed in {note['hook']} ({note['error']}): an exchange was not recorded"
