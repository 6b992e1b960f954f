"""`companion watch` as a person runs it: real processes, real traffic, every way to end."""

import contextlib
import signal
import socket
import ssl
import subprocess

import pytest

from companion.browser.pin import spki
from companion.settings import data_folder
from tests.addons.certificates import ISSUER
from tests.live.conftest import Watch, command

pytestmark = pytest.mark.xdist_group("watch")


def test_when_it_is_ready_it_says_how_to_use_it(watching):
    assert set(watching.ready) == {"proxy", "ca", "spki", "store"}
    assert watching.ready["store"] == str(watching.db)
    assert watching.ready["spki"] == spki(watching.authority)


def test_what_passes_is_in_the_export_at_once(web, watching):
    assert watching.get(web.authority, "/json?seen", Cookie="uid=k3")[0] == 200
    assert f"http://{web.authority}/json?seen" in watching.urls()


def test_a_second_one_on_the_same_store_is_refused_in_a_line(watching):
    said = subprocess.run(command(watching.db), capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (2, "")
    (line,) = said.stderr.splitlines()
    assert str(watching.db) in line


def test_what_is_private_is_refused_unless_it_was_named(web, watching):
    assert watching.get(web.authority, "/json")[0] == 200
    status, body = watching.get("127.0.0.1:9", "/secret")
    assert status == 403
    assert b"--allow-target 127.0.0.1:9" in body
    assert not any("/secret" in url for url in watching.urls())


@pytest.mark.parametrize(
    "chosen", ['exclude = ["news.example"]', 'scope = "named"\ninspect = ["shop.example"]']
)
def test_what_the_person_does_not_want_looked_into_passes_as_it_is(secure, watching, chosen):
    server, certificate = secure
    before = watching.urls()
    with _settings(watching, chosen):
        assert ISSUER in _issuer(watching, server, "www.news.example", certificate)
        assert "mitmproxy" in _issuer(watching, server, "www.shop.example", watching.authority)
        (seen,) = watching.urls()[len(before) :]
    assert seen == f"https://{server.authority}/json?www.shop.example"
    assert watching.exported("record")["excluded_hosts"] > 0


def test_what_is_not_excluded_is_looked_into(secure, watching):
    assert "mitmproxy" in _issuer(watching, secure[0], "www.news.example", watching.authority)


@contextlib.contextmanager
def _settings(watching, text):
    """The person's settings, changed while it runs."""
    place = data_folder(watching.db) / "settings.toml"
    place.write_text(text)
    yield
    place.unlink()


def _issuer(watching, server, name, authority):
    """Who signed for the host that a client asks for, which trusts one authority."""
    context = ssl.create_default_context(cafile=authority)
    context.check_hostname = False
    with watching.tunnel(server.authority, name, context) as line:
        issuer = str(line.getpeercert()["issuer"])
        ask = f"GET /json?{name} HTTP/1.1\r\nhost: {server.authority}\r\nconnection: close\r\n\r\n"
        line.sendall(ask.encode())
        while line.recv(65536):
            pass
        return issuer


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_drains_and_ends_well_when_told(web, tmp_path, number):
    watch = Watch(tmp_path / "companion.db", "--allow-target", web.authority)
    for n in range(20):
        watch.get(web.authority, f"/json?n={n}")
    status, said = watch.end(number)
    assert (status, said) == (0, "companion: recording; Ctrl-C ends it\n")
    assert list(watch.journal.iterdir()) == []
    assert len(watch.urls()) == 20


def test_a_port_in_use_is_one_line(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        words = command(tmp_path / "companion.db", "--port", port)
        said = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith(f"companion: port {port} is in use")


def test_one_that_is_killed_leaves_nothing_behind_that_stops_the_next(web, tmp_path):
    words = (tmp_path / "companion.db", "--allow-target", web.authority)
    killed = Watch(*words)
    killed.get(web.authority, "/json?before")
    killed.kill()
    killed.end()
    with Watch(*words) as watch:
        watch.get(web.authority, "/json?after")
        assert [url.partition("?")[2] for url in watch.urls()] == ["before", "after"]
