"""The demo's pieces together: a child, a person, and mitmproxy between them."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from companion.errors import CompanionError
from companion.smallweb.agent import Agent
from companion.smallweb.demo import Child, go_on, judge, walk
from companion.smallweb.line import Line
from companion.smallweb.script import play, script
from companion.smallweb.truth import Claim


@pytest.fixture
def web(tmp_path):
    with Child(tmp_path / "web", seed=3) as child:
        yield child


def test_a_person_lives_twelve_weeks(web):
    days = []
    exchanges = walk(web.upstream, web.ca, web, lambda it: days.append(it.day))
    assert len(days) == 84
    assert 1500 < exchanges <= 2500
    result = judge(web.truth, [Claim("pii_leak", "shop.test", "broker.test")], ["pii_leak"])
    assert result.found == (("pii_leak", "shop.test", "broker.test"),)
    assert {claim.kind for claim in result.missed} == {"pii_leak"}
    assert {claim.kind for claim in result.unlooked} >= {"narrowing", "cross_context_reuse"}


def test_the_weeks_go_on_where_another_browser_was(web):
    with Line(web.upstream, web.ca) as line:
        first = Agent(line)
        play(script().visible, first)
        again = Agent(line, first.jar)
        assert go_on(again, web, lambda _: None, seed=1) > 1500


def test_time_passes_by_jumps(web):
    assert [web.jump(24), web.jump(12)] == [24, 36]


def test_a_child_that_cannot_start_says_why(tmp_path):
    (tmp_path / "d.toml").write_text("colour = 1")
    with pytest.raises(CompanionError, match="unknown dial 'colour'"):
        Child(tmp_path / "web", dials=tmp_path / "d.toml")


def test_a_child_that_has_ended_is_missed(web):
    web._process.kill()
    web._process.wait()
    with pytest.raises(CompanionError, match="the small web ended"):
        web.jump(1)


@pytest.fixture
def mitmdump(web, tmp_path):
    """mitmdump in front of the small web: its address and its CA."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "confdir": tmp_path / "ca",
        "connection_strategy": "eager",
        "flow_detail": 0,
        "ssl_verify_upstream_trusted_ca": web.ca,
    }
    command = [str(Path(sys.executable).with_name("mitmdump")), "--listen-host", "127.0.0.1"]
    command += ["-p", str(port), "--mode", f"upstream:{web.upstream}"]
    command += [part for name, value in settings.items() for part in ("--set", f"{name}={value}")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if "listening" in line:
                break
        yield f"127.0.0.1:{port}", tmp_path / "ca" / "mitmproxy-ca-cert.pem"
        process.terminate()


def test_the_same_person_comes_through_mitmproxy(web, mitmdump):
    address, trust = mitmdump
    with Line(address, trust) as line:
        agent = Agent(line)
        play(script().visible, agent)
    assert agent.fetched > 50
    assert judge(web.truth, [], ["identifier_sharing"]).missed
