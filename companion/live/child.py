"""A process of a recording: started quietly, its complaints kept in a log, ended kindly."""

import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from companion.errors import CompanionError
from companion.sealing import environment


@dataclass(slots=True)
class Child:
    """A running process, its name for people, and where its complaints stand."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def running(self) -> bool:
        """Whether it is still there."""
        return self.process.poll() is None

    def complaint(self) -> str:
        """The last line it wrote to its log; where it wrote none, how it ended."""
        lines = self.log.read_text("utf-8", "replace").strip().splitlines()
        return lines[-1].strip() if lines else _how(self.process.returncode)

    def stop(self, *, within: float) -> bool:
        """Ask it to end and wait; whether it ended by itself in `within` seconds."""
        if self.running:
            self.process.send_signal(signal.SIGTERM)
        return self.wait(within=within)

    def wait(self, *, within: float) -> bool:
        """Wait until it has ended, and end it otherwise; whether it ended in `within` seconds."""
        try:
            self.process.wait(within)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return False
        return True


def _how(status: int | None) -> str:
    if status is None:
        return ""
    return f"it was ended by signal {-status}" if status < 0 else f"it ended with status {status}"


def start(name: str, command: list[str], folder: Path, *, unlocked: bool = False) -> Child:
    """Start a process in a session of its own: Ctrl-C reaches us alone, who end it in order.

    One that is `unlocked` gets the key of an encrypted store.
    """
    log = folder / "log" / f"{name}.log"
    log.parent.mkdir(mode=0o700, exist_ok=True)
    descriptor = os.open(log, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=descriptor,
            stderr=descriptor,
            start_new_session=True,
            env=os.environ if unlocked else environment(),
        )
    except OSError as error:
        raise CompanionError(f"{name} could not be started: {error}") from error
    finally:
        os.close(descriptor)
    return Child(name, process, log)
