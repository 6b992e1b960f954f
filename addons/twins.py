"""Repeats safe requests of the person's as strangers, to see what anybody would have got.

Off until the person names a site. One request and its copies are a round: C1 and C2 are two
strangers, each with a jar of its own; U2 repeats the request as it was, where the person asked
for that too. Copies are replayed by mitmproxy, so a site sees the same kind of client; they are
recorded as copies, never as the person's own, and what they set never reaches the browser.

A made-up web lives weeks in seconds: there, all bounds go by its own clock, and the person's answer
waits for the copies, so that they are asked before the next day begins.
"""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from mitmproxy import ctx
from mitmproxy.addonmanager import Loader
from mitmproxy.http import HTTPFlow, Response

from addons import flow as flows
from addons.copying import Copy, copies, missing
from addons.edge import Edge
from addons.exclusions import is_within
from addons.pacing import Pacing, limits
from addons.robots import marks
from addons.sending import Hands, Sending
from companion.capture.clock import Clock
from companion.compare.repeat import Asked, consumes, is_own_web, shape, why_not
from companion.compare.stranger import carries
from companion.model import Origin
from companion.settings import Settings


def replay(flow: HTTPFlow) -> None:
    """Have mitmproxy send a flow; in its own queue one slow answer would hold up all others."""
    if ctx.options.client_replay_concurrency != -1:
        ctx.options.update(client_replay_concurrency=-1)
    ctx.master.commands.call("replay.client", [flow])


class Chosen(NamedTuple):
    """The sites whose requests are repeated by strangers, and those also in the person's name."""

    strangers: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


