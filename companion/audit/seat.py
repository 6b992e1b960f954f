"""A fresh browser behind a proxy of its own, for one visit: what it does, and what it sees.

A proxy for each visit costs two seconds and settles whose exchange is whose: all that one wrote
belongs to its visit, and no connection outlives it.
"""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from companion.audit.hands import Hands, Seen
from companion.audit.plan import Act, Player
from companion.browser.chromium import Launch
from companion.browser.find import find
from companion.browser.pin import spki
from companion.browser.session import Session
from companion.browser.start import profiles
from companion.errors import CompanionError
from companion.live.child import Child
from companion.live.proxy import ProxyOptions, start_proxy
from companion.model import Origin, digest
from companion.settings import data_folder
from companion.store.visits import Visit

_PROXY_SECONDS = 10
_GPC = (("Sec-GPC", "1"),)
# What the specification asks of a browser that sends the header (w3c.github.io/gpc, 2026-11-24).
_GPC_SCRIPT = (
    "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all visits of an audit share: where files stand, and what lies behind the proxy."""

    folder: Path
    program: str
    headless: bool
    pace: float
    upstream: str = ""
    upstream_ca: Path | None = None
    allow_targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """One load of a watched place: when it began, what was seen, a picture (PNG)."""

    began: datetime
    seen: Seen
    picture: bytes


class Seat:
    """One visit while it lasts; its journal stays until the visit is kept."""

    def __init__(self, visit: Visit, player: Player, setting: Setting) -> None:
        self.visit, self._player, self._setting = visit, player, setting
        self.folder = setting.folder / "visits" / digest(visit.id)
        self._proxy: Child | None = None
        self._session: Session | None = None
        self._hands: Hands

    @property
    def journal(self) -> Path:
        """Where the proxy of this visit records."""
        return data_folder(self.folder / "visit.db") / "journal"

    def open(self) -> Self:
        """Start proxy and browser afresh; what an earlier try has left is deleted.

        Raises:
            CompanionError: one of them does not start.
        """
        self.forget()
        self.folder.mkdir(mode=0o700, parents=True)
        options = ProxyOptions(
            store=self.folder / "visit.db",
            folder=self.folder,
            origin=Origin.AUDIT.value,
            upstream=self._setting.upstream,
            upstream_ca=self._setting.upstream_ca,
            allow_targets=self._setting.allow_targets,
        )
        self._proxy, port = start_proxy(options)
        gpc = self._player.gpc
        launch = Launch(
            program=self._setting.program,
            profile=self._profile,
            proxy=f"http://127.0.0.1:{port}",
            pin=spki(options.authority),
            headless=self._setting.headless,
            language=self._player.language,
            headers=_GPC if gpc else (),
            script=_GPC_SCRIPT if gpc else "",
        )
        self._session = Session(launch, f"audit: {self._player.name}")
        self._hands = Hands(self._session, self._player.banner, self._setting.pace)
        return self

    def do(self, act: Act) -> None:
        """Do one act of the visitor."""
        self._hands.do(act)

    def look(self, url: str) -> Look:
        """Load a place and take down what is seen."""
        began = self._hands.look(url)
        return Look(began, self._hands.seen(), self._picture())

    def tells(self) -> str:
        """What the browser tells pages about itself, as JSON; empty before it is open."""
        return self._hands.tells() if self._session else ""

    def complaint(self) -> str:
        """The last line that the proxy wrote to its log; empty where it wrote none."""
        log = self.folder / "log" / "proxy.log"
        lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
        return lines[-1].strip() if lines else ""

    def close(self) -> None:
        """End browser and proxy; what was recorded stays."""
        if self._session is not None:
            self._session.close()
            self._session = None
        if self._proxy is not None:
            self._proxy.stop(within=_PROXY_SECONDS)
            self._proxy = None
        shutil.rmtree(self._profile, ignore_errors=True)

    def forget(self) -> None:
        """Delete the files of this visit."""
        shutil.rmtree(self._profile, ignore_errors=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _profile(self) -> Path:
        return profiles(self._setting.folder) / digest(self.visit.id)

    def _picture(self) -> bytes:
        if self._session is None:
            return b""
        path = self.folder / "picture.png"
        self._session.picture(path)
        return path.read_bytes()


def browser() -> str:
    """The program that visitors use.

    Raises:
        CompanionError: there is no Chromium-like browser.
    """
    found = find()
    if found is None or found.family != "chromium":
        raise CompanionError("an audit needs Chromium, Chrome, Edge or Brave: install one of them")
    return found.program
