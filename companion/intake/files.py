"""Captured files, taken into the store: HAR by our own reader, flow files by mitmproxy."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import batched
from pathlib import Path

from companion.capture.assemble import Assembler
from companion.capture.frames import Damaged, Record, read
from companion.capture.har import Unreadable, open_har
from companion.capture.limits import Tally
from companion.capture.source import Progress, Source
from companion.errors import UnreadableInput
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
        path: a HAR or mitmproxy flow file, plain or gzipped.
        visitor: whose browser it was.
        progress: told how many bytes were read since the last time.

    Raises:
        UnreadableInput: the file can't be read at all.
    """
    steps = _Steps(progress)
    source = Source(path)
    told = _flows(journey, source, visitor, steps) if _is_flows(source) else None
    told = told or _har(journey, path, visitor, steps)
    journey.judge()
    return told


class _Steps:
    """Turns bytes read so far into bytes read since; a second pass counts for none."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._furthest = progress, 0

    def __call__(self, so_far: int) -> None:
        if so_far > self._furthest:
            self._progress(so_far - self._furthest)
            self._furthest = so_far


def _is_flows(source: Source) -> bool:
    """Whether a file begins as a tnetstring: a length, a colon."""
    with source.bytes() as content:
        head = content.peek(16)[:16]
    length, colon, _ = head.partition(b":")
    return bool(colon) and length.isdigit()


def _har(journey: Journey, path: Path, visitor: Visitor, steps: Progress) -> Told:
    file = open_har(path, visitor=visitor, progress=steps)
    kept = _Kept(journey)
    kept.take(file)
    kept.facts = {
        "sha256": file.sha256,
        "creator": file.creator,
        "skipped": file.skipped,
        "bodies_missing": file.bodies_missing,
        "limits": file.limits,
    }
    return kept.told(path, visitor)


def _flows(journey: Journey, source: Source, visitor: Visitor, steps: Progress) -> Told:
    kept, tally = _Kept(journey), Tally()
    assembler = Assembler(visitor, source.path.name)
    kept.take(_tallied(_converted(source, assembler, steps), tally))
    kept.facts = {
        "sha256": source.sha256,
        "creator": "mitmproxy flow file",
        "skipped": 0,
        "bodies_missing": tally.bodies_missing,
        "limits": tally.limits(),
    }
    return kept.told(source.path, visitor)


def _tallied(
    items: Iterable[Exchange | Unreadable], tally: Tally
) -> Iterator[Exchange | Unreadable]:
    for item in items:
        tally.add(item)
        yield item


def _converted(
    source: Source, assembler: Assembler, steps: Progress
) -> Iterator[Exchange | Unreadable]:
    """What a child makes of a flow file: the domain itself does not know mitmproxy."""
    words = [sys.executable, "-m", "addons.convert", str(source.path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        if child.stdout is None:
            raise RuntimeError("a pipe was asked for")
        try:
            for record in read(child.stdout):
                if record["kind"] == "note":
                    yield from _noted(record, steps)
                else:
                    yield from assembler.feed([record]).exchanges
        except Damaged as error:
            raise UnreadableInput(f"{source.path} could not be converted ({error})") from error
    yield from assembler.flush()
    if child.returncode:
        raise UnreadableInput(
            f"{source.path} could not be converted: is it a mitmproxy flow file or a HAR?"
        )


def _noted(record: Record, steps: Progress) -> Iterator[Unreadable]:
    if record["what"] == "read":
        steps(record["bytes"])
    elif record["what"] == "unreadable":
        yield Unreadable(record["index"], record["reason"])


class _Kept:
    """Counts what of a file was kept."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self.exchanges = self.new = 0
        self.unreadable: list[Unreadable] = []
        self.facts: dict[str, object] = {}

    def take(self, items: Iterable[Exchange | Unreadable]) -> None:
        for batch in batched(items, BATCH):
            self.unreadable += [one for one in batch if isinstance(one, Unreadable)]
            readable = [
                replace(one, origin=Origin.IMPORT) for one in batch if isinstance(one, Exchange)
            ]
            self.exchanges += len(readable)
            self.new += self._journey.take(readable)

    def told(self, path: Path, visitor: Visitor) -> Told:
        capture = Capture(
            name=path.name,
            visitor=visitor.name,
            imported_at=datetime.now(UTC),
            exchanges=self.exchanges,
            unreadable=len(self.unreadable),
            **self.facts,  # type: ignore[arg-type]  # the five facts that each way in knows by itself
        )
        captures.put(self._journey.db, capture)
        return Told(capture=capture, new=self.new, unreadable=self.unreadable)
