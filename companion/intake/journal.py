"""The journal, taken into the store a batch at a time."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from companion.capture.assemble import Assembler
from companion.capture.frames import Record
from companion.capture.tail import Reader
from companion.model import Exchange
from companion.pipeline import BATCH, Journey
from companion.settings import data_folder
from companion.store import progress
from companion.store.open import Database


class Intake:
    """Reads on from where the store has come to; what is kept is deleted from the journal."""

    def __init__(self, journey: Journey, path: Path) -> None:
        self._journey = journey
        self._reader = Reader(data_folder(path) / "journal")
        self._assembler = Assembler()
        self._cursor = progress.cursor(journey.db)

    def step(self) -> Sequence[Exchange] | None:
        """Take one batch; its exchanges, or None when there was nothing to take."""
        batch = self._reader.batch(self._cursor, BATCH)
        if not batch.records and not batch.notes:
            return None
        taken = self._assembler.feed(batch.records)
        held = self._assembler.held(batch.cursor)

        def also() -> None:
            progress.keep_cursor(self._journey.db, held)
            _keep_notes(self._journey.db, taken.notes)
            for damage in batch.notes:
                progress.add_gap(self._journey.db, datetime.now(UTC), damage)

        self._journey.take(taken.exchanges, also)
        self._cursor = batch.cursor
        self._reader.discard(held)
        return taken.exchanges


def drain(journey: Journey, path: Path) -> int:
    """Take all that the journal holds and judge; how many exchanges that were."""
    intake, taken = Intake(journey, path), 0
    while (batch := intake.step()) is not None:
        taken += len(batch)
    journey.judge()
    return taken


def _keep_notes(db: Database, notes: Iterable[Record]) -> None:
    """Count what happened beside the exchanges, and say where the record has a gap."""
    for note in notes:
        what = str(note["what"])
        at = datetime.fromtimestamp(note.get("t", 0.0), UTC)
        match what:
            case "excluded":
                progress.keep_fact(db, what, str(note["hosts"]))
            case "challenge" | "uninspected" | "refused":
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
