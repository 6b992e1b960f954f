"""Private targets are refused, by the address a name leads to."""

import asyncio
from types import SimpleNamespace

import pytest
from mitmproxy.addons.proxyserver import Proxyserver
from mitmproxy.connection import Server
from mitmproxy.proxy.server_hooks import ServerConnectionHookData
from mitmproxy.test import taddons, tflow

from addons.edge import Edge
from addons.targets import Resolved, Targets, is_private, is_private_name, parse_target
from tests.addons.proxies import Proxy

pytestmark = pytest.mark.xdist_group("recorder")

LYING = """
from addons import recorder
from addons.targets import Resolved, Targets
from addons.together import Together

async def public(host, port):
    return Resolved(("192.88.99.1",), "edge.vendor.example")

edge = recorder.edge
addons = [Together(edge, Targets(edge, resolve=public), recorder.Recorder(edge))]
"""


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1",
     "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1"],
)  # fmt: skip
def test_private_addresses(address):
    assert is_private(address)
    assert is_private_name(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9"])
def test_public_addresses(address):
    assert not is_private(address)


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST.", "a.localhost", "[::1]"])
def test_names_that_say_they_are_private(name):
    assert is_private_name(name)


@pytest.mark.parametrize("name", ["news.example", "localhost.example", "127.1", ""])
def test_names_that_do_not_say_so(name):
    assert not is_private_name(name)


def test_a_target_is_host_and_port():
    assert parse_target("Shop.local:8443") == ("shop.local", 8443)
    assert parse_target("[::1]:80") == ("::1", 80)


@pytest.mark.parametrize(
    "text", ["", "shop.local", "shop.local:", ":80", "shop.local:0", "a:b", "a:99999"]
)
def test_what_is_no_target(text):
    with pytest.raises(ValueError, match="is not HOST:PORT"):
        parse_target(text)


def port(web):
    return web.authority.rpartition(":")[2]


@pytest.mark.parametrize("host", ["127.0.0.1:9", "localhost:9", "[::1]:9"])
def test_a_private_name_is_refused_with_what_to_do(proxy, host):
    status, body = proxy.get(host, "/")
    assert status == 403
    assert b"--allow-target" in body
    assert not [one for one in proxy.recorded()[0] if one.url == f"http://{host}/"]


def test_a_tunnel_to_a_private_name_is_refused(proxy):
    with pytest.raises(OSError, match="403"):
        proxy.tunnel("localhost:9", "localhost", None)


def test_a_name_that_leads_to_a_private_address_is_refused(web, proxy):
    status, body = proxy.get(f"127.1:{port(web)}", "/json")
    assert status == 502
    assert b"--allow-target" in body
    assert proxy.notes("refused")[-1]["host"] == "127.1"


def test_a_name_that_leads_nowhere_is_left_to_the_proxy(proxy):
    status, _ = proxy.get("nowhere.invalid", "/here")
    assert status == 502
    assert proxy.exchange("nowhere.invalid/here").response.missing


@pytest.mark.parametrize("option", ["nonsense", "companion_db=/dev/null/x"])
def test_an_option_that_makes_no_sense_stops_the_start(tmp_path, option):
    setting = option if "=" in option else f"companion_allow_target={option}"
    proxy = Proxy(tmp_path / "refused", setting)
    said = "".join(proxy.said) + proxy.child.communicate(timeout=30)[0]
    assert proxy.child.returncode == 1
    assert "is not HOST:PORT" in said or "can't be recorded to" in said
    assert "Traceback" not in said


@pytest.fixture(scope="module")
def lied_to(tmp_path_factory):
    script = tmp_path_factory.mktemp("lying") / "lying.py"
    script.write_text(LYING)
    with Proxy(tmp_path_factory.mktemp("lied"), script=script) as proxy:
        yield proxy


def test_a_name_that_leads_elsewhere_the_second_time_gets_nothing(web, lied_to):
    status, body = lied_to.get(f"127.1:{port(web)}", "/json")
    assert (status, b'{"ok"' in body) == (502, False)
    assert lied_to.notes("refused")


def test_where_the_aliases_of_a_host_end_is_recorded(web, lied_to):
    lied_to.get(f"127.1:{port(web)}", "/json?alias")
    assert lied_to.exchange("/json?alias").cname == "edge.vendor.example"


def connected(served, *, private=False):
    """Where a connection to news.example is made, for one of the proxy's clients or for a copy."""

    async def resolve(host, port):
        return Resolved(("127.0.0.1" if private else "9.9.9.9",), host)

    with taddons.context(Proxyserver()) as context:
        client = tflow.tclient_conn()
        if served:
            handler = SimpleNamespace(client=client)
            context.master.addons.get("proxyserver").connections["1"] = handler
        data = ServerConnectionHookData(server=Server(address=("news.example", 80)), client=client)
        asyncio.run(Targets(Edge(), resolve).server_connect(data))
        return data.server


def test_a_copy_goes_to_the_very_address_that_was_looked_at():
    assert connected(served=False).address == ("9.9.9.9", 80)


def test_a_browser_goes_where_it_asked_to():
    assert connected(served=True).address == ("news.example", 80)


def test_a_copy_is_refused_a_private_address():
    refused = connected(served=False, private=True)
    assert "--allow-target" in refused.error
    assert refused.address == ("news.example", 80)
