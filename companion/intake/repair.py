"""Mending a damaged store: what can be read, and what the journal holds, in a new file."""

from collections.abc import Callable
from pathlib import Path

from companion.errors import StoreUnavailable
from companion.intake.journal import alone, drain
from companion.pipeline import rebuild, start
from companion.store import exchanges, repair
from companion.store.open import open_store

type Tell = Callable[[str], None]

_BESIDE = ("", "-wal", "-shm")


def mend(path: Path, tell: Tell) -> bool:
    """Copy what can be read, put the damaged store aside and compute again what is derived.

    Nothing is deleted: the damaged file stays beside the new one under another name. `tell` gets a
    line for each thing done. Whether anything was wrong.

    Raises:
        StoreUnavailable: it is in use, can't be read at all, or there is no room for a copy.
    """
    with alone(path) as ours:
        if not ours:
            raise StoreUnavailable(f"{path} is in use: end the recording, then try again")
        if not (wrong := repair.damage(path)):
            return False
        tell(f"{path} is damaged: {wrong}")
        fresh = path.with_name(path.name + ".mended")
        _tell_copied(_copied(path, fresh), tell)
        aside = _put_aside(path)
        fresh.replace(path)
        tell(f"the damaged store is kept as {aside}: delete it when you miss nothing")
    with open_store(path) as db, alone(path) as ours:
        journey = start(db, path)
        rebuild(journey, lambda _: None)
        taken = drain(journey, path) if ours else 0
        tell(f"{taken:,} exchanges were taken from the journal; {exchanges.count(db):,} are kept")
    return True


def _copied(path: Path, fresh: Path) -> repair.Salvage:
    _delete(fresh)
    try:
        return repair.salvage(path, fresh)
    except BaseException:
        _delete(fresh)
        raise


def _tell_copied(done: repair.Salvage, tell: Tell) -> None:
    tell(f"{done.rows['exchanges']:,} exchanges could be read")
    if done.torn:
        tell(f"damaged, and copied as far as they could be read: {', '.join(done.torn)}")
    if done.bodies_lost:
        tell(f"{done.bodies_lost:,} bodies are lost; what was found in them stays")


def _put_aside(path: Path) -> Path:
    """Give the damaged store a name that is free."""
    aside = next(
        free for number in range(1, 1_000) if not (free := repair.aside(path, number)).exists()
    )
    for ending in _BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + ending))
    return aside


def _delete(file: Path) -> None:
    for ending in _BESIDE:
        file.with_name(file.name + ending).unlink(missing_ok=True)
