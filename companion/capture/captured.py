"""What every imported file has in common, whatever its format."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from companion.capture.limits import Tally
from companion.capture.source import Source
from companion.model import Exchange, Visitor


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part of a file that was left out: its place, counted from 0, and why."""

    index: int
    reason: str


class Captured(ABC):
    """One imported file: what is known of it, and its exchanges when iterated.

    `sha256` and `bytes_total` are those of the file, `creator` names what wrote it. What is
    counted, and `limits`, are whole after an iteration.
    """

    def __init__(self, source: Source, creator: str, visitor: Visitor | None) -> None:
        self.sha256, self.bytes_total, self.creator = source.sha256, source.size, creator
        self._source, self._visitor = source, visitor or Visitor()
        self._tally = Tally()

    @property
    def limits(self) -> tuple[str, ...]:
        """What the file can't show, in words."""
        return self._tally.limits()

    @property
    def skipped(self) -> int:
        """How many entries never left the browser (data:, blob:, extensions)."""
        return self._tally.skipped

    @property
    def bodies_missing(self) -> int:
        """How many answers stand in the file without their body."""
        return self._tally.bodies_missing

    def __iter__(self) -> Iterator[Exchange | Unreadable]:
        self._tally = Tally()
        for item in self._items():
            if item is None:
                self._tally.skipped += 1
                continue
            if isinstance(item, Exchange):
                self._tally.add(item)
            yield item

    @abstractmethod
    def _items(self) -> Iterator[Exchange | Unreadable | None]:
        """Everything in the file, in order; None for what never left the browser."""
