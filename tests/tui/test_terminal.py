"""The program in a real terminal: tmux draws it, keys are sent to it, the screen is read back."""

import shutil
import subprocess
import sys
import threading
import time
import uuid

import pytest

WAIT_SECONDS = 60

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not here")


class Terminal:
    """A tmux of its own with one window of 80 by 24."""

    def __init__(self, *command: str) -> None:
        self.name = f"companion-{uuid.uuid4().hex[:8]}"
        self._tmux("new-session", "-d", "-x", "80", "-y", "24", *command)
        self._tick = threading.Event()

    def _tmux(self, *words: str) -> str:
        whole = ["tmux", "-L", self.name, "-f", "/dev/null", *words]
        return subprocess.run(whole, capture_output=True, text=True, check=False).stdout

    def press(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def until(self, words: str) -> str:
        """The screen, once the words stand on it."""
        end = time.monotonic() + WAIT_SECONDS
        while True:
            screen = self._tmux("capture-pane", "-p")
            if words in screen:
                return screen
            if time.monotonic() > end:
                pytest.fail(f"{words!r} never came up in\n{screen}")
            self._tick.wait(0.05)

    def ended(self) -> bool:
        """Whether the window is gone."""
        end = time.monotonic() + WAIT_SECONDS
        while self._tmux("list-panes"):
            if time.monotonic() > end:
                return False
            self._tick.wait(0.05)
        return True

    def close(self) -> None:
        self._tmux("kill-server")


@pytest.fixture
def terminal(morning):
    opened = Terminal(sys.executable, "-m", "tui", "--db", str(morning))
    yield opened
    opened.close()


def test_from_the_first_screen_to_the_bytes_and_out_again(terminal):
    terminal.until("What matters most")
    terminal.press("Enter")
    terminal.until("Why this is shown")
    terminal.press("e")
    terminal.press("Enter")
    assert "query:em" in terminal.until("The place")
    terminal.press("Escape")
    terminal.until("Where you can check it")
    terminal.press("5")
    terminal.until("by weight")
    terminal.press("/", "tags", "Enter")
    terminal.until("6 of 29 findings")
    terminal.press("?")
    terminal.until("Screens")
    terminal.press("q")
    assert terminal.ended()


def test_a_store_that_is_not_there_is_said(tmp_path):
    opened = Terminal(sys.executable, "-m", "tui", "--db", str(tmp_path / "none.db"))
    try:
        opened.until("the record can't be read")
        opened.press("q")
        assert opened.ended()
    finally:
        opened.close()
