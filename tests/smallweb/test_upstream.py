"""The way in leads to `.test` and nowhere else."""

import asyncio

import pytest

from companion.smallweb.loopback import serving
from companion.smallweb.upstream import admits, hop


async def _origin(reader, writer):
    writer.write(b"you said " + await reader.readline())
    await writer.drain()


async def _through(port, target, text=b""):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"CONNECT %b HTTP/1.1\r\n\r\n" % target)
    head = await reader.readuntil(b"\r\n\r\n")
    writer.write(text)
    rest = await reader.read()
    writer.close()
    return head, rest


async def test_a_tunnel_to_test_carries_both_ways():
    async with serving(_origin, limit=100) as origin, hop(origin) as port:
        head, rest = await _through(port, b"news.test:443", b"hello\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert rest == b"you said hello\n"


@pytest.mark.parametrize("target", [b"example.org:443", b"news.test:80", b"127.0.0.1:443"])
async def test_everything_else_is_refused(target):
    async with serving(_origin, limit=100) as origin, hop(origin) as port:
        head, rest = await _through(port, target)
    assert head.startswith(b"HTTP/1.1 403")
    assert rest == b"The small web knows only *.test:443"


async def test_a_caller_who_vanishes_takes_nothing_down():
    async with serving(_origin, limit=100) as origin, hop(origin) as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"CONNECT news.test:443 HTTP/1.1\r\n\r\n")
        await writer.drain()
        writer.transport.abort()
        assert (await _through(port, b"news.test:443", b"still here\n"))[1] == (
            b"you said still here\n"
        )


@pytest.mark.parametrize(
    ("line", "is_admitted"),
    [
        (b"CONNECT News.TEST:443 HTTP/1.1", True),
        (b"CONNECT news.test.example.org:443 HTTP/1.1", False),
        (b"CONNECT test:443 HTTP/1.1", False),
        (b"GET http://news.test/ HTTP/1.1", False),
        (b"\xff\xfe", False),
        (b"", False),
    ],
)
def test_who_is_admitted(line, is_admitted):
    assert admits(line) is is_admitted
