"""What the screen costs on a store of a million exchanges, beside an app that shows one word.

Both run in a real terminal of 160 by 45. Painted is when the words asked for have come out of it.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import threading
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from companion.store import exchanges
from companion.store.open import Database, open_store
from tests.accuracy.report import Report
from tests.bench.store import filled
from tests.builders import an_exchange

ROWS = 1_000_000
ROUNDS = 7
KEYS = 200
PAINT_RATIO = 1.2
KEY_RATIO = 1.5
FRAME_SECONDS = 1 / 60
WAIT_SECONDS = 60
EMPTY = (
    "-c",
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Empty(App):\n"
    "    def compose(self): yield Static('nothing-here')\n"
    "Empty().run()",
)


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, *words: str) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 45, 160, 0, 0))
        self.began = perf_counter()
        self._program = subprocess.Popen(
            [sys.executable, *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env=os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
        )
        os.close(theirs)

    def until(self, words: str) -> float:
        """Seconds from the start until the words were painted."""
        seen, needle = b"", words.encode()
        while needle not in seen:
            ready, _, _ = select.select([self._ours], [], [], WAIT_SECONDS)
            if not ready:
                raise TimeoutError(f"{words!r} was not painted; at the end: {seen[-400:]!r}")
            seen = seen[-4_096:] + os.read(self._ours, 65_536)
        return perf_counter() - self.began

    def press(self, key: str) -> float:
        """Seconds from a key until the cursor was painted at its new place."""
        while select.select([self._ours], [], [], 0.05)[0]:
            os.read(self._ours, 65_536)
        self.began = perf_counter()
        os.write(self._ours, key.encode())
        return self.until("▸")

    @property
    def megabytes(self) -> float:
        """Memory in use now."""
        pages = Path(f"/proc/{self._program.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def close(self) -> None:
        """End the program."""
        os.killpg(self._program.pid, signal.SIGKILL)
        self._program.wait()
        os.close(self._ours)


def run(report: Report) -> None:
    """Starts in turn, then keys while a hundred exchanges a second arrive elsewhere, then here."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "companion.db"
        filled(path, ROWS).close()
        _starts(report, path)
        _keys(report, path)


def _starts(report: Report, path: Path) -> None:
    now = ("-m", "tui", "--db", str(path), "--screen", "now")
    times: dict[str, list[float]] = {"empty": [], "frame": [], "rows": []}
    memory: dict[str, float] = {}
    for _ in range(ROUNDS):
        times["empty"].append(_start(EMPTY, ("nothing-here",), memory, "empty")[0])
        frame, rows = _start(now, ("Companion", "▸"), memory, "rows")
        times["frame"].append(frame)
        times["rows"].append(rows)
    # The fastest of each: what else the machine does only ever adds.
    empty, frame, rows = (min(taken) for taken in times.values())
    report.line(
        f"first paint: empty app {empty * 1e3:.0f} ms, ours {frame * 1e3:.0f} ms,"
        f" with rows of 1 M {rows * 1e3:.0f} ms ({rows / empty:.2f}x)"
    )
    report.line(
        f"memory: empty app {memory['empty']:.0f} MB, ours {memory['rows']:.0f} MB"
        f" ({memory['rows'] / memory['empty']:.2f}x)"
    )
    report.check_at_most("first paint with 1 M rows / an empty app", frame / empty, PAINT_RATIO)


def _start(
    words: tuple[str, ...], marks: tuple[str, ...], memory: dict[str, float], name: str
) -> list[float]:
    terminal = Terminal(*words)
    try:
        taken = [terminal.until(mark) for mark in marks]
        memory[name] = terminal.megabytes
    finally:
        terminal.close()
    return taken


def _keys(report: Report, path: Path) -> None:
    terminal = Terminal("-m", "tui", "--db", str(path), "--screen", "now")
    try:
        terminal.until("▸")
        # Elsewhere first, so that what writing costs the machine falls on both alike.
        with Feed(path.with_name("other.db")):
            quiet = _pressed(terminal)
        with Feed(path):
            busy = _pressed(terminal)
    finally:
        terminal.close()
    calm, live = (quantiles(taken, n=20)[18] for taken in (quiet, busy))
    report.line(
        f"key to paint, median / p95: {median(quiet) * 1e3:.0f} / {calm * 1e3:.0f} ms, with"
        f" 100 rows/s arriving {median(busy) * 1e3:.0f} / {live * 1e3:.0f} ms ({live / calm:.2f}x)"
    )
    # Within one frame of a screen nobody sees a difference.
    ratio = live / max(calm, FRAME_SECONDS)
    report.check_at_most("key to paint p95, 100 rows/s arriving / not", ratio, KEY_RATIO)


def _pressed(terminal: Terminal) -> list[float]:
    return [terminal.press(key) for key in "jjjjk" * (KEYS // 5)]


class Feed:
    """Writes a hundred exchanges a second into a store, ten at a time, from another process."""

    def __init__(self, path: Path) -> None:
        self._program = subprocess.Popen(
            [sys.executable, "-c", f"from tests.bench.tui import feed; feed({str(path)!r})"]
        )

    def __enter__(self) -> "Feed":
        return self

    def __exit__(self, *error: object) -> None:
        self._program.kill()
        self._program.wait()


def feed(path: str) -> None:
    """Write until killed."""
    tick = threading.Event()
    db: Database = open_store(Path(path))
    number = 0
    while True:
        with db.atomic():
            exchanges.keep(
                db, [an_exchange(f"https://late.example/{number + n}") for n in range(10)]
            )
        number += 10
        tick.wait(0.1)
