"""A persona: while its browser is open, what is recorded belongs to a part of life of its name."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from companion.intake.words import end_time, mark_time
from companion.store.open import open_store

EVERYDAY = "everyday"
_LONGEST = timedelta(days=1)


@contextmanager
def persona(path: Path, name: str, clock: Callable[[], datetime]) -> Iterator[None]:
    """Give the person's word on the time inside; the everyday profile says nothing.

    The word can be taken back as any other. What another profile does meanwhile counts too: the
    proxy can't tell browsers apart.
    """
    if name == EVERYDAY:
        yield
        return
    now = clock()
    with open_store(path) as db:
        word = mark_time(db, name, (now, now + _LONGEST), now)
    try:
        yield
    finally:
        with open_store(path) as db:
            end_time(db, word.moment.number if word.moment else 0, clock())
