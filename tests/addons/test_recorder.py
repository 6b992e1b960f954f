"""The recorder in a real mitmdump: what a client gets, and what the journal has of it."""

import gzip
import http.client
import socket
import subprocess
import sys

import pytest
from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, CloseConnection, Request, TextMessage

from companion.model import Direction
from tests.addons.proxies import Proxy
from tests.addons.web import BIG, EVENTS, IMAGE, PAGE

pytestmark = pytest.mark.xdist_group("recorder")


def test_an_answer_is_recorded_as_it_came_over_the_wire(web, proxy):
    status, body = proxy.get(web.authority, "/page?a=1", Cookie="uid=k3")
    assert (status, gzip.decompress(body)) == (200, PAGE)
    one = proxy.exchange("/page?a=1")
    assert (one.method, one.status, one.server_address) == ("GET", 200, "127.0.0.1")
    assert (one.response.body, one.response.length) == (body, len(body))
    assert one.response.header("content-encoding") == "gzip"
    assert one.request.header("cookie") == "uid=k3"


def test_what_was_posted_is_recorded(web, proxy):
    proxy.get(web.authority, "/json?post", "POST", b'{"q": 1}', Content_Type="application/json")
    one = proxy.exchange("/json?post")
    assert (one.method, one.request.body, one.request.length) == ("POST", b'{"q": 1}', 8)


@pytest.mark.parametrize("path", ["/chunked", "/fetched", "/events"])
def test_an_answer_of_undeclared_length_is_whole(web, proxy, path):
    sent = {"Sec_Fetch_Dest": "empty"} if path == "/fetched" else {}
    _, body = proxy.get(web.authority, path, **sent)
    proxy.get(web.authority, "/json?after")
    one = proxy.exchange(path)
    assert (one.response.body, one.response.length, one.notes) == (body, len(body), ())


def test_an_event_reaches_the_client_before_the_stream_ends(web, proxy):
    connection = http.client.HTTPConnection("127.0.0.1", proxy.port, timeout=30)
    connection.request("GET", f"http://{web.authority}/held")
    response = connection.getresponse()
    assert response.read1() == EVENTS[0]
    assert proxy.exchange("/held").response.body == EVENTS[0]
    web.release()
    assert response.read() == b"".join(EVENTS[1:])
    connection.close()


def test_the_beginning_of_a_large_answer_is_kept(web, proxy):
    _, body = proxy.get(web.authority, "/big")
    proxy.get(web.authority, "/json?after")
    one = proxy.exchange("/big")
    assert body == BIG
    assert one.response.body == BIG[: 2 << 20]
    assert one.response.length == len(BIG)
    assert one.notes == (f"the first {2 << 20} of {len(BIG)} bytes are kept",)


@pytest.mark.parametrize(("path", "picture"), [("/image", IMAGE), ("/photo", IMAGE * 20)])
def test_media_pass_and_are_not_kept(web, proxy, path, picture):
    _, body = proxy.get(web.authority, path)
    proxy.get(web.authority, "/json?after")
    one = proxy.exchange(path)
    assert body == picture
    assert (one.response.body, one.response.length) == (None, len(picture))
    assert one.response.missing == "media: its body is not kept"


@pytest.mark.parametrize(("method", "path"), [("HEAD", "/events"), ("GET", "/nothing")])
def test_an_answer_without_a_body(web, proxy, method, path):
    _, body = proxy.get(web.authority, f"{path}?{method}", method)
    assert body == b""
    assert proxy.exchange(f"{path}?{method}").response.body == b""


def test_an_answer_that_breaks_off_is_recorded_with_why(web, proxy):
    assert proxy.get(web.authority, "/broken")[0] == 502
    one = proxy.exchange("/broken")
    assert one.status == 200
    assert one.response.missing


def test_a_stream_that_breaks_off_keeps_what_came(web, proxy):
    with pytest.raises(http.client.IncompleteRead):
        proxy.get(web.authority, "/broken-stream")
    proxy.get(web.authority, "/json?after")
    one = proxy.exchange("/broken-stream")
    assert one.response.body == b"data: half\n\n"
    assert one.notes[0].startswith("the answer broke off")


def test_websocket_messages_of_both_directions(web, proxy):
    client = WSConnection(ConnectionType.CLIENT)
    with socket.create_connection(("127.0.0.1", proxy.port), 30) as line:
        asked = client.send(Request(host=web.authority, target="/socket"))
        line.sendall(asked.replace(b"GET /", b"GET http://%s/" % web.authority.encode()))
        heard = []
        while not heard or not isinstance(heard[-1], CloseConnection):
            client.receive_data(line.recv(65536) or None)
            for event in client.events():
                heard.append(event)
                if isinstance(event, AcceptConnection):
                    line.sendall(client.send(TextMessage(data="hello")))
                elif isinstance(event, TextMessage):
                    line.sendall(client.send(CloseConnection(code=1000)))
    proxy.get(web.authority, "/json?after")
    one = proxy.exchange("/socket")
    assert one.status == 101
    assert [(message.direction, message.body) for message in one.sockets] == [
        (Direction.SENT, b"hello"),
        (Direction.RECEIVED, b'{"you said": "hello"}'),
    ]


def test_it_says_where_it_records_and_when_it_began(proxy):
    assert any(f"Companion records to {proxy.db}" in line for line in proxy.said)
    assert proxy.notes("started")


def test_all_it_writes_is_for_its_owner_alone(proxy):
    folder = proxy.journal.parent
    assert folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.rglob("*"))


def test_it_ends_in_order(web, tmp_path):
    with Proxy(tmp_path / "recorded") as proxy:
        pass
    assert proxy.child.returncode == 0
    assert proxy.notes("stopped")


def test_nothing_heavy_is_imported_into_the_proxy():
    code = "import sys, addons.recorder; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"publicsuffixlist", "sqlite_utils", "selectolax", "bs4", "textual", "numpy"}
    loaded = set(said.stdout.split())
    assert not loaded & heavy
    assert {name for name in loaded if name.startswith("companion.")} <= {
        "companion.capture",
        "companion.capture.clock",
        "companion.capture.frames",
        "companion.capture.journal",
        "companion.capture.segments",
        "companion.compare",
        "companion.compare.repeat",
        "companion.compare.stranger",
        "companion.contest",
        "companion.contest.shield",
        "companion.decode",
        "companion.decode.steps",
        "companion.errors",
        "companion.model",
        "companion.posix",
        "companion.settings",
    }
