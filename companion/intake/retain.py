"""Keeping no more than the person wants: what is too old, or too much, is forgotten."""

from datetime import datetime, timedelta

from companion.settings import Settings
from companion.store import exchanges, forget, progress, unjudged
from companion.store.forget import Part
from companion.store.open import Database

_SLACK = 0.8
"""Of the largest size, what is left after cutting: not every turn is to cut again."""
_MEGABYTE = 1_000_000


def retain(db: Database, settings: Settings, now: datetime) -> int:
    """Forget what the settings don't want to keep, for good; how many exchanges.

    All sites are to be judged again afterwards; their names are noted for that.
    """
    limits = [it for it in (_age(settings, now), _size(db, settings)) if it]
    window = exchanges.window(db)
    if not limits or not window or window[0] >= max(limits):
        return 0
    touched = {row.site for row in exchanges.sites(db)}
    gone = forget.forget(db, Part(before=max(limits)))
    with db.atomic():
        progress.add(db, "forgotten by age or size", len(gone))
        unjudged.add(db, touched)
    return len(gone)


def _age(settings: Settings, now: datetime) -> datetime | None:
    return now - timedelta(days=int(settings.retain[:-1])) if settings.retain else None


def _size(db: Database, settings: Settings) -> datetime | None:
    """Before when exchanges must go for the store to fit, taking them as equally large."""
    if not settings.largest:
        return None
    wanted, size = int(settings.largest[:-2]) * _MEGABYTE, exchanges.size(db)
    if size <= wanted:
        return None
    return exchanges.newest_of(db, 1 - _SLACK * wanted / size)
