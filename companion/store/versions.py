"""Since when which version of a detector looks at the record."""

import json
from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise

from companion.store import progress
from companion.store.database import Database
from companion.store.rows import time_in, time_out

_FACT = "detectors"


def note(db: Database, versions: Mapping[str, str], now: datetime) -> None:
    """Keep the versions that look from now on, where they are others than before."""
    held = _held(db)
    if not held or held[-1][1] != dict(versions):
        progress.keep_fact(db, _FACT, json.dumps([*held, (time_in(now), dict(versions))]))


def changes(db: Database) -> list[tuple[datetime, list[str]]]:
    """When versions changed, oldest first, and of which detectors; the first is no change."""
    held = _held(db)
    return [
        (
            time_out(at),
            sorted(name for name in now | before if now.get(name) != before.get(name)),
        )
        for (_, before), (at, now) in pairwise(held)
    ]


def _held(db: Database) -> list[tuple[str, dict[str, str]]]:
    return [(at, named) for at, named in json.loads(progress.fact(db, _FACT) or "[]")]
