"""A server on loopback that ends with its block, open connections included."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from ssl import SSLContext
from typing import Any

type Conversation = Callable[
    [asyncio.StreamReader, asyncio.StreamWriter], Coroutine[Any, Any, None]
]


@asynccontextmanager
async def serving(
    converse: Conversation, *, limit: int, tls: SSLContext | None = None
) -> AsyncIterator[int]:
    """Holds `converse` with everyone who calls on a free port, and yields that port.

    `limit` is the longest run of bytes that a reader looks for a separator in.
    """
    conversations: set[asyncio.Task[None]] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            # A browser that hangs up in mid-sentence is everyday life, not an error.
            with suppress(OSError, EOFError, TimeoutError, asyncio.LimitOverrunError):
                await converse(reader, writer)
        finally:
            writer.close()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(answer(reader, writer))
        conversations.add(task)
        task.add_done_callback(conversations.discard)

    server = await asyncio.start_server(accept, "127.0.0.1", 0, ssl=tls, limit=limit)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in conversations:
            task.cancel()
        await asyncio.gather(*conversations, return_exceptions=True)
