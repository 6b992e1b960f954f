"""Starts and stops the small web: all sites behind one TLS port, and the way in."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from companion.smallweb import ca
from companion.smallweb.clock import Clock
from companion.smallweb.dials import Dials
from companion.smallweb.message import Request, Response, page
from companion.smallweb.site import sites
from companion.smallweb.truth import Truth, log_file
from companion.smallweb.upstream import hop
from companion.smallweb.wire import Handler, listen
from companion.smallweb.world import World


@dataclass(frozen=True, slots=True)
class SmallWeb:
    """A running small web; `upstream` is the proxy to come in by, `ca` and `truth` are files."""

    upstream: str
    ca: Path
    truth: Path
    clock: Clock
    _stack: AsyncExitStack

    async def stop(self) -> None:
        """Ends all servers and closes the log."""
        await self._stack.aclose()


async def start(folder: Path, dials: Dials, clock: Clock | None = None) -> SmallWeb:
    """Starts the small web; its certificates (0600) and its truth log stand in `folder` (0700)."""
    clock = clock or Clock()
    authority = ca.create(folder)
    async with AsyncExitStack() as stack:
        truth = folder / "truth.jsonl"
        world = World(dials, clock, Truth(stack.enter_context(log_file(truth))))
        origin = await stack.enter_async_context(listen(answering(world), authority, set(sites())))
        port = await stack.enter_async_context(hop(origin))
        return SmallWeb(f"http://127.0.0.1:{port}", authority.file, truth, clock, stack.pop_all())


def answering(world: World) -> Handler:
    """One function that answers for every host of the small web."""

    def answer(request: Request) -> Response:
        site = sites().get(request.host)
        return site.answer(request, world) if site else page("<h1>No such site</h1>", 421)

    return answer
