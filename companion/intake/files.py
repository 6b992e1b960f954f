"""Captured files, taken into the store: HAR, mitmproxy flows, WARC."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import batched
from pathlib import Path

from companion.capture.captured import Captured, Unreadable
from companion.capture.recognise import open_capture
from companion.capture.source import Progress
from companion.model import Exchange, Origin, Visitor
from companion.pipeline import BATCH, Journey
from companion.store import captures
from companion.store.captures import Capture

_NAMED = 20
"""How many entries that could not be read are named one by one."""


@dataclass(slots=True, kw_only=True)
class Told:
    """What is told of an imported file: how much was new, and what could not be read."""

    capture: Capture
    new: int
    unreadable: list[Unreadable]

    def lines(self) -> Iterator[str]:
        """The same in words, a line each."""
        capture = self.capture
        known = f" ({self.new} of them new)" if self.new < capture.exchanges else ""
        creator = capture.creator or "no creator named"
        yield f"{capture.name} ({creator}): {capture.exchanges} exchanges{known}"
        for entry in self.unreadable[:_NAMED]:
            yield f"  entry {entry.index} can't be read: {entry.reason}"
        if len(self.unreadable) > _NAMED:
            yield f"  … and {len(self.unreadable) - _NAMED} more"
        if capture.skipped:
            yield f"  {capture.skipped} entries never left the browser (data:, blob:): left out"
        yield from (f"  {limit}" for limit in capture.limits)


def import_file(journey: Journey, path: Path, visitor: Visitor, progress: Progress) -> Told:
    """Take a file into the store and judge; importing it twice changes nothing.

    Args:
        journey: the journey on the store.
        path: a HAR, mitmproxy flow or WARC file, plain or gzipped.
        visitor: whose browser it was.
        progress: told how many bytes were read since the last time.

    Raises:
        UnreadableInput: the file can't be read at all.
    """
    file = open_capture(path, visitor=visitor, progress=_Steps(progress))
    kept = _Kept(journey)
    kept.take(file)
    told = kept.told(path, visitor, file)
    journey.judge()  # after what the file can't show is known: findings name it
    return told


class _Steps:
    """Turns bytes read so far into bytes read since; a second pass counts for none."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._furthest = progress, 0

    def __call__(self, so_far: int) -> None:
        if so_far > self._furthest:
            self._progress(so_far - self._furthest)
            self._furthest = so_far


class _Kept:
    """Counts what of a file was kept."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self.exchanges = self.new = 0
        self.unreadable: list[Unreadable] = []

    def take(self, items: Iterable[Exchange | Unreadable]) -> None:
        for batch in batched(items, BATCH):
            self.unreadable += [one for one in batch if isinstance(one, Unreadable)]
            readable = [
                replace(one, origin=Origin.IMPORT) for one in batch if isinstance(one, Exchange)
            ]
            self.exchanges += len(readable)
            self.new += self._journey.take(readable)

    def told(self, path: Path, visitor: Visitor, file: Captured) -> Told:
        capture = Capture(
            name=path.name,
            visitor=visitor.name,
            imported_at=datetime.now(UTC),
            exchanges=self.exchanges,
            unreadable=len(self.unreadable),
            sha256=file.sha256,
            creator=file.creator,
            skipped=file.skipped,
            bodies_missing=file.bodies_missing,
            limits=file.limits,
        )
        captures.put(self._journey.db, capture)
        return Told(capture=capture, new=self.new, unreadable=self.unreadable)
