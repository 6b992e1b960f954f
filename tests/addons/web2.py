"""HTTP/2 on both ends: a server of prepared answers in a thread, and a client of one connection."""

import asyncio
import contextlib
import ssl
from typing import NamedTuple

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import (
    DataReceived,
    RequestReceived,
    ResponseReceived,
    StreamEnded,
    StreamReset,
    TrailersReceived,
)
from h2.settings import SettingCodes

from tests.addons.web import Web

NAMED = b"www.news.example"
_RAW = {"header_encoding": None, "validate_inbound_headers": False}


class Sent(NamedTuple):
    """An answer: its headers with the status, its body, what stands after it."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes = b""
    trailers: tuple[tuple[bytes, bytes], ...] = ()
    reset: int | None = None


class Web2(Web):
    """The server; `answer` gives the `Sent` for the headers of a request."""

    async def _connected(self, reader, writer):
        self._tasks.add(asyncio.current_task())
        line = H2Connection(H2Configuration(client_side=False, **_RAW))
        line.initiate_connection()
        waiting = {}
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            writer.write(line.data_to_send())
            while data := await reader.read(65536):
                for event in line.receive_data(data):
                    if isinstance(event, RequestReceived):
                        waiting[event.stream_id] = sent = self._answer(dict(event.headers))
                        ends = not (sent.body or sent.trailers or sent.reset is not None)
                        line.send_headers(event.stream_id, sent.headers, end_stream=ends)
                        if ends:
                            del waiting[event.stream_id]
                for stream in list(waiting):
                    waiting[stream] = _on(line, stream, waiting[stream])
                    if waiting[stream] is None:
                        del waiting[stream]
                writer.write(line.data_to_send())
                await writer.drain()
        writer.close()


def _on(line, stream, sent):
    """Send what the client has room for; what is left, None where nothing is."""
    body = sent.body
    while body and (room := line.local_flow_control_window(stream)):
        piece = body[: min(room, line.max_outbound_frame_size)]
        body = body[len(piece) :]
        last = not (body or sent.trailers or sent.reset is not None)
        line.send_data(stream, piece, end_stream=last)
    if body:
        return sent._replace(body=body)
    if sent.trailers:
        line.send_headers(stream, sent.trailers, end_stream=True)
    if sent.reset is not None:
        line.reset_stream(stream, sent.reset)
    return None


def got(socket, asks):
    """Ask for all at once on one TLS connection; the `Sent` that came for each.

    Args:
        socket: a connected TLS socket that speaks h2.
        asks: for each request its method, path and further headers.
    """
    line = H2Connection(H2Configuration(**_RAW))
    line.initiate_connection()
    line.update_settings({SettingCodes.ENABLE_PUSH: 0})
    came = {}
    for method, path, *headers in asks:
        stream = line.get_next_available_stream_id()
        came[stream] = Sent(())
        first = [(b":method", method), (b":path", path), (b":scheme", b"https")]
        line.send_headers(stream, [*first, (b":authority", NAMED), *headers], end_stream=True)
    socket.sendall(line.data_to_send())
    running = set(came)
    while running and (data := socket.recv(65536)):
        for event in line.receive_data(data):
            stream = getattr(event, "stream_id", 0)
            if stream in came:
                came[stream] = _with(came[stream], event)
            if isinstance(event, DataReceived):
                line.acknowledge_received_data(event.flow_controlled_length, stream)
            if isinstance(event, (StreamEnded, StreamReset)):
                running.discard(stream)
        socket.sendall(line.data_to_send())
    return list(came.values())


def _with(sent, event):
    match event:
        case ResponseReceived():
            return sent._replace(headers=tuple(event.headers))
        case DataReceived():
            return sent._replace(body=sent.body + event.data)
        case TrailersReceived():
            return sent._replace(trailers=tuple(event.headers))
        case StreamReset():
            return sent._replace(reset=event.error_code)
    return sent
