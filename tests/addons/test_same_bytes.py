"""A client gets the same bytes whether mitmproxy records or not."""

import socket

import pytest

from tests.addons.proxies import Proxy

PATHS = [
    "/json",
    "/page",
    "/chunked",
    "/events",
    "/fetched",
    "/big",
    "/image",
    "/nothing",
    "/refused",
    "/loop",
]
ASK = "GET http://%s%s HTTP/1.1\r\nHost: %s\r\nSec-Fetch-Dest: empty\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    with Proxy(tmp_path_factory.mktemp("bare"), script=None, records=False) as bare:
        yield bare


def received(proxy, authority, path):
    """Head and body of an answer, byte for byte but for how the body was cut into chunks."""
    with socket.create_connection(("127.0.0.1", proxy.port), 30) as line:
        line.sendall((ASK % (authority, path, authority)).encode())
        head, _, body = b"".join(iter(lambda: line.recv(1 << 20), b"")).partition(b"\r\n\r\n")
    if b"chunked" not in head:
        return head, body
    pieces = []
    while (size := int(body.partition(b"\r\n")[0], 16)) > 0:
        body = body.partition(b"\r\n")[2]
        pieces.append(body[:size])
        body = body[size + 2 :]
    return head, b"".join(pieces)


@pytest.mark.xdist_group("recorder")
@pytest.mark.parametrize("path", PATHS)
def test_recording_changes_no_byte(web, proxy, bare, path):
    assert received(proxy, web.authority, path) == received(bare, web.authority, path)
