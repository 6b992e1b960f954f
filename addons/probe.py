"""Asks for addresses as strangers, and ends: `mitmdump -n -s addons/probe.py`.

What is asked for stands in a file: JSON, a list of `url`, `headers` (as the person's browser sent
them), `kind` and `page` (of the answer it got, or empty). Beside it, in a file of the same name
that ends in .told, stands afterwards what was decided: a list of `url`, `round`, `why` (nothing was
sent, else empty), and for each copy `arm`, `headers`, `notes`, and `why` (it was not sent).
"""

import asyncio
import json
import random
import time
from pathlib import Path
from typing import Any

from mitmproxy import ctx
from mitmproxy.addonmanager import Loader
from mitmproxy.http import HTTPFlow

from addons import flow as flows
from addons.copying import Copy, copies
from addons.edge import Edge
from addons.lean import Lean
from addons.parent import Parent
from addons.scope import Scope
from addons.targets import Targets, is_private_name
from addons.together import Together
from addons.trailers import Trailers
from addons.twins import Twins
from companion.compare.repeat import Asked
from companion.model import Origin

type Told = dict[str, Any]


class Asking(Twins):
    """Copies whose fate the one who asked for them wants to know."""

    def __init__(self, edge: Edge, scope: Scope) -> None:
        super().__init__(edge, scope.settings)
        self.unsent: dict[str, str] = {}

    def leave(self, copy: Copy, why: str) -> None:
        """Keep why a copy was not sent."""
        super().leave(copy, why)
        self.unsent[copy.place] = why


class Probe:
    """Works off the file, and has the proxy end."""

    def __init__(self, edge: Edge, scope: Scope, asking: Asking) -> None:
        self.edge = edge
        self._scope, self._asking = scope, asking
        self._random = random.SystemRandom()
        self._task: asyncio.Task[None] | None = None

    def load(self, loader: Loader) -> None:
        """Add the options that say what to ask for, and where to record it."""
        loader.add_option("companion_db", str, "", "The store to record to.")
        loader.add_option("companion_origin", str, "live", "Whose clock the answers have.")
        loader.add_option("companion_probe", str, "", "The file that says what to ask for.")
        loader.add_option("companion_dry", bool, False, "Say what would be sent, send nothing.")

    def configure(self, updated: set[str]) -> None:
        """Open the journal."""
        if "companion_db" in updated:
            self.edge.open(Path(ctx.options.companion_db), Origin(ctx.options.companion_origin))

    def running(self) -> None:
        """Begin, as soon as the proxy runs."""
        self._task = asyncio.get_running_loop().create_task(self._work())

    async def _work(self) -> None:
        path = Path(ctx.options.companion_probe)
        try:
            wanted = json.loads(path.read_text("utf-8"))
            told = [await self._ask(**one) for one in wanted]
            path.with_suffix(".told").write_text(json.dumps(told), "utf-8")
        finally:
            ctx.master.shutdown()

    async def _ask(self, url: str, headers: list[list[str]], kind: str, page: str) -> Told:
        flow = flows.asking(url, tuple((name, value) for name, value in headers))
        key = f"{self._random.getrandbits(48):012x}"
        made = copies(flow, key, again=False, random=self._random)
        told: Told = {"url": url, "round": key, "why": self._why_not(flow, kind)}
        told["copies"] = [self._described(copy) for copy in made]
        if told["why"] or ctx.options.companion_dry:
            return told
        for copy in made:
            copy.wanted = kind
            copy.flow.metadata[flows.PAGE] = page
        await asyncio.gather(*self._asking.send(made, time.time()))
        for copy, it in zip(made, told["copies"], strict=True):
            it["why"] = self._asking.unsent.get(copy.place, "")
        return told

    def _why_not(self, flow: HTTPFlow, kind: str) -> str:
        host, port = flow.request.host, flow.request.port
        if self._scope.lets_pass(host, port):
            return "its host is on the list of those that pass uninspected"
        if is_private_name(host) and (host, port) not in self.edge.allowed:
            return f"it is in a private network: name it with --allow-target {host}:{port}"
        asked = Asked(
            method="GET",
            url=flow.request.url,
            has_body=False,
            authorized="authorization" in flow.request.headers,
            wanted_as="",
            status=200,
            media_type=kind or "text/html",
        )
        why = self._asking.refuses(flow, asked)
        return why or ("" if ctx.options.companion_dry else self._asking.holds_back(flow))

    @staticmethod
    def _described(copy: Copy) -> Told:
        arm = copy.place.partition("/")[2]
        return {"arm": arm, "headers": flows.sent(copy.flow), "notes": copy.notes, "why": ""}


edge = Edge()
scope = Scope(edge)
asking = Asking(edge, scope)
parts = (Lean(), Trailers(), scope, Targets(edge), asking, Probe(edge, scope, asking), Parent())
addons = [Together(edge, *parts)]
