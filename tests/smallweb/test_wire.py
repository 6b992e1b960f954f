"""HTTP/1.1 over TLS as browsers and proxies speak it, and what happens to those who can't."""

import asyncio
import gzip
import ssl
from contextlib import asynccontextmanager

import pytest

from companion.smallweb import ca
from companion.smallweb.message import Request, Response
from companion.smallweb.wire import (
    BODY_LIMIT,
    HEAD_LIMIT,
    BadRequest,
    listen,
    read_request,
    serialize,
)


def _echo(request: Request) -> Response:
    if request.path == "/bug":
        raise KeyError("bug")
    return Response(f"{request.method} {request.host} {request.body.decode()}".encode())


@asynccontextmanager
async def _served(tmp_path, hosts=frozenset({"a.test", "b.test"})):
    authority = ca.create(tmp_path)
    trusting = ssl.create_default_context(cafile=str(authority.file))
    async with listen(_echo, authority, set(hosts)) as port:

        async def dial(host):
            return await asyncio.open_connection(
                "127.0.0.1", port, ssl=trusting, server_hostname=host
            )

        yield dial


async def _ask(stream, text):
    reader, writer = stream
    writer.write(text)
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    return head.split(b"\r\n")[0], await reader.readexactly(length)


async def test_each_host_has_its_own_certificate_and_its_own_answer(tmp_path):
    async with _served(tmp_path) as dial:
        for host in (b"a.test", b"b.test"):
            stream = await dial(host.decode())
            status, body = await _ask(stream, b"GET / HTTP/1.1\r\nHost: %b:443\r\n\r\n" % host)
            assert (status, body) == (b"HTTP/1.1 200 OK", b"GET %b " % host)
            stream[1].close()


async def test_an_unknown_host_is_refused_in_the_handshake(tmp_path):
    async with _served(tmp_path) as dial:
        with pytest.raises((ssl.SSLError, ConnectionError)):
            await dial("c.test")


async def test_one_connection_serves_many_requests(tmp_path):
    async with _served(tmp_path) as dial:
        stream = await dial("a.test")
        sent = b"POST / HTTP/1.1\r\nHost: a.test\r\nContent-Length: 2\r\n\r\nhi"
        assert await _ask(stream, sent) == (b"HTTP/1.1 200 OK", b"POST a.test hi")
        chunks = b"Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nA: b\r\n\r\n"
        sent = b"POST / HTTP/1.1\r\nHost: a.test\r\n" + chunks
        assert await _ask(stream, sent) == (b"HTTP/1.1 200 OK", b"POST a.test abcde")
        sent = b"GET / HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n"
        assert (await _ask(stream, sent))[0] == b"HTTP/1.1 200 OK"
        assert await stream[0].read() == b""
        stream[1].close()


async def test_a_site_that_trips_does_not_end_the_conversation(tmp_path, caplog):
    async with _served(tmp_path) as dial:
        stream = await dial("a.test")
        status, _ = await _ask(stream, b"GET /bug HTTP/1.1\r\nHost: a.test\r\n\r\n")
        assert status == b"HTTP/1.1 500 Internal Server Error"
        assert "a.test /bug" in caplog.text
        assert (await _ask(stream, b"GET / HTTP/1.1\r\nHost: a.test\r\n\r\n"))[1] == b"GET a.test "
        stream[1].close()


async def test_what_is_no_request_is_told_so_and_hung_up_on(tmp_path):
    async with _served(tmp_path) as dial:
        stream = await dial("a.test")
        assert (await _ask(stream, b"hello\r\n\r\n"))[0] == b"HTTP/1.1 400 Refused"
        assert await stream[0].read() == b""
        stream[1].close()


async def _reading(data: bytes) -> Request | None:
    reader = asyncio.StreamReader(limit=HEAD_LIMIT)
    reader.feed_data(data)
    reader.feed_eof()
    return await read_request(reader)


async def test_the_end_of_a_connection_is_no_request():
    assert await _reading(b"") is None


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GET / HT", 400),
        (b"GET / SPDY/3\r\n\r\n", 400),
        (b"GET http://a.test/ HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nA: " + b"x" * HEAD_LIMIT + b"\r\n\r\n", 431),
        (b"POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 413),
        (b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (BODY_LIMIT + 1), 413),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
    ],
)
async def test_bad_requests_are_refused(data, status):
    with pytest.raises(BadRequest) as refused:
        await _reading(data)
    assert refused.value.status == status


def test_what_is_long_is_packed_where_the_browser_takes_it():
    takes = Request("GET", "a.test", "/", {"accept-encoding": "gzip, br"})
    head, _, body = serialize(takes, Response(b"x" * 1000)).partition(b"\r\n\r\n")
    assert b"Content-Encoding: gzip" in head
    assert gzip.decompress(body) == b"x" * 1000


@pytest.mark.parametrize(("sent", "length"), [({"accept-encoding": "gzip"}, 10), ({}, 1000)])
def test_what_is_short_or_not_taken_goes_as_it_is(sent, length):
    head, _, body = serialize(Request("GET", "a", "/", sent), Response(b"x" * length)).partition(
        b"\r\n\r\n"
    )
    assert b"Content-Encoding" not in head
    assert body == b"x" * length


def test_head_gets_the_length_and_no_body():
    sent = serialize(Request("HEAD", "a", "/"), Response(b"xyz"))
    assert sent == b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"
