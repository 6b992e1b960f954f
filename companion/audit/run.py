"""Runs an audit block by block; begun again after any stop, it goes on where it was."""

import os
import shutil
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from companion.audit import schedule
from companion.audit.keep import keep
from companion.audit.plan import Plan, World
from companion.audit.seat import Seat, Setting
from companion.audit.turn import Turn
from companion.errors import CompanionError, UnreadableInput
from companion.live.lock import StoreLock
from companion.model import Role
from companion.settings import data_folder
from companion.smallweb import demo as smallweb
from companion.store import exchanges, progress, visits
from companion.store.open import Database, open_store
from companion.store.visits import Visit

PLAN, HASH, SEED, BEGUN = "audit plan", "audit hash", "audit seed", "audit begun"
_LANES = 2 * max(2, os.cpu_count() or 2)
"""Visits that act at once: most of the time a browser waits."""

type Step = Callable[[int], None]
type Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who gets to know how far it is: one step a visit, and a line now and then."""

    step: Step
    say: Say


def run(plan: Plan, path: Path, setting: Setting, told: Told) -> None:
    """Do every visit of a plan that is not done.

    Raises:
        CompanionError: the store holds something else, or what a visit needs is not here.
    """
    with open_store(path) as db, StoreLock(path, setting.folder):
        prepare(db, path, plan)
        with _world(plan.world, setting.folder) as web:
            behind = setting
            if web is not None:
                behind = replace(setting, upstream=web.upstream, upstream_ca=web.ca)
            _Run(db, path, plan, behind).blocks(told)
        shutil.rmtree(setting.folder / "visits", ignore_errors=True)


def prepare(db: Database, path: Path, plan: Plan) -> None:
    """Take the store for this plan: its hash is kept before the first visit.

    Raises:
        UnreadableInput: a real person's record is in it, or another plan's.
    """
    if any(role == Role.SELF.value for _, role in exchanges.visitors(db)):
        raise UnreadableInput(f"{path} holds a person's own record: name another with --db")
    if (data_folder(path) / "seeds").exists():
        raise UnreadableInput(
            f"{path} has a person's own data to watch for: name another with --db"
        )
    kept = progress.fact(db, HASH)
    if kept and kept != plan.hash:
        raise UnreadableInput(
            f"{path} holds an audit by another plan or seed (SHA-256 {kept[:12]}…):"
            " name another with --db, or run that plan as it was"
        )
    if not kept:
        with db.atomic():
            visits.put(db, schedule.visits(plan))
            for name, value in (
                (PLAN, plan.text),
                (HASH, plan.hash),
                (SEED, str(plan.seed)),
                (BEGUN, datetime.now(UTC).isoformat()),
            ):
                progress.keep_fact(db, name, value)


def left(db: Database) -> list[Visit]:
    """Visits that are still to be done, those that were broken off too."""
    return [one for one in visits.each(db) if one.status in (visits.PLANNED, visits.BEGUN)]


@dataclass(slots=True)
class _Run:
    """The visits of one plan on one store."""

    db: Database
    path: Path
    plan: Plan
    setting: Setting

    def blocks(self, told: Told) -> None:
        todo = left(self.db)
        cut = [one.id for one in todo if one.status == visits.BEGUN]
        if cut:
            told.say(f"{len(cut)} visits had been broken off and are repeated")
        for block in sorted({one.block for one in todo}):
            self._wait(block, told)
            self._block(block, [one for one in todo if one.block == block], told.step)
        if again := left(self.db):
            raise CompanionError(
                f"of {len(again)} visits nothing was recorded: begin the audit again to repeat them"
            )

    def _block(self, block: int, todo: list[Visit], step: Step) -> None:
        players = {one.name: one for one in self.plan.players}
        turns = {
            one.id: Turn(Seat(one, players[one.player], self.setting), players[one.player])
            for one in schedule.order(self.plan, block, "start", todo)
        }
        with self.db.atomic():
            for one in todo:
                visits.begin(self.db, one.id, datetime.now(UTC))
        with ThreadPoolExecutor(_LANES) as pool:
            try:
                _all(pool, Turn.arrive, turns.values())
                self._look(block, todo, turns, pool)
            finally:
                _all(pool, Turn.leave, turns.values())
        for turn in turns.values():
            kept = keep(self.db, self.path, turn, self.plan.places)
            step(kept.status != visits.BEGUN)

    def _look(self, block: int, todo: list[Visit], turns: dict[str, Turn], pool: Executor) -> None:
        """Load every place, all visitors in turn: what is compared is loaded close together."""
        left_alone: set[str] = set()
        for place in schedule.order(self.plan, block, "places", self.plan.places):
            queue = schedule.turns(self.plan, block, place.name, todo)
            ordered = [turns[one.id] for one in queue]
            _all(pool, partial(Turn.look, place=place, left_alone=left_alone), ordered)
            time.sleep(self.plan.pace)

    def _wait(self, block: int, told: Told) -> None:
        """Keep the plan's distance to the block before: what a visit left behind dies down."""
        before = visits.last_began(self.db, block - 1)
        if before is None:
            return
        due = before + timedelta(minutes=self.plan.gap)
        if due > datetime.now(UTC):
            told.say(f"block {block} begins at {due.astimezone():%H:%M:%S}")
        while (missing := (due - datetime.now(UTC)).total_seconds()) > 0:
            time.sleep(min(missing, 1.0))


def _all[T](pool: Executor, call: Callable[[T], object], given: Iterable[T]) -> None:
    """Call for everything, begun in order; what went wrong is raised once all are done."""
    futures = [pool.submit(call, one) for one in given]
    wait(futures)
    for future in futures:
        future.result()


def _world(world: World | None, folder: Path) -> AbstractContextManager[smallweb.Child | None]:
    """The small web that a plan asks for, begun afresh; none for plans on real sites."""
    if world is None:
        return nullcontext()
    place = folder / "smallweb"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700, parents=True)
    dials = place / "dials.toml"
    turned = "".join(f"{name} = {value}\n" for name, value in world.dials.items())
    dials.write_text(turned, "utf-8")
    return smallweb.Child(place, dials=dials, seed=world.seed)
