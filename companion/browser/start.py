"""Starting a browser for a person: their own hands, a dedicated profile, visibly recorded."""

import subprocess
import tempfile
from pathlib import Path

from companion import posix
from companion.browser import chromium, firefox
from companion.browser.find import Browser
from companion.browser.pin import spki
from companion.browser.pipe import user_for_browser
from companion.errors import CompanionError
from companion.model import digest
from companion.sealing import environment

_WELCOME = """<!doctype html><meta charset="utf-8"><title>Recorded by Companion</title>
<style>body{font:18px/1.6 system-ui,sans-serif;max-width:36rem;margin:18vh auto;padding:0 1.5rem}
b{color:#a82f2a}</style>
<h1>This browser is <b>recorded</b></h1>
<p>What sites send to this profile and get from it is kept on this computer, and nowhere else.
Passwords, codes, cards and sign-ins are taken out before anything is kept.</p>
<p>Banks, government, mail, messengers and the like pass untouched. Security lists of this profile
are not updated: use it to look, not to bank.</p>
<p>The line about an unsupported flag is how this profile trusts Companion's own authority, and
no other. Go to any address above; close the window when you are done.</p>
"""


def profiles_place(folder: Path) -> Path:
    """Where the profiles of a store stand: in its folder.

    An unprivileged user can't reach into root's folders, so for root they stand in the system's
    folder for temporary files, each owned by that user alone.
    """
    if not posix.is_root():
        return folder / "profiles"
    return Path(tempfile.gettempdir()) / f"companion-profiles-{digest(folder.resolve())}"


def profiles(folder: Path) -> Path:
    """The same, made where it is missing.

    Raises:
        CompanionError: for root, when somebody else has made it.
    """
    place = profiles_place(folder)
    place.mkdir(mode=0o711, parents=True, exist_ok=True)
    if place.is_symlink() or (posix.is_root() and place.stat().st_uid != 0):
        raise CompanionError(f"{place} belongs to somebody else: remove it")
    place.chmod(0o711 if posix.is_root() else 0o700)
    return place


def launch_for(
    browser: Browser, profile: Path, proxy: str, authority: Path, url: str
) -> chromium.Launch:
    """How to start a browser on a profile; without an address it opens with a word on recording."""
    return chromium.Launch(
        program=browser.program,
        profile=profile,
        proxy=proxy,
        pin=spki(authority),
        url=url or (profile / "welcome.html").as_uri(),
    )


def start(
    browser: Browser, launch: chromium.Launch, name: str, authority: Path
) -> subprocess.Popen[bytes]:
    """Start a browser on its profile, as an unprivileged user where we are root."""
    if browser.family == "firefox":
        firefox.prepare(launch.profile, launch.proxy, authority)
        command = firefox.command(launch)
    else:
        chromium.prepare(launch.profile, name)
        command = chromium.command(launch)
    (launch.profile / "welcome.html").write_text(_WELCOME, "utf-8")
    user = user_for_browser()
    if user:
        posix.give(launch.profile, user)
    return subprocess.Popen(
        command,
        env=dict(environment()) | ({"HOME": "/nonexistent"} if user else {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **posix.as_user(user),
    )
