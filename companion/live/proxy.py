"""The recording proxy as a child process: its command line, and when it is ready."""

import importlib.util
import os
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from companion import posix
from companion.errors import CompanionError
from companion.live.child import Child, start

# The settings that were measured; each has its reason in companion/live/README.md.
_FIXED = (
    "onboarding=false",
    "http3=false",
    "connection_strategy=eager",
    "client_replay_concurrency=-1",
    "flow_detail=0",
    "termlog_verbosity=warn",
)
_RUN = "from mitmproxy.tools.main import mitmdump; mitmdump()"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyOptions:
    """How to record: where to, on which port, and what lies behind the proxy.

    `allow_targets` are HOST:PORT of private servers of one's own. `upstream` is the URL of a
    further proxy and `upstream_ca` the authority that the servers behind it are signed by.
    `twins` are sites to be asked again as strangers, `self_copies` also in the person's name, with
    `twin_gap` seconds between two rounds and `twin_daily` copies a day to a host; None as usual.
    """

    store: Path
    folder: Path
    port: int = 0
    origin: str = "live"
    allow_targets: tuple[str, ...] = ()
    upstream: str = ""
    upstream_ca: Path | None = None
    twins: tuple[str, ...] = ()
    self_copies: tuple[str, ...] = ()
    twin_gap: int | None = None
    twin_daily: int | None = None

    @property
    def confdir(self) -> Path:
        """Where the proxy's own authority stands."""
        return self.folder / "ca"

    @property
    def listening(self) -> Path:
        """The file that holds the port: of the proxy that runs, or of the one that ran last."""
        return self.folder / "port"

    @property
    def authority(self) -> Path:
        """The certificate of the proxy's own authority."""
        return self.confdir / "mitmproxy-ca-cert.pem"


def command(options: ProxyOptions, port: int) -> list[str]:
    """The command line of mitmdump, loopback only."""
    words = _mitmdump(options, "--listen-host", "127.0.0.1", "-p", str(port))
    return [*words, "--set", f"companion_listening={options.listening}", "-s", _script("recorder")]


def asking(options: ProxyOptions, wanted: Path, *, dry: bool) -> list[str]:
    """The command line of a mitmdump that asks for what stands in a file, listens to nobody, ends.

    `dry`: it sends nothing.
    """
    said = ["--set", f"companion_probe={wanted}", "--set", f"companion_dry={str(dry).lower()}"]
    return [*_mitmdump(options, "-n"), *said, "-s", _script("probe")]


def _mitmdump(options: ProxyOptions, *words: str) -> list[str]:
    settings = [
        f"confdir={options.confdir}",
        *_FIXED,
        f"companion_db={options.store}",
        f"companion_origin={options.origin}",
        f"companion_parent={os.getpid()}",
        *(f"companion_allow_target={target}" for target in options.allow_targets),
        *(f"companion_twins={site}" for site in options.twins),
        *(f"companion_self_copies={site}" for site in options.self_copies),
    ]
    if options.twin_gap is not None:
        settings.append(f"companion_twin_gap={options.twin_gap}")
    if options.twin_daily is not None:
        settings.append(f"companion_twin_daily={options.twin_daily}")
    if options.upstream_ca:
        settings.append(f"ssl_verify_upstream_trusted_ca={options.upstream_ca}")
    mode = ["--mode", f"upstream:{options.upstream}"] if options.upstream else []
    given = [word for setting in settings for word in ("--set", setting)]
    return [sys.executable, "-c", _RUN, "-q", *words, *mode, *given]


def start_proxy(options: ProxyOptions, *, within: float = 30) -> tuple[Child, int]:
    """Start the proxy and wait until it listens; the child and its port.

    Raises:
        CompanionError: it ended or did not listen in `within` seconds; its last complaint is told.
    """
    options.confdir.mkdir(mode=0o700, parents=True, exist_ok=True)
    port = wanted_port(options)
    options.listening.unlink(missing_ok=True)
    child = start("proxy", command(options, port), options.folder)
    deadline = time.monotonic() + within
    while not options.listening.exists():
        if not child.running or time.monotonic() > deadline:
            child.stop(within=1)
            raise CompanionError(f"the proxy did not start ({child.complaint()}): see {child.log}")
        time.sleep(0.05)
    return child, int(options.listening.read_text("utf-8"))


def wanted_port(options: ProxyOptions) -> int:
    """The port that was asked for, else the one of the last time if it is free, else 0 for any.

    A browser that was left open goes on where the recording goes on.

    Raises:
        CompanionError: the port that was asked for is in use.
    """
    if options.port and not _is_free(options.port):
        raise CompanionError(
            f"port {options.port} is in use by another program: name another with --port, or leave"
            " it out"
        )
    kept = options.listening
    last = kept.read_text("utf-8") if kept.exists() else ""
    return options.port or (int(last) if last.isdecimal() and _is_free(int(last)) else 0)


def _script(name: str) -> str:
    found = importlib.util.find_spec("addons")
    if found is None or not found.submodule_search_locations:
        raise CompanionError("the package addons is not installed: run pip install again")
    return str(Path(found.submodule_search_locations[0]) / f"{name}.py")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if posix.POSIX:  # elsewhere it would let two programs listen at once
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
