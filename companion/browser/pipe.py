"""The DevTools protocol over a pair of pipes: JSON messages that end in a NUL byte.

A pipe, never a debugging port: any local process could drive a browser that listens.
Source: https://chromedevtools.github.io/devtools-protocol/
"""

import json
import os
import subprocess
import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from companion import posix
from companion.errors import CompanionError
from companion.sealing import environment

type Event = dict[str, Any]


class Pipe:
    """A browser process and the pipe to it; `call` is safe from any thread."""

    def __init__(self, command: list[str], user: str = "") -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        self.process = posix.start_with_pipes(theirs_in, theirs_out, user, command, environment())
        os.close(theirs_in)
        os.close(theirs_out)
        self._out = os.fdopen(ours_out, "wb", buffering=0)
        self._in = os.fdopen(ours_in, "rb")
        self._lock = threading.Lock()
        self._answers: dict[int, Event] = {}
        self._arrived = threading.Condition()
        self._last = 0
        self._closed = False
        self.events: deque[Event] = deque(maxlen=10_000)
        self.on_event: Callable[[Event], None] = self.events.append
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def send(self, method: str, session: str = "", **params: object) -> int:
        """Send a command without waiting for its answer; returns its number."""
        with self._lock:
            self._last += 1
            message: Event = {"id": self._last, "method": method, "params": params}
            if session:
                message["sessionId"] = session
            try:
                self._out.write(json.dumps(message).encode() + b"\0")
            except (BrokenPipeError, ValueError) as error:
                raise CompanionError("the browser has closed: start it again") from error
            return self._last

    def call(
        self, method: str, session: str = "", *, timeout: float = 30, **params: object
    ) -> Event:
        """Send a command and wait for its result.

        Raises:
            CompanionError: the browser closed, refused the command or did not answer in time.
        """
        number = self.send(method, session, **params)
        with self._arrived:
            self._arrived.wait_for(lambda: number in self._answers or self._closed, timeout)
            answer = self._answers.pop(number, None)
        if answer is None:
            raise CompanionError(
                f"the browser did not answer {method}: close it and start it again"
            )
        if "error" in answer:
            raise CompanionError(f"the browser refused {method}: {answer['error'].get('message')}")
        result: Event = answer["result"]
        return result

    def close(self) -> None:
        """Ask the browser to end, and make sure of it."""
        try:
            self.call("Browser.close", timeout=5)
            self.process.wait(timeout=10)
        except (CompanionError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        self._reader.join(timeout=5)
        self._out.close()
        self._in.close()

    def _read(self) -> None:
        held = b""
        while chunk := self._in.read1(1 << 16):
            *messages, held = (held + chunk).split(b"\0")
            for message in messages:
                self._take(json.loads(message))
        with self._arrived:
            self._closed = True
            self._arrived.notify_all()

    def _take(self, message: Event) -> None:
        if "id" not in message:
            self.on_event(message)
            return
        with self._arrived:
            self._answers[message["id"]] = message
            self._arrived.notify_all()


def user_for_browser() -> str:
    """Whom to start a browser as: an unprivileged user for root, since its sandbox needs one."""
    if not posix.is_root():
        return ""
    if user := posix.unprivileged_user():
        return user
    raise CompanionError("root has no unprivileged user to start a browser as: add the user nobody")
