"""The store's key: made once, owner-only, never written anywhere else."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag

from companion.errors import StoreUnavailable
from companion.sealing import key_of, unwrapped, wrapped

SEALED = "key.sealed"
_BYTES = 32


def store_key(folder: Path) -> bytes:
    """The key of the store whose folder this is; made at the first call.

    Raises:
        StoreUnavailable: the key file has the wrong length or can't be read or made.
    """
    path = folder / "key"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (folder / SEALED).exists() and not path.exists():
            return unwrapped(key_of(folder), (folder / SEALED).read_bytes())
        if not path.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise StoreUnavailable(f"{path} can't be read ({error.strerror}): restore it") from error
    except InvalidTag as error:
        raise StoreUnavailable(f"{folder / SEALED} is damaged: restore it") from error
    if len(key) != _BYTES:
        raise StoreUnavailable(f"{path} is damaged: restore it, or forget the store and begin anew")
    return key


def seal(folder: Path, key: bytes) -> None:
    """Keep the store's key wrapped by another one from now on; the plain one is overwritten."""
    packed = wrapped(key, store_key(folder))
    descriptor = os.open(folder / SEALED, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(packed)
        file.flush()
        os.fsync(file.fileno())
    plain = folder / "key"
    if plain.exists():
        with plain.open("r+b") as file:
            file.write(bytes(_BYTES))
        plain.unlink()


def unseal(folder: Path, key: bytes) -> None:
    """Keep the store's key as it is again."""
    sealed = folder / SEALED
    if sealed.exists():
        _write(folder / "key", unwrapped(key, sealed.read_bytes()))
        sealed.unlink()


def _make(path: Path) -> None:
    """A new key."""
    _write(path, secrets.token_bytes(_BYTES))


def _write(path: Path, key: bytes) -> None:
    """Write a key beside its place and link it there: two starters end with the same key."""
    made = path.with_name(f"key.{os.getpid()}")
    descriptor = os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
    with suppress(FileExistsError):
        path.hardlink_to(made)
    made.unlink()
