"""Driving an app and reading what it shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from tests.builders import NOON
from tui.app import Desk

SMALL, LARGE = (80, 24), (120, 40)


def lines(app: App) -> list[str]:
    """The lines on the screen, without the spaces at their ends."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def shown(app: App) -> str:
    """The whole screen as text."""
    return "\n".join(lines(app))


async def settle(pilot: Pilot) -> None:
    """Until nothing is being read or drawn: what was read may ask for more."""
    for _ in range(4):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def press(pilot: Pilot, *keys: str) -> None:
    """Keys one after the other, each with all that follows from it."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def a_desk(path: Path, **changes) -> Desk:
    """The app on a store, at noon, looking for changes only when told to."""
    return Desk(path, **{"clock": lambda: NOON, "every": 0} | changes)


@asynccontextmanager
async def opened(
    path: Path, *keys: str, size=SMALL, notes=False, **changes
) -> AsyncIterator[Pilot]:
    """The app on a store after some keys."""
    app = a_desk(path, **changes)
    async with app.run_test(size=size, notifications=notes) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        yield pilot
