"""What was taken in, amended: a seed added later, a part forgotten."""

from collections.abc import Callable
from itertools import batched
from pathlib import Path

from companion.errors import StoreUnavailable
from companion.intake.journal import alone, drain
from companion.pipeline import BATCH, Journey, load_secrets, start
from companion.redact import seeds
from companion.redact.key import store_key
from companion.redact.redact import redact
from companion.settings import data_folder
from companion.store import exchanges, keeping, unjudged
from companion.store import forget as store_forget
from companion.store.convert import clear, wipe
from companion.store.forget import Part
from companion.store.open import Database
from companion.store.repair import damaged

type Progress = Callable[[int], None]


def add_seeds(db: Database, path: Path, given: list[seeds.Seed], progress: Progress) -> int:
    """Watch for values from now on and take them out of what is kept; how many that changed."""
    folder = data_folder(path)
    seeds.add(folder, store_key(folder), given)
    return look_again(db, path, progress)


def look_again(db: Database, path: Path, progress: Progress) -> int:
    """Look in all that is kept for the values to watch for in every hash and encoding.

    Returns:
        How many exchanges that changed.
    """
    return _redact_again(start(db, path, deep=True), progress)


class SeedWatch:
    """Lets a journey that goes on know of seeds that are added or removed meanwhile."""

    def __init__(self, journey: Journey, path: Path) -> None:
        self._journey = journey
        self._folder = data_folder(path)
        self._stamp = -1  # the first look reads them: they may have changed since the start
        self._newest = exchanges.newest(journey.db)

    def follow(self) -> None:
        """To be called before each batch; costs one look at the file when nothing changed."""
        stamp, newest = self._stamped(), exchanges.newest(self._journey.db)
        if stamp != self._stamp:
            self._journey.secrets = load_secrets(self._folder)
            # Who added the seed went through all that was kept; the last batch may have come later.
            _redact_again(self._journey, lambda _: None, after=self._newest)
        self._stamp, self._newest = stamp, newest

    def _stamped(self) -> int:
        path = self._folder / "seeds"
        return path.stat().st_mtime_ns if path.exists() else 0


def _redact_again(journey: Journey, progress: Progress, *, after: int = 0) -> int:
    changed = 0
    for batch in batched(exchanges.each(journey.db, after=after), BATCH):
        again = [redact(exchange, journey.secrets) for exchange in batch]
        amended = [new for old, new in zip(batch, again, strict=True) if new != old]
        alone = [new for new in again if keeping.is_alone(new) and new not in amended]
        if amended or alone:
            with journey.db.atomic():
                exchanges.keep(journey.db, amended)
                exchanges.drop_unused_bodies(journey.db)
                journey.derive(amended + alone)
                journey.sign()
        changed += len(amended)
        progress(len(batch))
    if changed:
        store_forget.empty_log(journey.db)
    journey.judge()
    return changed


def forget(db: Database, path: Path, part: Part) -> tuple[int, int]:
    """Delete for good; how many exchanges, and how many of their ids are still in the files.

    What still lies in the journal is taken in first, so that it does not come back afterwards.
    Damaged stores that were put aside are deleted whole.

    Raises:
        StoreUnavailable: another process takes in the journal just now.
    """
    with alone(path) as ours:
        if not ours:
            raise StoreUnavailable(f"{path} is being brought up to date: try again when it is done")
        if not part.everything:
            drain(start(db, path), path)
        touched = {row.site for row in exchanges.sites(db)}
        gone = store_forget.forget(db, part)
        for copy in damaged(path):  # of these nothing can be forgotten but all
            wipe(copy)
        clear(path)
        if part.everything:
            _empty(data_folder(path))
        else:
            _judge_again(db, path, touched)
    return len(gone), store_forget.left(path, [key.encode() for key in gone])


def _judge_again(db: Database, path: Path, sites: set[str]) -> None:
    with db.atomic():
        unjudged.add(db, sites)
    start(db, path).judge()
    store_forget.compact(db)


def _empty(folder: Path) -> None:
    """Seeds, journal and what was asked for comparison go too; authority, key, settings stay."""
    for name in ("seeds", "twins.json"):
        (folder / name).unlink(missing_ok=True)
    for piece in sorted((folder / "journal").glob("*")):
        piece.unlink()
    for log in (folder / "log").glob("*"):
        log.unlink()
