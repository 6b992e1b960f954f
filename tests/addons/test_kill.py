"""Whatever the browser has, the journal has, however the proxy ends."""

import asyncio

import pytest

from addons.streaming import LARGE
from tests.addons.load import until
from tests.addons.proxies import Proxy

PATHS = ["/json", "/page", "/json", "/chunked", "/events", "/image", "/photo", "/fetched", "/big"]


@pytest.mark.xdist_group("recorder")
@pytest.mark.parametrize("time", ["first", "second"])
def test_kill_9_under_load_loses_no_answer_that_the_client_had(web, tmp_path, time):
    proxy = Proxy(tmp_path / "recorded", f"companion_allow_target={web.authority}")
    log = asyncio.run(until(300, proxy.child.kill, proxy.port, web.authority, PATHS))
    proxy.child.communicate()
    recorded = {one.url.partition(web.authority)[2]: one.response for one in proxy.recorded()[0]}
    lost = [
        path
        for path, length in log.items()
        if path not in recorded
        or min(length, LARGE) != len(recorded[path].body or bytes(min(length, LARGE)))
    ]
    assert len(log) >= 300
    assert lost == []


@pytest.mark.xdist_group("recorder")
def test_recording_carries_on_after_a_kill(web, tmp_path):
    options = (tmp_path / "recorded", f"companion_allow_target={web.authority}")
    for path in ("/json?before", "/json?after"):
        proxy = Proxy(*options)
        proxy.get(web.authority, path)
        proxy.kill()
        proxy.child.communicate()
    assert [one.url.partition("?")[2] for one in proxy.recorded()[0]] == ["before", "after"]
