"""Recording for a person: with screen and browser, or without both."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from companion.browser import find
from companion.browser.start import launch_for, profiles, start
from companion.errors import CompanionError
from companion.live.proxy import ProxyOptions
from companion.live.recording import Ready, Recording
from companion.store.open import open_store

_CHECK_SECONDS = 0.5


def record(options: ProxyOptions, announce: Callable[[str], None]) -> None:
    """Record until SIGINT or SIGTERM; `announce` gets the line that says it is ready."""
    ended = _until_told()
    with _recording(options) as recording:
        announce(recording.ready.line())
        while not ended.wait(_CHECK_SECONDS):
            recording.check()


def watch(
    options: ProxyOptions, announce: Callable[[str], None], *, with_browser: bool = True
) -> None:
    """Record with a browser and the screen; ends with the screen, or when told."""
    with _recording(options) as recording:
        announce(recording.ready.line())
        if with_browser:
            _browser(recording, announce)
        screen(options.store, live=True)


def browse(folder: Path, ready: Ready, name: str, url: str) -> subprocess.Popen[bytes]:
    """Start the browser that is here on the profile of a name, wired to a recording.

    Raises:
        CompanionError: there is no browser that can be used.
    """
    browser = find.find()
    if browser is None:
        raise CompanionError(
            "no browser was found (Chromium, Chrome, Edge, Brave, Firefox): install one, or set"
            " your own to use the proxy and authority printed above"
        )
    profile = profiles(folder) / name
    authority = Path(ready.ca)
    launch = launch_for(browser, profile, ready.proxy, authority, url)
    return start(browser, launch, name, authority)


def screen(store: Path, *, live: bool = False) -> None:
    """Show the screen on a store until the person leaves it."""
    words = [sys.executable, "-m", "tui", "--db", str(store), *(("--live",) if live else ())]
    # Ctrl-C belongs to the screen while it is shown.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        subprocess.run(words, check=False)
    finally:
        signal.signal(signal.SIGINT, before)


def _browser(recording: Recording, announce: Callable[[str], None]) -> None:
    try:
        browse(recording.options.folder, recording.ready, "everyday", "")
    except CompanionError as error:
        announce(f"companion: {error}")


def _recording(options: ProxyOptions) -> Recording:
    open_store(options.store).close()
    return Recording(options)


def _until_told() -> threading.Event:
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    return ended
