"""A proxy ends with the process that started it, and lives by itself where none is named."""

import os
import signal
import sys

import pytest

from tests.addons.proxies import Proxy

pytestmark = pytest.mark.xdist_group("recorder")

# Starts a program, says its number and waits for it; PARENT stands for the starter's own number.
STARTER = """
import os, subprocess, sys
child = subprocess.Popen([word.replace("PARENT", str(os.getpid())) for word in sys.argv[1:]])
print(child.pid, flush=True)
child.wait()
"""


def _started(folder, *options):
    return Proxy(folder, *options, starter=[sys.executable, "-c", STARTER])


def test_it_ends_in_order_when_its_parent_is_killed(tmp_path):
    proxy = _started(tmp_path / "recorded", "companion_parent=PARENT")
    proxy.kill()
    assert "ends too" in proxy.child.communicate(timeout=30)[0]  # until it lets go of the pipe
    assert proxy.notes("stopped")


def test_it_lives_on_where_no_parent_is_named(web, tmp_path):
    proxy = _started(tmp_path / "recorded", f"companion_allow_target={web.authority}")
    proxy.kill()
    try:
        assert proxy.get(web.authority, "/json")[0] == 200
        assert not proxy.notes("stopped")
    finally:
        os.kill(int(proxy.said[0]), signal.SIGINT)
        proxy.child.communicate(timeout=30)
