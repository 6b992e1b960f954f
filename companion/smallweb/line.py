"""Connections through a proxy: one kept open for each host, over TLS that its CA vouches for."""

import gzip
import http.client
import ssl
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Protocol, Self
from urllib.parse import urlsplit

_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, unpacked."""

    status: int
    headers: Message
    body: bytes


class Sends(Protocol):
    """What carries a browser's requests."""

    def send(self, method: str, url: str, headers: dict[str, str], body: str = "") -> Answer:
        """Sends a request and waits for its answer."""


class Line:
    """Sends requests through the proxy at `address` ("host:port"), trusting the CA in `trust`."""

    def __init__(self, address: str, trust: Path) -> None:
        host, _, port = address.removeprefix("http://").rpartition(":")
        self._proxy = host, int(port)
        self._tls = ssl.create_default_context(cafile=str(trust))
        self._open: dict[str, http.client.HTTPSConnection] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for connection in self._open.values():
            connection.close()

    def send(self, method: str, url: str, headers: dict[str, str], body: str = "") -> Answer:
        """Sends a request and waits for its answer.

        Raises:
            OSError, http.client.HTTPException: the proxy or the host can't be reached.
        """
        host = urlsplit(url).netloc
        known = host in self._open
        try:
            return self._once(host, method, url, headers, body)
        except (OSError, http.client.HTTPException):
            self._open.pop(host).close()
            if not known:
                raise
            return self._once(host, method, url, headers, body)

    def _once(self, host: str, method: str, url: str, headers: dict[str, str], body: str) -> Answer:
        connection = self._open.get(host) or self._dial(host)
        target = url.split(host, 1)[1].partition("#")[0] or "/"
        connection.request(method, target, body.encode() or None, headers)
        response = connection.getresponse()
        data = response.read()
        if response.headers.get("Content-Encoding") == "gzip":
            data = gzip.decompress(data)
        return Answer(response.status, response.headers, data)

    def _dial(self, host: str) -> http.client.HTTPSConnection:
        connection = http.client.HTTPSConnection(*self._proxy, context=self._tls, timeout=_PATIENCE)
        connection.set_tunnel(host, 443)
        self._open[host] = connection
        return connection
