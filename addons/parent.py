"""What the proxy owes to the process that started it: to say when it listens, and to end with it.

The lock of a recording dies with that process: a proxy that lived on would go on recording
unwatched, beside the next one.
"""

import asyncio
import logging
from pathlib import Path

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
        """Add the options that name the process, and the file that it looks at."""
        loader.add_option("companion_parent", int, 0, "The process to end with; 0: none.")
        loader.add_option(
            "companion_listening", str, "", "A file that gets the port once the proxy listens."
        )

    def running(self) -> None:
        """Say so, unless the start has failed and ends just now; begin to look."""
        if ctx.options.companion_listening and not _has_failed():
            _tell(Path(ctx.options.companion_listening))
        if ctx.options.companion_parent:
            self._watch = asyncio.create_task(_end_with(ctx.options.companion_parent))

    def done(self) -> None:
        """Look no more."""
        if self._watch is not None:
            self._watch.cancel()


def _has_failed() -> bool:
    """Whether an error was logged: mitmproxy then ends as soon as everything has started."""
    check = ctx.master.addons.get("errorcheck")
    return bool(check and check.logger.has_errored)


def _tell(path: Path) -> None:
    ports = [address[1] for address in ctx.master.addons.get("proxyserver").listen_addrs()]
    fresh = path.with_name(path.name + ".new")
    fresh.touch(mode=0o600)
    fresh.write_text(str(ports[0]), "utf-8")
    fresh.replace(path)


async def _end_with(parent: int) -> None:
    while not posix.is_orphan_of(parent):
        await asyncio.sleep(EVERY)
    log.warning("Companion has ended without a word: the proxy ends too")
    ctx.master.shutdown()
