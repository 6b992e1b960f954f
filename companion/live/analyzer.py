"""The analyzer: follows the journal, a batch at a time, and lets the proxy go first."""

import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from companion import pipeline, posix
from companion.errors import CompanionError
from companion.intake.amend import SeedWatch
from companion.intake.journal import Intake, alone
from companion.intake.keeping import Keeping
from companion.intake.retain import retain
from companion.live.pace import Look, growth, pause, rest
from companion.live.told import until_told
from companion.settings import data_folder, load
from companion.store.open import open_store

_IDLE_SECONDS = 0.1
_NICE = 15
_RETAIN_SECONDS = 3600.0
"""How often is looked whether something is too old to be kept, or too much."""


def follow(db: Path, parent: int) -> None:
    """Take what the journal gets until told to end or orphaned, then take the rest and end."""
    posix.lower_priority(_NICE)
    ended = until_told()
    with open_store(db) as store:
        while True:
            with alone(db) as ours:
                if ours:
                    Follower(pipeline.start(store, db), db).run(ended, parent)
                    return
            # One that was left alone is still taking the rest: it ends by itself.
            if ended.wait(_IDLE_SECONDS) or posix.is_orphan_of(parent):
                return


class Follower:
    """Takes, judges and pauses in turn."""

    def __init__(self, journey: pipeline.Journey, path: Path) -> None:
        self._intake = Intake(journey, path)
        self._seeds = SeedWatch(journey, path)
        self._keeping = Keeping(journey.db, path)
        self._look = self._looked()
        self._idle = False
        self._waited = 0.0
        self._judge_at = 0.0
        self._retain_at = 0.0
        self._journey, self._path = journey, path

    def run(self, ended: threading.Event, parent: int) -> None:
        """Go on until `ended` is set or the parent is gone; then take and judge the rest."""
        while True:
            if posix.is_orphan_of(parent):
                ended.set()
            over = ended.is_set()
            if not self.turn() and over:
                break
            ended.wait(self.rest())
        self._intake.judge()
        self._keeping.finish(self._journey.cover)

    def turn(self) -> bool:
        """Take one batch, and judge when it is time to; whether there was anything to take."""
        self._seeds.follow()
        self._idle = self._intake.step() is None
        if self._idle:
            self._journey.label()
            self._journey.cover()
            self._keeping.step()
        if self._idle and time.monotonic() >= self._retain_at:
            self._retain()
        if time.monotonic() >= self._judge_at:
            began = time.monotonic()
            self._intake.judge()
            done = time.monotonic()
            self._judge_at = done + rest(done - began)
        return not self._idle

    def _retain(self) -> None:
        self._retain_at = time.monotonic() + _RETAIN_SECONDS
        with suppress(CompanionError):  # settings that can't be read are told by the proxy
            settings = load(data_folder(self._path) / "settings.toml")
            retain(self._journey.db, settings, datetime.now(UTC))

    def rest(self) -> float:
        """Seconds until the next turn."""
        before, self._look = self._look, self._looked()
        if self._idle:
            self._waited = 0.0
            return _IDLE_SECONDS
        length = self._intake.read / max(1, self._intake.records)
        seconds = pause(growth(before, self._look, length), self._waited)
        self._waited += seconds
        return seconds

    def _looked(self) -> Look:
        return Look(time.monotonic(), self._intake.read + self._intake.backlog())
