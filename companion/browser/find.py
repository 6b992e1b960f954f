"""Finding a browser on this machine."""

import os
import shutil
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_DATA = Path(__file__).with_name("browsers.toml")
_SYSTEMS = {"linux": "linux", "darwin": "macos", "win32": "windows"}


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that is here: its name, its family (chromium or firefox) and its program."""

    name: str
    family: str
    program: str


def find(
    system: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
    environ: Mapping[str, str] = os.environ,
) -> Browser | None:
    """The first browser of the data file that is installed; None when there is none.

    The environment variable COMPANION_BROWSER names a Chromium-like program to use instead.
    """
    return next(installed(system, which, environ), None)


def installed(
    system: str, which: Callable[[str], str | None], environ: Mapping[str, str]
) -> Iterator[Browser]:
    """Every browser of the data file that is installed, best first."""
    if (named := environ.get("COMPANION_BROWSER")) and (program := which(named)):
        yield Browser("Chromium", "chromium", program)
    for entry in tomllib.loads(_DATA.read_text("utf-8"))["browser"]:
        for place in entry[_SYSTEMS.get(system, "linux")]:
            for candidate in _candidates(place, system, environ):
                if program := which(candidate):
                    yield Browser(entry["name"], entry["family"], program)


def _candidates(place: str, system: str, environ: Mapping[str, str]) -> Iterator[str]:
    if system != "win32":
        yield place
        return
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if root := environ.get(variable):
            yield f"{root}\\{place}"
