"""A server on loopback that ends with its block, open connections included."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from ssl import SSLContext

type Conversation = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(
    converse: Conversation, *, limit: int, tls: SSLContext | None = None
) -> AsyncIterator[int]:
    """Holds `converse` with everyone who calls on a free port, and yields that port.

    `limit` is the longest run of bytes that a reader looks for a separator in.
    """
    open_now: set[asyncio.StreamWriter] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_now.add(writer)
        # A browser that hangs up in mid-sentence is everyday life, not an error.
        with suppress(OSError, EOFError, TimeoutError, asyncio.LimitOverrunError):
            await converse(reader, writer)
        open_now.discard(writer)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=tls, limit=limit)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for writer in open_now:
            writer.transport.abort()
        await server.wait_closed()
