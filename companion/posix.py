"""Every call that only POSIX systems have, each with what happens elsewhere.

Tried on Linux. macOS has the same calls; Windows takes the other branch, which was not tried.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

POSIX = os.name == "posix"


def is_root() -> bool:
    """Whether this process may do anything; never on a system without user ids."""
    return POSIX and os.geteuid() == 0


def lower_priority(by: int) -> None:
    """Let other processes go first; without effect elsewhere."""
    if POSIX:
        os.nice(by)


def is_orphan_of(parent: int) -> bool:
    """Whether this process was started by another that is gone; elsewhere it can't be told."""
    return POSIX and os.getppid() != parent


def try_lock(descriptor: int) -> bool:
    """Take an exclusive lock on an open file without waiting; it dies with the process."""
    try:
        if POSIX:
            import fcntl  # noqa: PLC0415 - only there on POSIX

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt  # noqa: PLC0415 - only there on Windows

            windows: Any = msvcrt
            windows.locking(descriptor, windows.LK_NBLCK, 1)
    except OSError:
        return False
    return True


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold a lock file (0600) for as long as the block lasts, if nobody else does; whether so."""
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        yield try_lock(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait for a lock file (0600) and hold it for as long as the block lasts."""
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        if POSIX:
            import fcntl  # noqa: PLC0415 - only there on POSIX

            fcntl.flock(descriptor, fcntl.LOCK_EX)
        else:
            import msvcrt  # noqa: PLC0415 - only there on Windows

            windows: Any = msvcrt
            windows.locking(descriptor, windows.LK_LOCK, 1)
        yield
    finally:
        os.close(descriptor)


def give(path: Path, user: str) -> None:
    """Make a folder and all in it belong to a user; only root can, elsewhere without effect."""
    if not is_root():
        return
    import pwd  # noqa: PLC0415 - only there on POSIX

    entry = pwd.getpwnam(user)
    for place in (path, *path.rglob("*")):
        os.chown(place, entry.pw_uid, entry.pw_gid, follow_symlinks=False)


def become(user: str) -> None:
    """Give up root for good and go on as a user."""
    import pwd  # noqa: PLC0415 - only there on POSIX

    entry = pwd.getpwnam(user)
    os.setgroups([])
    os.setgid(entry.pw_gid)
    os.setuid(entry.pw_uid)
    os.environ["HOME"] = "/nonexistent"


def as_user(user: str) -> dict[str, Any]:
    """What subprocess.Popen is told so that a process is another user's; nothing without a name."""
    if not user:
        return {}
    import pwd  # noqa: PLC0415 - only there on POSIX

    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def unprivileged_user() -> str:
    """A user without rights that root can start a browser as; empty when there is none."""
    import pwd  # noqa: PLC0415 - only there on POSIX

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("companion", "nobody", "_nobody") if name in known), "")


def start_with_pipes(
    reads: int, writes: int, user: str, command: list[str], environment: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """Start a command that reads from one pipe as descriptor 3 and writes to another as 4.

    Windows can't pass descriptors on and refuses with a ValueError.
    """
    words = [sys.executable, "-m", "companion.posix", str(reads), str(writes), user, *command]
    return subprocess.Popen(
        words,
        pass_fds=(reads, writes),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def exec_with_pipes(reads: int, writes: int, user: str, command: list[str]) -> None:
    """Replace this process by a command that finds two pipes as descriptors 3 and 4."""
    spare_reads, spare_writes = os.dup(reads), os.dup(writes)
    os.dup2(spare_reads, 3)
    os.dup2(spare_writes, 4)
    for descriptor in (3, 4):  # a spare one may have been 3 or 4 already, and then stays private
        os.set_inheritable(descriptor, True)
    if user:
        become(user)
    os.execvp(command[0], command)  # noqa: S606 - a command of ours, no shell


if __name__ == "__main__":
    exec_with_pipes(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:])
