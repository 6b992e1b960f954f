"""HTTP/1.1 over TLS on one loopback port, for every host of the small web.

The host is told by SNI in the handshake and by the Host header in each request. Handlers are
plain functions from Request to Response: nothing in the small web waits for anything.
"""

import asyncio
import gzip
import logging
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from companion.smallweb.ca import Authority
from companion.smallweb.loopback import serving
from companion.smallweb.message import Request, Response

type Handler = Callable[[Request], Response]

HEAD_LIMIT = 65_536
BODY_LIMIT = 1_048_576
_IDLE = 120.0
_WORTH_PACKING = 400


class BadRequest(Exception):
    """A request that can't be read; `status` is what to answer before hanging up."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@asynccontextmanager
async def listen(handler: Handler, authority: Authority, hosts: set[str]) -> AsyncIterator[int]:
    """Serves `hosts` until the block ends; yields the port on loopback."""
    contexts = {host: authority.context(host) for host in sorted(hosts)}

    def choose(connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> int | None:
        if name not in contexts:
            return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
        connection.context = contexts[name]
        return None

    front = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    front.sni_callback = choose

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _converse(reader, writer, handler)

    async with serving(converse, limit=HEAD_LIMIT, tls=front) as port:
        yield port


async def _converse(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, handler: Handler
) -> None:
    """Answers request after request until the other side is done."""
    while True:
        try:
            async with asyncio.timeout(_IDLE):
                request = await read_request(reader)
        except BadRequest as bad:
            writer.write(b"HTTP/1.1 %d Refused\r\nContent-Length: 0\r\n\r\n" % bad.status)
            return
        if request is None:
            return
        writer.write(serialize(request, _answered(handler, request)))
        await writer.drain()
        if request.header("connection").lower() == "close":
            return


def _answered(handler: Handler, request: Request) -> Response:
    try:
        return handler(request)
    except Exception:  # one request that a site trips over must not end the demo
        logging.getLogger(__name__).exception("%s %s", request.host, request.target)
        return Response(status=500)


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """The next request of a connection; None when the other side has hung up.

    Raises:
        BadRequest: it is no HTTP/1.1, or larger than the limits.
    """
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.LimitOverrunError as error:
        raise BadRequest(431) from error
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise BadRequest(400) from error
        return None
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    headers = {n.strip().lower(): v.strip() for n, _, v in (line.partition(":") for line in lines)}
    method, target, version = [*first.split(" "), "", ""][:3]
    if not version.startswith("HTTP/1.") or not target.startswith("/"):
        raise BadRequest(400)
    host = headers.get("host", "").lower().partition(":")[0]
    return Request(method, host, target, headers, await _body(reader, headers))


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return await _chunks(reader)
    length = _size(headers.get("content-length", "0"), 10)
    return await reader.readexactly(length)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := _size((await reader.readuntil(b"\r\n")).decode("latin-1").partition(";")[0], 16):
        body += (await reader.readexactly(size + 2))[:-2]
        _size(str(len(body)), 10)
    while await reader.readuntil(b"\r\n") != b"\r\n":
        pass  # trailers say nothing here
    return body


def _size(text: str, base: int) -> int:
    try:
        size = int(text, base)
    except ValueError as error:
        raise BadRequest(400) from error
    if not 0 <= size <= BODY_LIMIT:
        raise BadRequest(413)
    return size


def serialize(request: Request, response: Response) -> bytes:
    """An answer as it goes on the wire, packed where the browser takes gzip."""
    body, headers = response.body, list(response.headers)
    if "gzip" in request.header("accept-encoding") and len(body) > _WORTH_PACKING:
        body = gzip.compress(body, 5, mtime=0)
        headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
    headers.append(("Content-Length", str(len(body))))
    lines = [f"HTTP/1.1 {response.status} {response.phrase}", *(f"{n}: {v}" for n, v in headers)]
    head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
    return head if request.method == "HEAD" else head + body
