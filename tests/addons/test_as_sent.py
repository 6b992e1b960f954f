"""What a server sends is what the client gets: the same request without and with the recorder.

Answers are compared as they stand on the wire, but for what is each connection's own: how
HTTP/1.1 cuts a body of undeclared length into chunks and HTTP/2 into frames, and blanks at the end
of a header's line.
"""

import gzip
import socket
import ssl

import brotli
import pytest

from tests.addons.certificates import self_signed
from tests.addons.proxies import Proxy
from tests.addons.web import BIG, EVENTS, IMAGE, PAGE, Web, an_answer, answer, chunked
from tests.addons.web2 import Sent, Web2, got

pytestmark = pytest.mark.xdist_group("as_sent")

INSPECTED, EXCLUDED = "www.news.example", "www.chase.com"
ODD = "X-Odd: a,  b\r\nx-ODD: second\r\nSet-Cookie: a=1\r\nset-cookie: b=2; Path=/\r\nX-Empty:\r\n"
SWITCH = (
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"
)
FRAMES = [
    b"\x81\x05hello",
    b"\x01\x03two\x80\x07 pieces",
    b"\x82\x04\x00\xff\x00\xfe",
    b"\x81\x7e\x01\x2c" + b"x" * 300,
    b"\x88\x06\x0f\xa1done",
]
SENT = {
    "/odd": [b"HTTP/1.1 200 Fine By Me\r\n" + ODD.encode() + b"Content-Length: 2\r\n\r\n{}"],
    "/br": [an_answer(brotli.compress(PAGE), content_type="text/html", content_encoding="br")],
    "/not-gzip": [an_answer(b"no gzip", content_encoding="gzip")],
    "/zipped-chunks": chunked([gzip.compress(PAGE, mtime=0)[at::1][:9] for at in (0, 9)], "x/y"),
    "/part": [
        an_answer(PAGE[10:20], "206 Partial Content", content_range=f"bytes 10-19/{len(PAGE)}")
    ],
    "/video-part": [
        an_answer(
            BIG[:200_000],
            "206 Partial Content",
            content_type="video/mp4",
            content_range=f"bytes 0-199999/{len(BIG)}",
        )
    ],
    "/past-the-end": [
        an_answer(b"", "416 Range Not Satisfiable", content_range=f"bytes */{len(PAGE)}")
    ],
    "/unchanged": [an_answer(status="304 Not Modified", content_length="", etag='"v1"')],
    "/unchanged-length": [an_answer(status="304 Not Modified", content_length="9400")],
    "/nothing": [an_answer(status="204 No Content", content_length="", etag='"v2"')],
}
SOCKET = [SWITCH, *FRAMES]
TRAILERS = [
    *chunked([b'{"a": 1}'], "application/json")[:-1],
    b"0\r\nServer-Timing: db;dur=1\r\n\r\n",
]
SERVED = SENT | {"/socket-of-frames": SOCKET, "/trailers": TRAILERS}
COMMON = ["/json", "/page", "/chunked", "/events", "/fetched", "/big", "/image"]
COMMON += ["/photo", "/refused", "/loop"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return self_signed(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def web(certificate):
    with Web(certificate[0], lambda path: SERVED.get(path) or answer(path)) as web:
        yield web


@pytest.fixture(scope="module")
def web2(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate[1], certificate[1].with_suffix(".key"))
    context.set_alpn_protocols(["h2"])
    with Web2(context, lambda asked: SENT2[asked[b":path"]]) as web:
        yield web


@pytest.fixture(scope="module")
def proxy(web, web2, certificate, tmp_path_factory):
    options = [f"companion_allow_target={one.authority}" for one in (web, web2)]
    options.append(f"ssl_verify_upstream_trusted_ca={certificate[1]}")
    with Proxy(tmp_path_factory.mktemp("as_sent"), *options) as proxy:
        yield proxy


def anyone(*protocols):
    """A client that takes any certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if protocols:
        context.set_alpn_protocols(protocols)
    return context


def straight(web, name, context):
    """A TLS connection to a server, asked for by a name."""
    line = socket.create_connection(("127.0.0.1", web.port), 30)
    return context.wrap_socket(line, server_hostname=name)


def ask(path, method="GET", more="", name=INSPECTED):
    return f"{method} {path} HTTP/1.1\r\nHost: {name}\r\n{more}\r\n".encode()


def one_answer(file, method="GET"):
    """The next answer on a connection: its head line by line, and its body."""
    head = [line.rstrip() for line in iter(file.readline, b"\r\n")]
    lower = b"\n".join(head).lower()
    if method == "HEAD" or lower.split()[1] in (b"204", b"304"):
        return head, b""
    if b"transfer-encoding: chunked" not in lower:
        return head, file.read(int(lower.split(b"content-length:")[1].split()[0]))
    pieces = []
    while size := int(file.readline(), 16):
        pieces.append(file.read(size))
        file.readline()
    assert file.readline() == b"\r\n"
    return head, b"".join(pieces)


@pytest.fixture(scope="module")
def kept_alive(web, proxy):
    """Two connections over which everything of HTTP/1.1 goes, one after the other."""
    with (
        straight(web, INSPECTED, anyone()) as alone,
        proxy.tunnel(web.authority, INSPECTED, anyone()) as beside,
        alone.makefile("rb") as first,
        beside.makefile("rb") as second,
    ):
        yield ((alone, first), (beside, second))


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", [*SENT, *COMMON])
def test_an_answer_of_http_1_is_as_it_was_sent(kept_alive, path, method):
    came = []
    for line, file in kept_alive:
        line.sendall(ask(path, method, 'Range: bytes=10-19\r\nIf-None-Match: "v1"\r\n'))
        came.append(one_answer(file, method))
    assert came[0] == came[1]


def test_everything_of_http_1_was_recorded_through_one_inspected_connection(proxy, kept_alive):
    line, file = kept_alive[1]
    line.sendall(ask("/json?last"))
    one_answer(file)
    assert proxy.exchange("/json?last").status == 200


def test_headers_after_a_body_of_http_1_cost_the_client_nothing_but_them(kept_alive):
    line, file = kept_alive[1]
    line.sendall(ask("/trailers"))
    assert one_answer(file)[1] == b'{"a": 1}'
    line.sendall(ask("/json"))
    assert one_answer(file)[1] == b'{"ok": 1}'


def test_frames_of_a_web_socket_are_as_they_were_sent(web, proxy):
    upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    upgrade += "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    came = []
    for line in (
        straight(web, INSPECTED, anyone()),
        proxy.tunnel(web.authority, INSPECTED, anyone()),
    ):
        with line, line.makefile("rb") as file:
            line.sendall(ask("/socket-of-frames", more=upgrade))
            came.append(file.read(len(SWITCH) + len(b"".join(FRAMES))))
            line.sendall(b"\x88\x82\x00\x00\x00\x00\x0f\xa1\r\n\r\n")
    assert came[0] == came[1] == SWITCH + b"".join(FRAMES)


def test_every_byte_of_an_excluded_host_is_as_it_was_sent(web, proxy):
    came = []
    for line in (
        straight(web, EXCLUDED, anyone()),
        proxy.tunnel(web.authority, EXCLUDED, anyone()),
    ):
        with line:
            shown = line.getpeercert(binary_form=True)
            for path in ("/odd", "/chunked", "/events", "/big", "/trailers"):
                line.sendall(ask(path, name=EXCLUDED))
            line.sendall(ask("/json", more="Connection: close\r\n", name=EXCLUDED))
            came.append((shown, b"".join(iter(lambda line=line: line.recv(1 << 20), b""))))
    assert came[0] == came[1]
    assert b"Server-Timing" in came[1][1]


def a_head(kind, *more, status=b"200"):
    return ((b":status", status), (b"content-type", kind), *more)


ODD2 = ((b"x-odd", b"a,  b"), (b"x-odd", b"2"), (b"set-cookie", b"a=1"), (b"set-cookie", b"b=2"))
SENT2 = {
    b"/json": Sent(a_head(b"application/json", *ODD2), b'{"ok": 1}'),
    b"/br": Sent(a_head(b"text/html", (b"content-encoding", b"br")), brotli.compress(PAGE)),
    b"/big": Sent(a_head(b"video/mp4", (b"content-length", b"%d" % len(BIG))), BIG),
    b"/endless": Sent(a_head(b"application/octet-stream"), BIG[: 1 << 20]),
    b"/events": Sent(a_head(b"text/event-stream"), b"".join(EVENTS)),
    b"/part": Sent(a_head(b"image/png", (b"content-range", b"bytes 0-9/5004"), status=b"206"),
                   IMAGE[:10]),
    b"/unchanged": Sent(((b":status", b"304"), (b"etag", b'"v1"'))),
    b"/nothing": Sent(((b":status", b"204"),)),
    b"/trailers": Sent(a_head(b"application/json"), b"{}", ((b"server-timing", b"db;dur=1"),)),
    b"/stream-trailers": Sent(a_head(b"application/grpc"), b"\x00" * 9, ((b"grpc-status", b"0"),)),
}  # fmt: skip


@pytest.fixture(scope="module")
def together(web2, proxy):
    """All answers of HTTP/2, asked for at once on one connection: directly, and recorded."""
    asks = [(b"GET", path) for path in SENT2] + [(b"HEAD", b"/nothing")]
    with straight(web2, INSPECTED, anyone("h2")) as line:
        alone = got(line, asks)
    with proxy.tunnel(web2.authority, INSPECTED, anyone("h2")) as line:
        assert line.selected_alpn_protocol() == "h2"
        beside = got(line, asks)
    return {ask: pair for ask, *pair in zip(asks, alone, beside, strict=True)}


@pytest.mark.parametrize("path", SENT2, ids=bytes.decode)
def test_an_answer_of_http_2_is_as_it_was_sent(together, path):
    alone, beside = together[b"GET", path]
    assert alone == beside == SENT2[path]


def test_an_answer_without_a_body_to_head_is_as_it_was_sent(together):
    alone, beside = together[b"HEAD", b"/nothing"]
    assert alone == beside
