"""A server on loopback ends with its block, and survives who hangs up."""

import asyncio

import pytest

from companion.smallweb.loopback import serving


async def _echo(reader, writer):
    while line := await reader.readuntil(b"\n"):
        writer.write(line)
        await writer.drain()


async def _say(port, text):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(text)
    answer = await reader.read(100)
    writer.close()
    return answer


async def test_everyone_who_calls_is_answered():
    async with serving(_echo, limit=100) as port:
        assert await asyncio.gather(_say(port, b"a\n"), _say(port, b"b\n")) == [b"a\n", b"b\n"]


async def test_who_hangs_up_or_says_too_much_is_let_go():
    async with serving(_echo, limit=8) as port:
        assert await _say(port, b"x" * 100) == b""
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.transport.abort()
        assert await _say(port, b"c\n") == b"c\n"


async def test_open_connections_end_with_the_block():
    async with serving(_echo, limit=100) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"a\n")
        assert await reader.readline() == b"a\n"
    assert await reader.read() == b""
    writer.close()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)
