"""The way into the small web: a CONNECT proxy that knows `*.test` and nothing else.

mitmproxy is started with `--mode upstream:` pointing here, so a demo can never reach a real host.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from companion.smallweb.loopback import serving

_HEAD_LIMIT = 16_384
_CHUNK = 65_536
_PATIENCE = 30.0

_WHY = b"The small web knows only *.test:443"
_REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: %d\r\n\r\n%b" % (len(_WHY), _WHY)
_OPENED = b"HTTP/1.1 200 Connection established\r\n\r\n"


@asynccontextmanager
async def hop(origin_port: int) -> AsyncIterator[int]:
    """Passes `CONNECT *.test:443` on to `origin_port` until the block ends; yields its own port."""

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(_PATIENCE):
            head = await reader.readuntil(b"\r\n\r\n")
        if admits(head.split(b"\r\n", 1)[0]):
            await _join(reader, writer, origin_port)
        else:
            writer.write(_REFUSED)
            await writer.drain()

    async with serving(connect, limit=_HEAD_LIMIT) as port:
        yield port


def admits(request_line: bytes) -> bool:
    """Whether a request line asks for a tunnel to port 443 of a name under `.test`."""
    method, _, rest = request_line.decode("latin-1").partition(" ")
    host, _, port = rest.partition(" ")[0].rpartition(":")
    return method == "CONNECT" and host.lower().endswith(".test") and port == "443"


async def _join(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, origin_port: int
) -> None:
    origin_reader, origin_writer = await asyncio.open_connection("127.0.0.1", origin_port)
    try:
        writer.write(_OPENED)
        await asyncio.gather(_pump(reader, origin_writer), _pump(origin_reader, writer))
    finally:
        origin_writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(_CHUNK):
            writer.write(data)
            await writer.drain()
    writer.close()
