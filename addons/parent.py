"""Ends the proxy once the process that started it is gone.

The lock of a recording dies with that process: a proxy that lived on would go on recording
unwatched, beside the next one.
"""

import asyncio
import logging

from mitmproxy import ctx
from mitmproxy.addonmanager import Loader

from companion import posix

EVERY = 1.0
"""Seconds between two looks."""

log = logging.getLogger(__name__)


class Parent:
    """Looks after the process named in an option; without one, the proxy lives by itself."""

    def __init__(self) -> None:
        self._watch: asyncio.Task[None] | None = None

    def load(self, loader: Loader) -> None:
        """Add the option that names the process."""
        loader.add_option("companion_parent", int, 0, "The process to end with; 0: none.")

    def running(self) -> None:
        """Begin to look."""
        if ctx.options.companion_parent:
            self._watch = asyncio.create_task(_end_with(ctx.options.companion_parent))

    def done(self) -> None:
        """Look no more."""
        if self._watch is not None:
            self._watch.cancel()


async def _end_with(parent: int) -> None:
    while not posix.is_orphan_of(parent):
        await asyncio.sleep(EVERY)
    log.warning("Companion has ended without a word: the proxy ends too")
    ctx.master.shutdown()
