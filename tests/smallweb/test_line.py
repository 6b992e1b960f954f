"""Connections through a real proxy hop to a real server."""

import asyncio
import http.client

import pytest

from companion.smallweb import ca, wire
from companion.smallweb.line import Line
from companion.smallweb.message import Response
from companion.smallweb.upstream import hop


class _Server:
    """Echoes the path; hangs up after each answer on demand, and counts what it hears."""

    def __init__(self):
        self.heard = []

    def __call__(self, request):
        self.heard.append((request.method, request.target, request.body))
        return Response(request.target.encode() * 100, headers=[("X-Host", request.host)])


async def _with_line(tmp_path, work, server):
    authority = ca.create(tmp_path)
    async with wire.listen(server, authority, {"a.test"}) as origin, hop(origin) as port:

        def run():
            with Line(f"http://127.0.0.1:{port}", authority.file) as line:
                return work(line)

        return await asyncio.to_thread(run)


async def test_requests_arrive_and_answers_come_back_unpacked(tmp_path):
    server = _Server()

    def work(line):
        packed = line.send("GET", "https://a.test/x?y=1#z", {"Accept-Encoding": "gzip"})
        plain = line.send("POST", "https://a.test", {}, "body")
        return packed, plain

    packed, plain = await _with_line(tmp_path, work, server)
    assert server.heard == [("GET", "/x?y=1", b""), ("POST", "/", b"body")]
    assert (packed.status, packed.body) == (200, b"/x?y=1" * 100)
    assert packed.headers["X-Host"] == "a.test"
    assert plain.body == b"/" * 100


async def test_a_connection_that_was_closed_meanwhile_is_opened_again(tmp_path):
    server = _Server()

    def work(line):
        line.send("GET", "https://a.test/1", {"Connection": "close"})
        return line.send("GET", "https://a.test/2", {})

    assert (await _with_line(tmp_path, work, server)).body == b"/2" * 100
    assert len(server.heard) == 2


async def test_a_host_out_of_reach_is_an_error(tmp_path):
    def work(line):
        with pytest.raises((OSError, http.client.HTTPException)):
            line.send("GET", "https://example.org/", {})
        return True

    assert await _with_line(tmp_path, work, _Server())
