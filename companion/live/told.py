"""Being told to end: SIGINT and SIGTERM are heard, and nothing is broken off."""

import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_NUMBERS = (signal.SIGINT, signal.SIGTERM)


def until_told() -> threading.Event:
    """An event that is set once this process is told to end."""
    ended = threading.Event()
    for number in _NUMBERS:
        signal.signal(number, _heard(ended.set))
    return ended


@contextmanager
def passed_on(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Within the block, what tells this process to end ends a child instead."""
    before = [signal.signal(number, _heard(process.terminate)) for number in _NUMBERS]
    try:
        yield
    finally:
        for number, handler in zip(_NUMBERS, before, strict=True):
            signal.signal(number, handler)


def _heard(act: Callable[[], None]) -> Callable[..., None]:
    return lambda *_: act()