class Twins:
    """Makes rounds of the person's requests on the sites that are switched on.

    Args:
        edge: the journal.
        settings: the person's settings as they stand now.
        clock: the time, in seconds since 1970.
        chance: randomness.
        send: has a flow replayed.
    """

    def __init__(
        self,
        edge: Edge,
        settings: Callable[[], Settings] = Settings,
        clock: Callable[[], float] = time.time,
        chance: random.Random | None = None,
        send: Callable[[HTTPFlow], None] = replay,
    ) -> None:
        self.edge, self.limits = edge, limits()
        self._settings, self._clock = settings, clock
        self._random = chance or random.SystemRandom()
        self._marks, self._named = marks(), Chosen()
        self._rounds: dict[str, tuple[str, float]] = {}
        self._begun: dict[str, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._web = Clock()
        hands = Hands(self._now, send, self._ended, self.leave, self._is_stopped)
        self._sending = Sending(self.limits, hands)

    def load(self, loader: Loader) -> None:
        """Add the options that switch sites on for one recording."""
        for name, what in (
            ("companion_twins", "A site that is also asked as strangers would; repeatable."),
            ("companion_self_copies", "One that is also asked again in your name; repeatable."),
        ):
            loader.add_option(name, Sequence[str], [], what)
        gap = int(self.limits.surface_gap)
        loader.add_option("companion_twin_gap", int, gap, "Seconds between rounds at one surface.")
        daily = self.limits.daily
        loader.add_option("companion_twin_daily", int, daily, "Copies a day to one host at most.")

    def configure(self, updated: set[str]) -> None:
        """Read which sites are on, and how often."""
        if any(name.startswith(("companion_twin", "companion_self")) for name in updated):
            given = (ctx.options.companion_twins, ctx.options.companion_self_copies)
            self._named = Chosen(*(tuple(map(str.lower, sites)) for sites in given))
            gap, daily = ctx.options.companion_twin_gap, ctx.options.companion_twin_daily
            self.limits = replace(self.limits, surface_gap=gap, daily=daily)

    def done(self) -> None:
        """Send nothing more."""
        for task in self._tasks:
            task.cancel()

    def requestheaders(self, flow: HTTPFlow) -> None:
        """Keep a copy from being sent whose host was excluded meanwhile."""
        if flow.is_replay and flows.EXCLUDED in flow.metadata and flow.response is None:
            flow.response = Response.make(403)

    def responseheaders(self, flow: HTTPFlow) -> None:
        """Decide whether the person's request begins a round, before any of it is recorded."""
        if flow.is_replay is not None:
            if flows.ROUND in flow.metadata:
                flows.hold(flow)
            return
        sites = self._settings().twins + self._named.strangers
        measurable = flows.is_recorded(flow) and flows.SHIELD not in flow.metadata
        if sites and measurable and is_within(flow.request.host, sites):
            if self._is_made_up:
                self._web.see(datetime.fromtimestamp(self._clock(), UTC), flows.date(flow))
            self._begin(flow)

    def response(self, flow: HTTPFlow) -> None:
        """Send the copies once the person has their answer; take what a copy got."""
        if (place := flow.metadata.get(flows.ROUND)) is None:
            return
        if flow.is_replay is None:
            self._send_copies(flow, place)
        elif copy := self._sending.over(place):
            self._take(copy, flow)

    def error(self, flow: HTTPFlow) -> None:
        """Take that a copy got no answer; make none of a request that failed."""
        self._begun.pop(flow.id, None)
        if copy := self._sending.over(flow.metadata.get(flows.ROUND, "")):
            self._ended(copy, f"no answer ({flow.error.msg if flow.error else 'it broke off'})")

    def _begin(self, flow: HTTPFlow) -> None:
        now, url = self._now(), flow.request.url
        key, began = self._rounds.get(url, ("", 0.0))
        if key and now - began <= self.limits.window:
            flow.metadata[flows.ROUND] = f"{key}/U"  # loaded again by the person: as good as a copy
        elif not (self.refuses(flow, flows.asked(flow)) or self.holds_back(flow)):
            key = f"{self._random.getrandbits(48):012x}"
            recent = {
                at: it for at, it in self._rounds.items() if now - it[1] <= self.limits.window
            }
            self._rounds = recent | {url: (key, now)}
            self._begun[flow.id] = now
            flow.metadata[flows.ROUND] = f"{key}/U"

    def refuses(self, flow: HTTPFlow, asked: Asked) -> str:
        """Why a request must never be repeated; empty when it may."""
        if found := carries(asked.url, flows.sent(flow)):
            return f"its address holds the value of the cookie {found!r}"
        return why_not(asked)

    def holds_back(self, flow: HTTPFlow) -> str:
        """Why there can't be a round just now; empty when there may, and then it counts."""
        copies = 3 if self._is_asked_again(flow) else 2
        host = flow.request.host
        if (pacing := self._pacing()) is None:
            return "nothing is recorded"
        if self._is_own(flow) and not self._is_made_up:
            return "the host refused a copy" if pacing.is_stopped(host) else ""
        return pacing.claim(host, shape(flow.request.url), copies)

    def send(self, made: Sequence[Copy], began: float) -> list[asyncio.Task[None]]:
        """Send the copies of a round that began at a time; what ends when they are over."""
        loop, tasks = asyncio.get_running_loop(), []
        for copy in made:
            gap = 0.0 if self._is_own(copy.flow) else self.limits.host_gap
            tasks.append(loop.create_task(self._safely(copy, began, gap)))
        self._tasks.update(tasks)
        for task in tasks:
            task.add_done_callback(self._tasks.discard)
        return tasks

    def _send_copies(self, flow: HTTPFlow, place: str) -> None:
        if (began := self._begun.pop(flow.id, None)) is not None:
            key, again = place.partition("/")[0], self._is_asked_again(flow)
            tasks = self.send(copies(flow, key, again=again, random=self._random), began)
            if self._is_made_up:
                flow.intercept()
                asyncio.gather(*tasks).add_done_callback(lambda _: flow.resume())

    async def _safely(self, copy: Copy, began: float, gap: float) -> None:
        try:
            await self._sending.send(copy, began, gap)
        except Exception as error:  # noqa: BLE001 - a task has nobody who counts its failures
            self.edge.failed("twins", error)

    def _take(self, copy: Copy, flow: HTTPFlow) -> None:
        if flows.EXCLUDED in flow.metadata:
            self.leave(copy, "not sent: its host is excluded or refused now")
            return
        flows.take_held(flow)
        page, kind = flows.answered_with(flow), flows.asked(flow).kind
        why, stops = missing(page, kind, copy.wanted, self._marks)
        if stops and (pacing := self._pacing()):
            pacing.stop(copy.host)
            self.edge.note("copies-refused", host=copy.host, why=why)
        self._ended(copy, why)

    def _ended(self, copy: Copy, why: str) -> None:
        """Record what a copy sent and got."""
        record = flows.exchange(copy.flow, self.edge.aliases.get(copy.host, ""))
        notes = [*record.get("notes", ()), *copy.notes, *([f"missing: {why}"] if why else ())]
        self.edge.write(record | {"notes": notes})

    def leave(self, copy: Copy, why: str) -> None:
        """Note that a copy was not sent, and why."""
        self.edge.note("unsent", host=copy.host, round=copy.place, why=why)

    def _pacing(self) -> Pacing | None:
        return Pacing(self.edge.folder, self.limits, self._now) if self.edge.folder else None

    def _is_stopped(self, host: str) -> bool:
        pacing = self._pacing()
        return pacing is None or pacing.is_stopped(host)

    def _is_asked_again(self, flow: HTTPFlow) -> bool:
        sites = self._settings().self_copies + self._named.again
        return is_within(flow.request.host, sites) and not consumes(flow.request.url)

    def _now(self) -> float:
        return self._clock() + self._web.ahead.total_seconds()

    @property
    def _is_made_up(self) -> bool:
        return self.edge.origin is Origin.DEMO

    def _is_own(self, flow: HTTPFlow) -> bool:
        """A web of one's own needs no gaps."""
        host, port = flow.request.host, flow.request.port
        return (host, port) in self.edge.allowed or is_own_web(host)
