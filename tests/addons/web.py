"""A small web server in a thread: HTTP/1.1 answers of every sort that a recorder must handle."""

import asyncio
import contextlib
import gzip
import json
import ssl
import threading

from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, CloseConnection, Request, TextMessage

PAGE = b"<!doctype html><title>News</title>" + b"<p>Words and words</p>" * 400
BIG = bytes(range(256)) * 12_288  # 3 MiB
IMAGE = b"\x89PNG" + b"\x00" * 5_000
EVENTS = [b'data: {"n": %d}\n\n' % n for n in range(3)]


def an_answer(body=b"", status="200 OK", **headers):
    """An answer of declared length."""
    given = {"content_type": "application/json", "content_length": str(len(body))} | headers
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in given.items() if value]
    return f"HTTP/1.1 {status}\r\n".encode() + "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def chunked(pieces, content_type):
    """An answer of undeclared length, in pieces."""
    head = an_answer(content_length="", content_type=content_type, transfer_encoding="chunked")
    return [head, *(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces), b"0\r\n\r\n"]


def answer(path):
    """The parts of the answer to a path, each sent on its own."""
    answers = {
        "/json": [
            an_answer(b'{"ok": 1}', set_cookie="uid=k3jd92", date="Sun, 03 May 2026 12:00:00 GMT")
        ],
        "/page": [
            an_answer(gzip.compress(PAGE), content_type="text/html", content_encoding="gzip")
        ],
        "/chunked": chunked([PAGE[:100], PAGE[100:]], "text/html"),
        "/fetched": chunked([b'{"a":', b" 1}"], "application/json"),
        "/events": chunked(EVENTS, "text/event-stream"),
        "/big": [an_answer(BIG, content_type="application/octet-stream")],
        "/image": [an_answer(IMAGE, content_type="image/png")],
        "/photo": [an_answer(IMAGE * 20, content_type="image/png")],
        "/nothing": [an_answer(status="204 No Content", content_length="", content_type="")],
        "/refused": [an_answer(b"<p>robot?</p>", status="403 Forbidden", content_type="text/html")],
        "/loop": [an_answer(status="302 Found", location="/loop")],
        "/broken": [an_answer(b"half", content_length="100")],
        "/broken-stream": chunked([b"data: half\n\n"], "text/event-stream")[:-1],
    }
    return answers.get(path.partition("?")[0], answers["/json"])


class Web:
    """The running server; `authority` is HOST:PORT."""

    def __init__(self, context=None, answer=answer):
        self._answer = answer
        self.loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._context = context
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.held = asyncio.Event()

    def __enter__(self):
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def release(self):
        """Let an answer that is held go on."""
        self.loop.call_soon_threadsafe(self.held.set)

    @property
    def authority(self):
        return f"127.0.0.1:{self.port}"

    def _run(self):
        self.loop.run_until_complete(self._serve())
        self.loop.close()

    async def _serve(self):
        self._stop = asyncio.Event()
        self._tasks = set()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, ssl=self._context)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader, writer):
        self._tasks.add(asyncio.current_task())
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            while await self._one(reader, writer):
                pass
        writer.close()

    async def _one(self, reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        path = head.split(b" ", 2)[1].decode()
        lower = head.lower()
        if b"content-length:" in lower:
            await reader.readexactly(int(lower.split(b"content-length:")[1].split(b"\r\n")[0]))
        if path == "/socket":
            await _talk(head, reader, writer)
            return False
        if path == "/held":
            await self._hold(writer)
            return True
        parts = self._answer(path)
        for part in (
            [parts[0].partition(b"\r\n\r\n")[0] + b"\r\n\r\n"]
            if head.startswith(b"HEAD")
            else parts
        ):
            writer.write(part)
            await writer.drain()
        return not path.startswith("/broken") and b"connection: close" not in lower

    async def _hold(self, writer):
        """An event at once, the rest when it is released."""
        first, one, *rest = chunked(EVENTS, "text/event-stream")
        writer.write(first + one)
        await self.held.wait()
        writer.write(b"".join(rest))
        await writer.drain()


async def _talk(head, reader, writer):
    """A WebSocket that says every message back, and ends with the client."""
    socket = WSConnection(ConnectionType.SERVER)
    socket.receive_data(head)
    while True:
        for event in socket.events():
            if isinstance(event, Request):
                writer.write(socket.send(AcceptConnection()))
            elif isinstance(event, TextMessage):
                writer.write(socket.send(TextMessage(data=json.dumps({"you said": event.data}))))
            elif isinstance(event, CloseConnection):
                writer.write(socket.send(event.response()))
                return
        await writer.drain()
        data = await reader.read(65536)
        if not data:
            return
        socket.receive_data(data)
