"""What the addons of one proxy share: the journal, and the count of hooks that failed."""

import logging
from collections import Counter
from pathlib import Path

from companion.capture.frames import Record
from companion.capture.journal import Writer
from companion.capture.segments import FOLDER_MODE
from companion.model import Origin
from companion.settings import data_folder

log = logging.getLogger(__name__)


class Edge:
    """Opens the journal once and writes to it; a write that fails is counted, never raised."""

    def __init__(self) -> None:
        self._writer: Writer | None = None
        self.folder: Path | None = None
        self.origin = Origin.LIVE
        self.failures: Counter[str] = Counter()
        self.aliases: dict[str, str] = {}  # of a host, where its aliases end
        self.allowed: frozenset[tuple[str, int]] = frozenset()  # private servers of one's own

    def open(self, db: Path, origin: Origin) -> None:
        """Record to the journal of a store from now on."""
        self.close()
        self.folder, self.origin = data_folder(db), origin
        self.folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        self._writer = Writer(self.folder / "journal", origin)

    def write(self, record: Record) -> None:
        """Append a record to the journal; nothing is recorded before it is open."""
        if self._writer is None:
            return
        try:
            self._writer.write(record)
        except OSError as error:
            self.failed("write", error)

    def note(self, what: str, **facts: object) -> None:
        """Append a note of something that happened beside the exchanges."""
        if self._writer is None:
            return
        try:
            self._writer.note(what, **facts)
        except OSError as error:
            self.failures["note"] += 1
            log.error("The journal can't be written: %s", error)

    def failed(self, hook: str, error: Exception) -> None:
        """Count a hook that failed; the count reaches the person at once, then ever more rarely."""
        self.failures[hook] += 1
        count = self.failures[hook]
        if count & (count - 1) == 0:
            # Not the error's own text: it may hold what a site or the person sent.
            why = error.strerror if isinstance(error, OSError) else type(error).__name__
            log.error("Recording failed in %s, %d times so far: %s", hook, count, why)
            self.note("failed", hook=hook, count=count, error=type(error).__name__)

    def close(self) -> None:
        """End the run."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
