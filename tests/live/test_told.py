"""Being told to end."""

import os
import signal
import subprocess
import sys

import pytest

from companion.live.told import passed_on, until_told

pytestmark = pytest.mark.usefixtures("handlers")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_is_told_by_either_signal(number):
    ended = until_told()
    assert not ended.is_set()
    os.kill(os.getpid(), number)
    assert ended.wait(10)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_within_a_block_the_child_is_told_instead(number):
    before = signal.getsignal(signal.SIGINT)
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    with passed_on(child):
        os.kill(os.getpid(), number)
        assert child.wait(30) == -signal.SIGTERM
    assert signal.getsignal(signal.SIGINT) is before
