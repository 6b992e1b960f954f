"""Lets hosts pass that nobody looks into: excluded ones, and those whose client pins its server.

An excluded host keeps its real certificate: nothing of it is decrypted, and of its name only the
count is kept. A client that trusts no certificate but its server's fails once; its host then
passes for an hour, and is named as not inspected.
"""

import time
from collections.abc import Callable, Iterable

from mitmproxy.http import HTTPFlow
from mitmproxy.tls import ClientHelloData, TlsData

from addons import flow as flows
from addons.edge import Edge
from addons.exclusions import is_within, load, normal, passes
from addons.watched import WatchedSettings
from companion.settings import Settings

PINNED_FOR = 3600.0
"""Seconds that the host of a client with pinned certificates passes."""

EVERY = 1.0
"""Seconds after which a request looks for new settings; a new connection always does."""
DECIDED = 10_000
"""How many hosts' verdicts are remembered at most."""

_DISTRUST = "trust the proxy's certificate"
_VANISHED = "disconnected during the handshake"


class Scope:
    """Decides for each TLS connection, by its server name and by its CONNECT host."""

    def __init__(self, edge: Edge, clock: Callable[[], float] = time.monotonic) -> None:
        self.edge = edge
        self._clock = clock
        self._exclusions = load()
        self._watched = WatchedSettings(edge)
        self._looked = 0.0
        self._decided: dict[tuple[str, int], bool] = {}
        self._excluded: set[str] = set()
        self._pinned: dict[str, float] = {}

    def settings(self) -> Settings:
        """The person's settings as they were last seen."""
        return self._watched.settings

    def lets_pass(self, host: str, port: int) -> bool:
        """Whether a host passes uninspected, as the settings stand now."""
        self._look()
        return self._passes(host, port)

    def tls_clienthello(self, data: ClientHelloData) -> None:
        """Let the connection pass if either of its names is excluded, or its client pins."""
        self._look()
        host, port = (data.context.server.address or ("", 0))[:2]
        names = [name for name in (data.client_hello.sni, host) if name]
        if any(self._passes(name, port) for name in names):
            data.ignore_connection = True
            self._count(names)
        elif pinned := [name for name in map(normal, names) if self._is_pinned(name)]:
            data.ignore_connection = True
            self.edge.note("uninspected", host=pinned[0], why="pinned")

    def tls_failed_client(self, data: TlsData) -> None:
        """Remember the host of a client that trusts only its own server's certificate."""
        error, address = data.conn.error or "", data.context.server.address
        host = data.conn.sni or (address[0] if address else None)
        if host and _DISTRUST in error and _VANISHED not in error:
            self._pinned[normal(host)] = self._clock() + PINNED_FOR

    def requestheaders(self, flow: HTTPFlow) -> None:
        """Keep out of the record what came to an excluded host without TLS of its own."""
        if self._clock() - self._looked > EVERY:
            self._look()
        host = flow.request.host
        if self._passes(host, flow.request.port):
            flow.metadata[flows.EXCLUDED] = True
            self._count([host])

    def _passes(self, name: str, port: int) -> bool:
        """Whether a host passes; asked at every request, so what was decided is remembered."""
        decided = self._decided.get((name, port))
        if decided is None:
            decided = self._decided[name, port] = self._decide(normal(name), port)
        return decided

    def _decide(self, name: str, port: int) -> bool:
        settings = self._watched.settings
        if (name, port) in self.edge.allowed:
            return is_within(name, settings.exclude)
        return passes(name, settings, self._exclusions)

    def _look(self) -> None:
        """See whether the person changed the settings, and forget what was decided before."""
        self._looked = self._clock()
        if self._watched.look() or len(self._decided) > DECIDED:
            self._decided.clear()

    def _count(self, names: Iterable[str]) -> None:
        known = len(self._excluded)
        self._excluded.update(map(normal, names))
        if len(self._excluded) > known:
            self.edge.note("excluded", hosts=len(self._excluded))

    def _is_pinned(self, name: str) -> bool:
        if self._pinned.get(name, 0.0) > self._clock():
            return True
        self._pinned.pop(name, None)
        return False
