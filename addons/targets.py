"""Refuses private and loopback targets, by the address a name leads to.

A page can ask its proxy for what stands in the person's own network; a browser that uses no
proxy would be asked from outside. Named servers of one's own are let through.
"""

import asyncio
import ipaddress
import logging
import socket
from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from mitmproxy import ctx
from mitmproxy.addonmanager import Loader
from mitmproxy.http import HTTPFlow, Response
from mitmproxy.proxy import mode_specs
from mitmproxy.proxy.server_hooks import ServerConnectionHookData

from addons import flow as flows
from addons.edge import Edge

log = logging.getLogger(__name__)

type Target = tuple[str, int]

REFUSAL = (
    "{host} is in a private network or on this computer, so Companion did not connect to it. "
    "If the server is yours, start with --allow-target {host}:{port}.\n"
)


def _is_of_a_browser(data: ServerConnectionHookData) -> bool:
    """Whether a connection is made for a client of the proxy, and not for a copy."""
    served = ctx.master.addons.get("proxyserver")
    return any(handler.client is data.client for handler in served.connections.values())


class Resolved(NamedTuple):
    """The addresses of a host, and the name its aliases end at."""

    addresses: tuple[str, ...]
    name: str


async def resolve(host: str, port: int) -> Resolved:
    """Ask the system for a host's addresses.

    Raises:
        OSError: it has none.
    """
    found = await asyncio.get_running_loop().getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_CANONNAME
    )
    return Resolved(tuple(str(entry[4][0]) for entry in found), found[0][3])


def is_private(address: str) -> bool:
    """Whether an address is not one of the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return not (mapped or ip).is_global


@lru_cache(maxsize=4096)
def is_private_name(host: str) -> bool:
    """Whether a host says of itself that it is private: an address, or localhost."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        return is_private(name)
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def parse_target(text: str) -> Target:
    """HOST:PORT as a pair.

    Raises:
        ValueError: it is none.
    """
    host, colon, port = text.rpartition(":")
    if not (colon and host and port.isdecimal() and 0 < int(port) < 65536):
        raise ValueError(f"{text!r} is not HOST:PORT")
    return host.strip("[]").lower(), int(port)


class Targets:
    """Looks at every connection to a server before and after it is made.

    The second look is at the address that was really connected to: a name may lead elsewhere
    from one question to the next. Nothing of the person was sent by then. A connection of a copy
    can't be broken off by then, so it is made to the very address that was looked at.
    """

    def __init__(
        self, edge: Edge, resolve: Callable[[str, int], Awaitable[Resolved]] = resolve
    ) -> None:
        self.edge = edge
        self._resolve = resolve
        self._upstream: frozenset[Target] = frozenset()

    def load(self, loader: Loader) -> None:
        """Add the option that names servers of one's own."""
        loader.add_option(
            "companion_allow_target",
            Sequence[str],
            [],
            "A private or loopback server of one's own that may be visited, HOST:PORT; repeatable.",
        )

    def configure(self, updated: set[str]) -> None:
        """Read the targets that are let through; an error here ends the start."""
        if "companion_allow_target" in updated:
            try:
                targets = map(parse_target, ctx.options.companion_allow_target)
                self.edge.allowed = frozenset(targets)
            except ValueError as error:
                log.error("companion_allow_target: %s", error)
        if "mode" in updated:
            modes = map(mode_specs.ProxyMode.parse, ctx.options.mode)
            self._upstream = frozenset(
                mode.address for mode in modes if isinstance(mode, mode_specs.UpstreamMode)
            )

    def http_connect(self, flow: HTTPFlow) -> None:
        """Refuse a tunnel to what names itself private."""
        self._refuse(flow)

    def requestheaders(self, flow: HTTPFlow) -> None:
        """Refuse a plain request to what names itself private."""
        self._refuse(flow)

    async def server_connect(self, data: ServerConnectionHookData) -> None:
        """Refuse a connection to a name that leads to a private address."""
        if data.server.address is None or self._is_let_through(data.server.address):
            return
        host, port = data.server.address[:2]
        try:
            found = await self._resolve(host, port)
        except OSError:
            return  # there is no such host: mitmproxy says so
        if any(map(is_private, found.addresses)):
            data.server.error = REFUSAL.format(host=host, port=port)
            self.edge.note("refused", host=host, port=port)
            return
        if found.name and found.name.rstrip(".").lower() != host.rstrip(".").lower():
            self.edge.aliases[host] = found.name.rstrip(".").lower()
        if found.addresses and not _is_of_a_browser(data):
            data.server.address = found.addresses[0], port

    def server_connected(self, data: ServerConnectionHookData) -> None:
        """Break a connection off that was made to a private address after all."""
        server = data.server
        if (
            server.address is None
            or server.peername is None
            or self._is_let_through(server.address)
        ):
            return
        if is_private(server.peername[0]):
            self.edge.note("refused", host=server.address[0], port=server.address[1])
            for handler in ctx.master.addons.get("proxyserver").connections.values():
                if server in handler.transports:
                    handler.transports[server].writer.transport.abort()

    def _refuse(self, flow: HTTPFlow) -> None:
        host, port = flow.request.host, flow.request.port
        if flow.response or not is_private_name(host) or self._is_let_through((host, port)):
            return
        text = REFUSAL.format(host=host, port=port)
        flow.response = Response.make(403, text, {"Content-Type": "text/plain; charset=utf-8"})
        flow.metadata[flows.EXCLUDED] = True
        self.edge.note("refused", host=host, port=port)

    def _is_let_through(self, address: Sequence[object]) -> bool:
        target = (str(address[0]).lower(), address[1])
        return target in self.edge.allowed or target in self._upstream
