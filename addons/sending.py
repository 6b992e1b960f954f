"""Sends copies a few at a time, with a gap for each host, and forgets those that take too long.

mitmproxy can't stop a copy that is under way, so it is left to itself: what it still gets is
thrown away.
"""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

from mitmproxy.http import HTTPFlow

from addons.copying import Copy
from addons.pacing import Limits


class Hands(NamedTuple):
    """What sending needs of others: the time, the way out, and who is told how a copy ended.

    `ended` gets the copy and why its answer is missing; `unsent` a copy that never left, and why.
    """

    clock: Callable[[], float]
    send: Callable[[HTTPFlow], None]
    ended: Callable[[Copy, str], None]
    unsent: Callable[[Copy, str], None]
    stopped: Callable[[str], bool]


class Sending:
    """The copies of one proxy that are to be sent or under way."""

    def __init__(self, limits: Limits, hands: Hands) -> None:
        self._limits, self._hands = limits, hands
        self._room = asyncio.Semaphore(limits.at_once)
        self._under_way: dict[str, Copy] = {}
        self._free: dict[str, float] = {}

    def over(self, place: str) -> Copy | None:
        """The copy of a place, whose answer has come just now; None for one that was forgotten."""
        copy = self._under_way.pop(place, None)
        if copy is not None:
            copy.answered.set()
        return copy

    async def send(self, copy: Copy, began: float, gap: float) -> None:
        """Send one copy of a round that began at a time, and wait until it is over."""
        await asyncio.sleep(self._wait(copy.host, gap))
        async with self._room:
            if self._hands.clock() - began > self._limits.window:
                why = f"not sent within {self._limits.window:.0f} s of the person's request"
                self._hands.unsent(copy, why)
            elif self._hands.stopped(copy.host):
                self._hands.unsent(copy, "not sent: the host refused another copy")
            else:
                await self._sent(copy)

    async def _sent(self, copy: Copy) -> None:
        self._under_way[copy.place] = copy
        self._hands.send(copy.flow)
        try:
            await asyncio.wait_for(copy.answered.wait(), self._limits.patience)
        except TimeoutError:
            del self._under_way[copy.place]
            self._hands.ended(copy, f"no answer within {self._limits.patience:.0f} s")

    def _wait(self, host: str, gap: float) -> float:
        """Seconds until the next copy may go to a host; the moment is taken."""
        now = self._hands.clock()
        at = max(now, self._free.get(host, now))
        self._free[host] = at + gap
        return at - now
