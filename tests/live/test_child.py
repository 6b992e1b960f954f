"""Processes of a recording: started quietly, ended kindly, or killed."""

import os
import sys

import pytest

from companion.errors import CompanionError
from companion.live.child import start

PATIENT = "import sys, time; open(sys.argv[1], 'w').close(); time.sleep(60)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {PATIENT}"


def _started(code, folder):
    """A child that has come as far as its last statement."""
    gate = folder / "gate"
    os.mkfifo(gate)
    child = start("test", [sys.executable, "-c", code, str(gate)], folder)
    gate.read_bytes()  # waits until the child opens it
    return child


def test_what_it_complains_of_is_kept_for_its_owner_alone(tmp_path):
    child = start("test", [sys.executable, "-c", "import sys; sys.exit('why not')"], tmp_path)
    child.process.wait()
    assert child.complaint() == "why not"
    assert child.log.stat().st_mode & 0o777 == 0o600
    assert child.stop(within=1)


def test_it_is_asked_to_end(tmp_path):
    child = _started(PATIENT, tmp_path)
    assert child.running
    assert child.stop(within=20)
    assert not child.running


def test_one_that_does_not_listen_is_killed(tmp_path):
    child = _started(STUBBORN, tmp_path)
    assert not child.stop(within=0.2)
    assert not child.running


def test_a_program_that_is_not_there_is_one_line(tmp_path):
    with pytest.raises(CompanionError, match="could not be started"):
        start("test", ["/no/such/program"], tmp_path)
