"""The store's key: made once, owner-only, never written anywhere else."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from companion.errors import StoreUnavailable

_BYTES = 32


def store_key(folder: Path) -> bytes:
    """The key of the store whose folder this is; made at the first call.

    Raises:
        StoreUnavailable: the key file has the wrong length or can't be read or made.
    """
    path = folder / "key"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise StoreUnavailable(f"{path} can't be read ({error.strerror}): restore it") from error
    if len(key) != _BYTES:
        raise StoreUnavailable(f"{path} is damaged: restore it, or forget the store and begin anew")
    return key


def _make(path: Path) -> None:
    """Write a new key beside its place and link it there: two starters end with the same key."""
    made = path.with_name(f"key.{os.getpid()}")
    descriptor = os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(_BYTES))
    with suppress(FileExistsError):
        path.hardlink_to(made)
    made.unlink()
