"""What passes uninspected, in a real mitmdump in front of a TLS server."""

import ssl

import pytest

from companion.capture.tail import Reader
from companion.settings import Settings, dump
from tests.addons.certificates import self_signed
from tests.addons.proxies import Proxy
from tests.addons.web import Web

pytestmark = pytest.mark.xdist_group("scope")
ASK = b"GET /json HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def secure(tmp_path_factory):
    context, path = self_signed(tmp_path_factory.mktemp("certificates"))
    with Web(context) as web:
        web.certificate = path
        yield web


@pytest.fixture(scope="module")
def proxy(secure, tmp_path_factory):
    options = (
        f"companion_allow_target={secure.authority}",
        f"ssl_verify_upstream_trusted_ca={secure.certificate}",
    )
    with Proxy(tmp_path_factory.mktemp("scope"), *options) as proxy:
        yield proxy


@pytest.fixture(autouse=True)
def settings(proxy):
    path = proxy.journal.parent / "settings.toml"

    def settings(**chosen):
        path.write_text(dump(Settings(**chosen)))

    yield settings
    path.unlink(missing_ok=True)


@pytest.fixture
def seen(secure, proxy):
    """Whether the proxy looked into a connection to a host, by the certificate it showed."""

    def seen(host, context=None):
        with proxy.tunnel(secure.authority, host, context or anyone()) as line:
            shown = line.getpeercert(binary_form=True)
            line.sendall(ASK % host.encode())
            assert b'{"ok": 1}' in b"".join(iter(lambda: line.recv(65536), b""))
            return shown != ssl.PEM_cert_to_DER_cert(secure.certificate.read_text())

    return seen


def anyone():
    """A client that takes any certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def recorded(proxy):
    return len(proxy.recorded()[0])


def test_a_host_like_any_is_inspected(proxy, seen):
    before = recorded(proxy)
    assert seen("www.news.example", proxy.trusting())
    assert recorded(proxy) == before + 1


def test_an_excluded_host_keeps_its_certificate_and_leaves_only_a_count(proxy, seen):
    before = recorded(proxy)
    assert not seen("www.chase.com")
    assert recorded(proxy) == before
    assert proxy.notes("excluded")
    assert "chase" not in str(Reader(proxy.journal).batch({}, limit=10_000).records)


def test_the_person_adds_a_host_while_recording(seen, settings):
    assert seen("www.shop.example")
    settings(exclude=("shop.example",))
    assert not seen("www.shop.example")


def test_the_persons_word_beats_the_list(seen, settings):
    settings(include=("chase.com",))
    assert seen("www.chase.com")


def test_only_the_sites_that_are_named(seen, settings):
    settings(scope="named", inspect=("news.example",))
    assert seen("www.news.example")
    assert not seen("www.shop.example")


def test_settings_that_cant_be_read_leave_those_before(proxy, seen, settings):
    settings(exclude=("shop.example",))
    assert not seen("www.shop.example")
    (proxy.journal.parent / "settings.toml").write_text("no toml")
    assert not seen("www.shop.example")
    assert proxy.notes("settings")


def test_a_client_that_pins_its_server_passes_on_the_second_try(secure, proxy, seen):
    pinning = ssl.create_default_context(cafile=secure.certificate)
    with pytest.raises(ssl.SSLCertVerificationError):
        seen("pinned.example", pinning)
    assert not seen("pinned.example", pinning)
    (note,) = proxy.notes("uninspected")
    assert (note["host"], note["why"]) == ("pinned.example", "pinned")


def test_a_plain_request_to_an_excluded_host_is_not_recorded(web, proxy, seen, settings):
    settings(exclude=("127.0.0.1",))
    assert not seen("www.news.example")  # a new connection makes it look for new settings
    before = recorded(proxy)
    proxy.get(web.authority, "/json")
    assert recorded(proxy) == before
