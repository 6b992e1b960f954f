"""The analyzer: follows the journal, a batch at a time, and lets the proxy go first."""

import os
import signal
import threading
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from companion import pipeline, posix
from companion.intake.journal import Intake
from companion.model import Exchange
from companion.store.open import open_store

_IDLE_SECONDS = 0.1
_FAST = 150
"""Exchanges a second above which the analyzer waits: it would take from the proxy."""
_LONGEST_WAIT = 5.0
_NICE = 15


def follow(db: Path) -> None:
    """Take what the journal gets until told to end or left alone, then take the rest and end."""
    posix.lower_priority(_NICE)
    ended = _until_told()
    parent = os.getppid()
    with open_store(db) as store:
        journey = pipeline.start(store, db)
        journal = Intake(journey, db)
        waited = 0.0
        while True:
            ending = ended.is_set() or os.getppid() != parent
            taken = journal.step()
            if taken is None:
                journey.judge()
                if ending:
                    return
                ended.wait(_IDLE_SECONDS)
                waited = 0.0
            elif not ending and waited < _LONGEST_WAIT and grows_fast(taken):
                ended.wait(_IDLE_SECONDS * 5)
                waited += _IDLE_SECONDS * 5


def grows_fast(taken: Sequence[Exchange]) -> bool:
    """Whether exchanges came faster than the analyzer should keep up with."""
    if len(taken) < _FAST / 10:
        return False
    span = (taken[-1].seen_at - taken[0].seen_at).total_seconds()
    return len(taken) > _FAST * abs(span)


def _until_told() -> threading.Event:
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    return ended
