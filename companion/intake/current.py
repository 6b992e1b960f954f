"""Bringing a store up to date with its journal, whoever does it."""

import time
from pathlib import Path

from companion import pipeline
from companion.capture import segments
from companion.extract.owners import look_also
from companion.intake.journal import alone, drain
from companion.settings import data_folder
from companion.store import progress
from companion.store.open import Database

_LOOK_SECONDS = 0.1


def bring_up_to_date(db: Database, path: Path, *, within: float = 30.0) -> bool:
    """Take in and judge what the journal holds now, or wait until a running analyzer has.

    Returns:
        Whether that was done in `within` seconds; a running analyzer may be behind.
    """
    look_also(data_folder(path))
    folder = data_folder(path) / "journal"
    wanted = _sizes(folder)
    deadline = time.monotonic() + within
    while True:
        with alone(path) as ours:
            if ours:
                drain(pipeline.start(db, path), path)
                return True
        known = progress.judged(db)
        left = _sizes(folder)
        if all(known.get(name, 0) >= size for name, size in wanted.items() if name in left):
            return True
        if time.monotonic() > deadline:
            return False
        time.sleep(_LOOK_SECONDS)


def _sizes(folder: Path) -> dict[str, int]:
    """How long each segment is; one that is deleted meanwhile was taken."""
    sizes = {}
    for name in segments.names(folder):
        try:
            sizes[name] = (folder / f"{name}.seg").stat().st_size
        except FileNotFoundError:
            continue
    return sizes
