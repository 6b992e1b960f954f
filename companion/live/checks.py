"""Checks of the set-up: each a sentence, whether it holds, and the one command that mends it."""

import importlib.metadata
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from companion.browser.find import find
from companion.errors import CompanionError
from companion.extract.slates.drift import drifted
from companion.live.recording import running
from companion.report.plain import plain
from companion.settings import data_folder, load
from companion.store import drift
from companion.store.open import open_store

TRIED_ON = ("linux",)
TOLD = 10
"""How many lists that stopped are told one by one."""


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, whether it works (None: worth knowing), and how to mend it."""

    what: str
    works: bool | None
    mend: str = ""


def checks(db: Path) -> Iterator[Check]:
    """Every check, in the order in which a person meets what it is about."""
    for check in (_python, _system, _proxy, _browser, _modes, _store, _settings, _recording):
        yield check(db)
    yield from _lists(db)


def _python(_db: Path) -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    return Check(f"Python {version}", sys.version_info >= (3, 12), "")


def _system(_db: Path) -> Check:
    if sys.platform in TRIED_ON:
        return Check(f"system {sys.platform}: tried", True)
    return Check(f"system {sys.platform}: nobody has tried Companion on it yet", None)


def _proxy(_db: Path) -> Check:
    return Check(f"mitmproxy {importlib.metadata.version('mitmproxy')}", True)


def _browser(_db: Path) -> Check:
    found = find()
    if found is None:
        return Check(
            "no browser was found", None, "install Chromium, or use your own with the proxy"
        )
    if found.family == "firefox" and shutil.which("certutil") is None:
        return Check("Firefox without certutil", False, "install libnss3-tools (Debian) or nss")
    return Check(f"browser {found.name}: {found.program}", True)


def _modes(db: Path) -> Check:
    folder = data_folder(db)
    loose = [
        place
        for place in (db, folder, *folder.glob("*"))
        if place.exists() and place.stat().st_mode & 0o077
    ]
    if loose:
        return Check(f"others can read {loose[0]}", False, f"chmod go= '{loose[0]}'")
    return Check("the store is readable by you alone", True)


def _store(db: Path) -> Check:
    return _said("store", db, lambda: open_store(db).close())


def _settings(db: Path) -> Check:
    return _said("settings", db, lambda: load(data_folder(db) / "settings.toml"))


def _said(what: str, db: Path, look: Callable[[], object]) -> Check:
    try:
        look()
    except CompanionError as error:
        return Check(str(error), False)
    return Check(f"{what} of {db}", True)


def _recording(db: Path) -> Check:
    if ready := running(data_folder(db)):
        return Check(f"recording through {ready.proxy}", True)
    return Check("no recording runs", None, "companion watch")


def _lists(db: Path) -> Iterator[Check]:
    """Lists that used to come: the site may have changed, or what is read of it."""
    try:
        with open_store(db, readonly=True) as store:
            every = [
                it
                for site in drift.sites(store)
                for it in drifted(site, drift.deliveries(store, site))
            ]
    except CompanionError:
        return  # told above, with the store
    for found in every[:TOLD]:
        look = f"companion slates --html {shlex.quote(found.url)}"
        yield Check(f"{plain(found.words)}. Why each list is taken or not:", None, look)
    if (left := len(every) - TOLD) > 0:
        yield Check(f"{left:,} more lists that stopped", None, "companion open, then Lists")
