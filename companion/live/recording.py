"""A recording: the proxy and the analyzer beside it, started, looked after and ended in order."""

import json
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from companion.browser.pin import spki
from companion.errors import CompanionError
from companion.live.child import Child, start
from companion.live.lock import StoreLock, is_held
from companion.live.proxy import ProxyOptions, start_proxy
from companion.redact import seeds
from companion.redact.key import store_key
from companion.settings import load
from companion.store import progress
from companion.store.open import open_store
from companion.store.rounds import ASKED

# The analyzer works off the whole journal before it ends; a laptop may need a while for that.
_DRAIN_SECONDS = 120
_PROXY_SECONDS = 10
_LOOK_SECONDS = 0.25
_RESTARTS = 3


@dataclass(frozen=True, slots=True)
class Ready:
    """What another program needs to use a recording: proxy URL, authority, its pin, the store."""

    proxy: str
    ca: str
    spki: str
    store: str

    def line(self) -> str:
        """One JSON line."""
        return json.dumps(asdict(self))


class Recording:
    """Proxy and analyzer on one store, as a context; leaving it drains the journal.

    An analyzer that ends by itself is started again, a few times; `tell` gets a line each time.
    When the proxy has ended by itself, `trouble` says so and `over` is set: nothing is recorded
    any more, what was recorded is kept. Both is also kept in the store, for the screen.
    """

    def __init__(self, options: ProxyOptions, tell: Callable[[str], None] = lambda _: None) -> None:
        self.options = options
        self.over = threading.Event()
        self.trouble = ""
        self.ready: Ready
        self._tell = tell
        self._lock = StoreLock(options.store, options.folder)
        self._notice = _notice(options.folder)
        self._children: dict[str, Child] = {}
        self._restarts = 0
        self._leaving = threading.Event()
        self._attendant = threading.Thread(target=self._attend, daemon=True)

    def __enter__(self) -> Self:
        open_store(self.options.store).close()
        _refuse_unready(self.options.folder)
        self._lock.__enter__()
        try:
            self._start()
        except BaseException:
            self._stop()
            raise
        self._attendant.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._leaving.set()
        self._attendant.join()
        self._stop()

    def _start(self) -> None:
        options = self.options
        self._keep_trouble("")
        self._keep_asked(options.twins)
        self._children["proxy"], port = start_proxy(options)
        self._children["analyzer"] = self._analyzer("--follow", "--parent", str(os.getpid()))
        self.ready = Ready(
            proxy=f"http://127.0.0.1:{port}",
            ca=str(options.authority),
            spki=spki(options.authority),
            store=str(options.store),
        )
        self._notice.touch(mode=0o600)
        self._notice.write_text(self.ready.line(), "utf-8")

    def _analyzer(self, *words: str) -> Child:
        command = [sys.executable, "-m", "companion", "analyze", "--db", str(self.options.store)]
        return start("analyzer", [*command, *words], self.options.folder, unlocked=True)

    def _stop(self) -> None:
        # The proxy first: what it has let through is in the journal, and the analyzer drains that.
        self._notice.unlink(missing_ok=True)
        self._keep_asked(())
        if proxy := self._children.get("proxy"):
            proxy.stop(within=_PROXY_SECONDS)
        if analyzer := self._children.get("analyzer"):
            in_time = analyzer.stop(within=_DRAIN_SECONDS)
            if in_time and analyzer.process.returncode:  # it had failed, or had hardly begun
                self._analyzer().wait(within=_DRAIN_SECONDS)
        self._lock.__exit__(None, None, None)

    def _attend(self) -> None:
        """Look after the children until the recording is left, or is over by itself."""
        while not self._leaving.wait(_LOOK_SECONDS):
            if not self._children["proxy"].running:
                self._end(self._children["proxy"].complaint())
                return
            if not self._children["analyzer"].running and self._restarts <= _RESTARTS:
                self._restart(self._children["analyzer"].complaint())

    def _restart(self, why: str) -> None:
        self._restarts += 1
        if self._restarts <= _RESTARTS:
            self._children["analyzer"] = self._analyzer("--follow", "--parent", str(os.getpid()))
            self._tell(f"the analyzer ended ({why}) and was started again: nothing is lost")
            return
        line = (
            f"the analyzer ended {self._restarts} times ({why}): recording goes on, and"
            " `companion analyze` takes it in later"
        )
        self._keep_trouble(line)
        self._tell(line)

    def _end(self, why: str) -> None:
        self.trouble = (
            f"the proxy ended by itself ({why}): what was recorded is kept, and nothing is recorded"
            " until you start again"
        )
        self._notice.unlink(missing_ok=True)
        self._keep_trouble(self.trouble, gap=f"the proxy ended by itself ({why})")
        self.over.set()

    def _keep_trouble(self, line: str, *, gap: str = "") -> None:
        with (
            suppress(CompanionError),  # told otherwise too; a store in use must not end anything
            open_store(self.options.store) as store,
            store.atomic(),
        ):
            progress.keep_trouble(store, line)
            if gap:
                progress.add_gap(store, datetime.now(UTC), gap)

    def _keep_asked(self, sites: tuple[str, ...]) -> None:
        """Keep for the screen which sites this recording alone has asked as strangers too."""
        with (
            suppress(CompanionError),  # told otherwise too; a store in use must not end anything
            open_store(self.options.store) as store,
            store.atomic(),
        ):
            progress.keep_fact(store, ASKED, " ".join(sites))


def _refuse_unready(folder: Path) -> None:
    """Record nothing while it can't be told what must stay out of the record.

    Raises:
        CompanionError: the person's settings or their own data can't be read.
    """
    load(folder / "settings.toml")
    seeds.load(folder, store_key(folder))


def running(folder: Path) -> Ready | None:
    """What a recording that runs on a store's folder says of itself; None when none runs."""
    # Without its lock held, a notice is left from a crash.
    if not _notice(folder).exists() or not is_held(folder):
        return None
    try:
        return Ready(**json.loads(_notice(folder).read_text("utf-8")))
    except (OSError, ValueError, TypeError):  # just starting or ending
        return None


def _notice(folder: Path) -> Path:
    return folder / "recording.json"
