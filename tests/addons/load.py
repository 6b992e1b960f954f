"""A client that asks as fast as it gets answers, and keeps its own log of them."""

import asyncio
import contextlib

CLIENTS = 8
REQUEST = (
    b"GET %s%s HTTP/1.1\r\nhost: %s\r\naccept: */*\r\naccept-encoding: gzip, br\r\n"
    b"cookie: sid=0123456789abcdef; consent=full; ab=exp1.B,exp2.A\r\n"
    b"user-agent: Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0\r\n"
    b"sec-fetch-mode: cors\r\nreferer: https://shop.example/list?page=2\r\n\r\n"
)


class Client:
    """One connection to a proxy that is used again and again."""

    def __init__(self, port, authority, context=None):
        self._port, self._authority, self._context = port, authority.encode(), context
        self._streams = None

    async def get(self, path):
        """The length of the whole body of an answer."""
        if self._streams is None:
            await self._open()
        reader, writer = self._streams
        origin = b"" if self._context else b"http://" + self._authority
        writer.write(REQUEST % (origin, path.encode(), self._authority))
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        if b"content-length:" in head:
            length = int(head.partition(b"content-length:")[2].split(b"\r\n")[0])
            await reader.readexactly(length)
            return length
        length = 0
        while size := int(await reader.readuntil(b"\r\n"), 16):
            await reader.readexactly(size + 2)
            length += size
        await reader.readuntil(b"\r\n")
        return length

    async def _open(self):
        """Connect; with a TLS context through a tunnel."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 22)
        self._streams = reader, writer
        if self._context:
            writer.write(b"CONNECT %s HTTP/1.1\r\n\r\n" % self._authority)
            await reader.readuntil(b"\r\n\r\n")
            await writer.start_tls(self._context, server_hostname="www.news.example")

    async def close(self):
        """Close the connection, if there is one."""
        if self._streams is not None:
            self._streams[1].close()
            with contextlib.suppress(OSError):
                await self._streams[1].wait_closed()


async def until(count, stop, port, authority, paths, *, most=10**9):
    """Ask until `count` answers came, then `stop()`; the log: path to length of whole answers.

    What the clients are in the middle of goes on until `most` answers, or until the proxy breaks
    it off.
    """
    log = {}
    numbers = iter(range(most))

    async def ask():
        client = Client(port, authority)
        try:
            for number in numbers:
                path = f"{paths[number % len(paths)]}?n={number}"
                log[path] = await client.get(path)
                if len(log) == count:
                    stop()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            await client.close()

    await asyncio.gather(*(ask() for _ in range(CLIENTS)))
    return log
