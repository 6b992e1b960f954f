"""What the person has held back on the way out: switched on and off, and each use of it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.contest.shield import (
    Action,
    ActionKind,
    load,
    named,
    offered,
    place,
    save,
    switched_off,
    switched_on,
)
from companion.errors import CompanionError
from companion.settings import data_folder
from companion.store import exchanges
from tui.contesting import Case
from tui.queries import dossier
from tui.widgets.plain import plain

if TYPE_CHECKING:
    from tui.app import Desk

type Actions = tuple[Action, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShieldRow:
    """An action, on or off, and how many recorded requests it changed."""

    action: Action
    uses: int


def shield_rows(db: Any, path: Path) -> tuple[ShieldRow, ...]:
    """Every action there ever was, those that are on first, then the newest."""
    rows = [
        ShieldRow(action=it, uses=exchanges.noted(db, f"shield: {it.words}"))
        for it in actions(path)
    ]
    return tuple(sorted(rows, key=lambda row: (row.action.on, row.action.since), reverse=True))


def actions(path: Path) -> tuple[Action, ...]:
    """The person's choice, on and off."""
    return load(_place(path))


async def hold_back(desk: "Desk", *wanted: Action) -> None:
    """Hold something back from now on; a recording that runs follows at once, u takes it back."""

    async def undo() -> None:
        await _changed(desk, lambda known: _off(known, wanted, desk.clock()))

    if await _changed(desk, lambda known: _on(known, wanted, desk.clock())):
        desk.did(f"On: {_words(wanted)}", undo)


async def let_pass(desk: "Desk", *held: Action) -> None:
    """Hold something back no more; u takes that back."""

    async def undo() -> None:
        await _changed(desk, lambda known: _on(known, held, desk.clock()))

    if await _changed(desk, lambda known: _off(known, held, desk.clock())):
        desk.did(f"Off: {_words(held)}", undo)


def offers(db: Any, case: Case, now: datetime) -> tuple[Action, ...]:
    """What of ours does what a way says, for the finding it is about."""
    if not case.route.shield:
        return ()
    found = dossier(db, case.finding.id)
    places = [it.spot.locator for it in found.proofs if it.spot] if found else []
    return offered(ActionKind(case.route.shield), case.finding, named(places), now)


def _place(path: Path) -> Path:
    return place(data_folder(path))


async def _changed(desk: "Desk", change: Callable[[Actions], Actions]) -> bool:
    """Change the choice, and show it; whether it could be kept."""

    def keep() -> None:
        where = _place(desk.reader.path)
        save(where, change(load(where)))

    try:
        await asyncio.to_thread(keep)
    except CompanionError as error:
        desk.notify(plain(error), markup=False)
        return False
    await desk.poll()
    return True


def _on(known: Actions, wanted: Actions, now: datetime) -> Actions:
    for it in wanted:
        known = switched_on(known, replace(it, since=now, until=None))
    return known


def _off(known: Actions, held: Actions, now: datetime) -> Actions:
    words = {it.words for it in held}
    return switched_off(known, now, lambda it: it.words in words)


def _words(some: Actions) -> str:
    return ", ".join(plain(it.words, 120) for it in some)
