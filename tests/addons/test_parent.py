"""A proxy ends with the process that started it, and lives by itself where none is named."""

import os
import signal
import sys

import pytest

from tests.addons.proxies import Proxy

pytestmark = pytest.mark.xdist_group("recorder")

# Runs Python, says its number and waits for it; PARENT stands for the starter's own number.
STARTER = f"""#!{sys.executable}
import os, subprocess, sys
words = [word.replace("PARENT", str(os.getpid())) for word in sys.argv[1:]]
child = subprocess.Popen([{sys.executable!r}, *words])
print(child.pid, flush=True)
child.wait()
"""


@pytest.fixture
def started(tmp_path, monkeypatch):
    """A proxy that another process has started, which is then killed."""
    starter = tmp_path / "starter"
    starter.write_text(STARTER)
    starter.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(starter))

    def start(*options):
        proxy = Proxy(tmp_path / "recorded", *options)
        proxy.kill()
        return proxy

    return start


def test_it_ends_in_order_when_its_parent_is_killed(started):
    proxy = started("companion_parent=PARENT")
    assert "ends too" in proxy.child.communicate(timeout=30)[0]  # until it lets go of the pipe
    assert proxy.notes("stopped")


def test_it_lives_on_where_no_parent_is_named(web, started):
    proxy = started(f"companion_allow_target={web.authority}")
    try:
        assert proxy.get(web.authority, "/json")[0] == 200
        assert not proxy.notes("stopped")
    finally:
        os.kill(int(proxy.said[0]), signal.SIGINT)
        proxy.child.communicate(timeout=30)
