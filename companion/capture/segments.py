"""Where segments lie and what their names say.

A recorder start is a *run*, named by its time and a random part. `RUN.lock` is held by the
recorder as long as it lives; `RUN-0001.seg` and so on are its segments, each with its own
`RUN-0001.key`. Only the highest segment of a run whose lock is held can still grow.
"""

import os
import secrets
import time
from collections.abc import Iterable
from pathlib import Path

from companion import posix

FILE_MODE = 0o600
FOLDER_MODE = 0o700
KEY_BYTES = 32


def new_run() -> str:
    """A name for a run; later runs sort after earlier ones."""
    return f"{time.time_ns():020d}-{secrets.token_hex(4)}"


def segment_name(run: str, number: int) -> str:
    """The name of a run's segment, without ending."""
    return f"{run}-{number:04d}"


def run_of(segment: str) -> str:
    """The run a segment belongs to."""
    return segment.rpartition("-")[0]


def create(path: Path, content: bytes = b"") -> int:
    """Make a file that only its owner may read; the open descriptor.

    Raises:
        OSError: it can't be made, or not with all of its content; then there is none.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_APPEND, FILE_MODE)
    if os.write(descriptor, content) != len(content):
        os.close(descriptor)
        path.unlink()
        raise OSError(f"{path} could not be written whole")
    return descriptor


def names(folder: Path) -> list[str]:
    """The segments in a folder, oldest run first."""
    return sorted(path.stem for path in folder.glob("*.seg"))


def growing(folder: Path, segments: Iterable[str]) -> set[str]:
    """Those segments that a living recorder may still write to."""
    newest = {run_of(segment): segment for segment in sorted(segments)}
    return {segment for run, segment in newest.items() if _is_held(folder / f"{run}.lock")}


def _is_held(lock: Path) -> bool:
    try:
        descriptor = os.open(lock, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        return not posix.try_lock(descriptor)
    finally:
        os.close(descriptor)
