"""What the head of every screen says: is it recording, how much is there, what was lost."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state of the record at one moment.

    `version` changes with every commit to the store. `recording` is None when there is none and
    none was expected, False when the one this screen was opened for has ended. `trouble` is what
    is wrong with it.
    """

    version: int = 0
    ready: bool = False
    recording: bool | None = None
    exchanges: int = 0
    sites: int = 0
    gaps: int = 0
    failures: int = 0
    demo: bool = False
    first: datetime | None = None
    last: datetime | None = None
    word: str = ""
    trouble: str = ""
    held_back: tuple[str, ...] = ()
