"""`companion watch` with its screen, in a real terminal: what is seen when it ends."""

import os
import shlex
import shutil
import signal
import sys

import pytest

from tests.live.conftest import newest_process
from tests.tui.test_terminal import Terminal

pytestmark = [
    pytest.mark.xdist_group("watch"),
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not here"),
]


@pytest.fixture
def db(tmp_path):
    return tmp_path / "companion.db"


@pytest.fixture
def terminal(db):
    words = [sys.executable, "-m", "companion", "watch", "--no-browser", "--db", str(db)]
    opened = Terminal("sh", "-c", f"{shlex.join(words)}; echo ended with $?; cat")
    opened.until("● recording")
    yield opened
    opened.close()


def test_a_proxy_that_is_killed_is_told_in_the_head_and_at_the_end(terminal, db):
    os.kill(newest_process(f"companion_db={db} "), signal.SIGKILL)
    assert "the proxy ended by itself" in terminal.until("■ recording has ended")
    terminal.press("C-c")
    assert "nothing is recorded until you start again" in terminal.until("ended with 2")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_that_is_told_to_end_leaves_the_terminal_as_it_was(terminal, db, number):
    os.kill(newest_process(f"python -m companion watch --no-browser --db {db}"), number)
    screen = terminal.until("ended with 0")
    assert "companion: recording; Ctrl-C ends it" in screen
    terminal.press("e", "c", "h", "o", "e", "d")
    terminal.until("echoed")
