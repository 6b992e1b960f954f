"""Addons of mitmproxy that have nothing to do are let go; those with work stay."""

import pytest
from mitmproxy import ctx
from mitmproxy.addons.blocklist import BlockList
from mitmproxy.options import Options
from mitmproxy.test import taddons
from mitmproxy.tools.dump import DumpMaster

from addons.lean import IDLE_WITHOUT, Lean
from tests.addons.proxies import Proxy


@pytest.fixture
async def master():
    return DumpMaster(Options(), with_termlog=False, with_dumper=False)


async def test_addons_without_work_are_let_go(master):
    before = set(master.addons.lookup)
    Lean().running()
    assert before - set(master.addons.lookup) == set(IDLE_WITHOUT)


async def test_an_addon_with_work_stays(master):
    master.options.update(block_list=["/~all/403"], anticomp=True)
    Lean().running()
    assert master.addons.get("blocklist")
    assert master.addons.get("anticomp")
    assert not master.addons.get("anticache")


def test_where_options_can_change_all_stay():
    with taddons.context(BlockList()) as interface:
        assert ctx.master is interface.master
        Lean().running()
        assert interface.master.addons.get("blocklist")


async def test_every_option_named_is_one_of_mitmproxys(master):
    assert all(option in master.options for option in filter(None, IDLE_WITHOUT.values()))


@pytest.mark.xdist_group("recorder")
def test_what_was_asked_of_mitmproxy_is_still_done(web, tmp_path):
    options = (f"companion_allow_target={web.authority}", "modify_headers=/~q/X-Added/yes")
    with Proxy(tmp_path / "asked", *options) as proxy:
        proxy.get(web.authority, "/json")
        assert proxy.exchange("/json").request.header("x-added") == "yes"
