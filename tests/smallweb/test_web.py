"""The whole small web on real sockets, and a browser coming in by its proxy."""

import asyncio
import stat

from companion.smallweb.agent import Agent
from companion.smallweb.dials import honest
from companion.smallweb.line import Line
from companion.smallweb.message import Request
from companion.smallweb.site import sites
from companion.smallweb.web import answering, start
from tests.smallweb.inside import a_world


async def test_every_host_answers_by_its_name_over_tls(tmp_path):
    web = await start(tmp_path / "web", honest())

    def look():
        with Line(web.upstream, web.ca) as line:
            agent = Agent(line)
            for host in sites():
                agent.visit(f"https://{host}/")
            return agent

    try:
        agent = await asyncio.to_thread(look)
        before = agent.now
        web.clock.jump(24 * 7)
        agent = await asyncio.to_thread(look)
    finally:
        await web.stop()
    assert 6.9 < (agent.now - before).total_seconds() / 86_400 < 7.1


async def test_what_it_writes_is_for_its_owner_alone(tmp_path):
    web = await start(tmp_path / "web", honest())
    await web.stop()
    assert stat.S_IMODE((tmp_path / "web").stat().st_mode) == 0o700
    files = [*(tmp_path / "web").iterdir()]
    assert web.truth in files
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_host_that_is_none_of_ours_is_told_so():
    answer = answering(a_world())(Request("GET", "x.test", "/"))
    assert answer.status == 421
