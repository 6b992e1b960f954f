"""Recording for a person: with screen and browser, or without both."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from companion.browser import find
from companion.browser.start import launch_for, profiles, start
from companion.errors import CompanionError
from companion.live.proxy import ProxyOptions
from companion.live.recording import Ready, Recording
from companion.live.told import passed_on, until_told

_LOOK_SECONDS = 0.25
_CLOSE_SECONDS = 5

DRAINING = "taking in what was recorded last"

type Say = Callable[[str], None]


def record(options: ProxyOptions, announce: Say, tell: Say) -> None:
    """Record until SIGINT or SIGTERM.

    Args:
        options: how to record.
        announce: gets the line that says it is ready.
        tell: gets a line on whatever goes wrong meanwhile.

    Raises:
        CompanionError: the proxy ended by itself.
    """
    ended = until_told()
    with Recording(options, tell) as recording:
        announce(recording.ready.line())
        while not (ended.wait(_LOOK_SECONDS) or recording.over.is_set()):
            pass
    _raise(recording)


def watch(options: ProxyOptions, announce: Say, tell: Say, *, with_browser: bool = True) -> None:
    """Record with a browser and the screen; ends with the screen, or when told."""
    troubles: list[str] = []  # told when the screen has left
    with Recording(options, troubles.append) as recording:
        announce(recording.ready.line())
        browser = _browser(recording, tell) if with_browser else None
        screen(options.store, live=True)
        tell(DRAINING)
        _close(browser)
    for line in troubles:
        tell(line)
    _raise(recording)


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


def browse_alone(options: ProxyOptions, name: str, url: str, tell: Say) -> None:
    """Record for a browser of its own, until it is closed or we are told to end."""
    ended = until_told()
    with Recording(options, tell) as recording:
        browser = browse(options.folder, recording.ready, name, url)
        tell("recording until you close the browser")
        while browser.poll() is None and not recording.over.is_set():
            if ended.wait(_LOOK_SECONDS):
                break
        _close(browser)
    _raise(recording)


def screen(store: Path, *, live: bool = False) -> None:
    """Show the screen on a store until the person leaves it, or we are told to end."""
    words = [sys.executable, "-m", "tui", "--db", str(store), *(("--live",) if live else ())]
    process = subprocess.Popen(words)
    with passed_on(process):
        process.wait()


def _browser(recording: Recording, tell: Say) -> subprocess.Popen[bytes] | None:
    try:
        return browse(recording.options.folder, recording.ready, "everyday", "")
    except CompanionError as error:
        tell(str(error))
        return None


def _close(browser: subprocess.Popen[bytes] | None) -> None:
    """A browser whose proxy ends has no more to show."""
    if browser is None:
        return
    browser.terminate()
    try:
        browser.wait(_CLOSE_SECONDS)
    except subprocess.TimeoutExpired:
        browser.kill()


def _raise(recording: Recording) -> None:
    if recording.trouble:
        raise CompanionError(recording.trouble)
