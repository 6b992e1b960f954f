"""Lets hosts pass that nobody looks into: excluded ones, and those whose client pins its server.

An excluded host keeps its real certificate: nothing of it is decrypted, and of its name only the
count is kept. A client that trusts no certificate but its server's fails once; its host then
passes for an hour, and is named as not inspected.
"""

import time
from collections.abc import Callable

from mitmproxy.http import HTTPFlow
from mitmproxy.tls import ClientHelloData, TlsData

from addons import flow as flows
from addons.edge import Edge, fails_open
from addons.exclusions import is_within, load, normal, passes
from addons.watched import WatchedSettings

PINNED_FOR = 3600.0
"""Seconds that the host of a client with pinned certificates passes."""

_DISTRUST = "trust the proxy's certificate"
_VANISHED = "disconnected during the handshake"


class Scope:
    """Decides for each TLS connection, by its server name and by its CONNECT host."""

    def __init__(self, edge: Edge, clock: Callable[[], float] = time.monotonic) -> None:
        self.edge = edge
        self._clock = clock
        self._exclusions = load()
        self._settings = WatchedSettings(edge)
        self._excluded: set[str] = set()
        self._pinned: dict[str, float] = {}

    @fails_open
    def tls_clienthello(self, data: ClientHelloData) -> None:
        """Let the connection pass if either of its names is excluded, or its client pins."""
        host, port = (data.context.server.address or ("", 0))[:2]
        names = {normal(name) for name in (data.client_hello.sni, host) if name}
        if any(self._passes(name, port) for name in names):
            data.ignore_connection = True
            self._count(names)
        elif pinned := [name for name in names if self._is_pinned(name)]:
            data.ignore_connection = True
            self.edge.note("uninspected", host=pinned[0], why="pinned")

    @fails_open
    def tls_failed_client(self, data: TlsData) -> None:
        """Remember the host of a client that trusts only its own server's certificate."""
        error, address = data.conn.error or "", data.context.server.address
        host = data.conn.sni or (address[0] if address else None)
        if host and _DISTRUST in error and _VANISHED not in error:
            self._pinned[normal(host)] = self._clock() + PINNED_FOR

    @fails_open
    def requestheaders(self, flow: HTTPFlow) -> None:
        """Keep out of the record what came to an excluded host without TLS of its own."""
        names = {normal(name) for name in flows.hosts(flow)}
        if any(self._passes(name, flow.request.port) for name in names):
            flow.metadata[flows.EXCLUDED] = True
            self._count(names)

    def _passes(self, name: str, port: int) -> bool:
        settings = self._settings.current()
        if (name, port) in self.edge.allowed:
            return is_within(name, settings.exclude)
        return passes(name, settings, self._exclusions)

    def _count(self, names: set[str]) -> None:
        if not names <= self._excluded:
            self._excluded |= names
            self.edge.note("excluded", hosts=len(self._excluded))

    def _is_pinned(self, name: str) -> bool:
        if self._pinned.get(name, 0.0) > self._clock():
            return True
        self._pinned.pop(name, None)
        return False
