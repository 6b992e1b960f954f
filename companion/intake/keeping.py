"""Keeping no more bodies than the person wants, as their settings say now."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from companion.errors import CompanionError
from companion.settings import Settings, data_folder, load
from companion.store import keeping
from companion.store.open import Database


class Keeping:
    """Lets bodies go, a few at a time; what the person chooses meanwhile holds at once."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._settings = data_folder(path) / "settings.toml"
        self._stamp = -1
        self._mode = Settings().keep

    def step(self) -> int:
        """Look at some exchanges whose bodies are still to be decided on; how many those were."""
        self._follow()
        return keeping.step(self._db, self._mode)

    def finish(self, cover: Callable[[], int]) -> None:
        """At the end of a recording: who wants no body kept is not to wait for the next one.

        `cover` counts how much of some exchanges was read; of how many.
        """
        self._follow()
        while self._mode == "nothing" and cover() + self.step():
            pass

    def _follow(self) -> None:
        stamp = self._settings.stat().st_mtime_ns if self._settings.exists() else 0
        if stamp == self._stamp:
            return
        self._stamp = stamp
        with suppress(CompanionError):  # settings that can't be read are told by the proxy
            self._mode = load(self._settings).keep
            keeping.follow(self._db, self._mode)


def settle(db: Database, path: Path) -> int:
    """Decide on everything that waits for it; how many exchanges were looked at."""
    held, looked = Keeping(db, path), 0
    while some := held.step():
        looked += some
    return looked
