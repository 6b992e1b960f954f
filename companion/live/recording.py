"""A recording: the proxy and the analyzer beside it, started and ended in order."""

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from companion import posix
from companion.browser.pin import spki
from companion.errors import CompanionError
from companion.live.child import Child, start
from companion.live.lock import StoreLock
from companion.live.proxy import ProxyOptions, start_proxy

# The analyzer works off the whole journal before it ends; a laptop may need a while for that.
_DRAIN_SECONDS = 120
_PROXY_SECONDS = 10


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
    """Proxy and analyzer on one store, as a context; leaving it drains the journal."""

    def __init__(self, options: ProxyOptions) -> None:
        self.options = options
        self._lock = StoreLock(options.store, options.folder)
        self._children: list[Child] = []
        self._notice = _notice(options.folder)
        self.ready: Ready

    def __enter__(self) -> Self:
        self._lock.__enter__()
        try:
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def check(self) -> None:
        """Raise a CompanionError when a child has ended by itself, with what it said last."""
        for child in self._children:
            if not child.running:
                raise CompanionError(
                    f"the {child.name} ended ({child.complaint() or 'no word why'}): what was"
                    f" recorded is kept; its log is {child.log}"
                )

    def _start(self) -> None:
        options = self.options
        proxy, port = start_proxy(options)
        self._children.append(proxy)
        self._children.append(start("analyzer", analyzer(options.store), options.folder))
        self.ready = Ready(
            proxy=f"http://127.0.0.1:{port}",
            ca=str(options.authority),
            spki=spki(options.authority),
            store=str(options.store),
        )
        self._notice.touch(mode=0o600)
        self._notice.write_text(self.ready.line(), "utf-8")

    def _stop(self) -> None:
        # The proxy first: what it has let through is in the journal, and the analyzer drains that.
        for child in self._children:
            child.stop(within=_PROXY_SECONDS if child.name == "proxy" else _DRAIN_SECONDS)
        self._children.clear()
        self._notice.unlink(missing_ok=True)
        self._lock.__exit__(None, None, None)


def running(folder: Path) -> Ready | None:
    """What a recording that runs on a store's folder says of itself; None when none runs."""
    notice = _notice(folder)
    if not notice.exists():
        return None
    descriptor = os.open(folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        if posix.try_lock(descriptor):  # nobody holds the store: the notice is left from a crash
            return None
        return Ready(**json.loads(notice.read_text("utf-8")))
    finally:
        os.close(descriptor)


def _notice(folder: Path) -> Path:
    return folder / "recording.json"


def analyzer(store: Path) -> list[str]:
    """The command line of the analyzer that follows a store's journal."""
    return [sys.executable, "-m", "companion", "analyze", "--follow", "--db", str(store)]
