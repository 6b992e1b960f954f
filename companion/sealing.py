"""The key of an encrypted store: made of a passphrase, and in no file.

Argon2id (RFC 9106, its second recommended setting: 64 MiB, 3 passes, 4 lanes) makes the key.
`sealed.json` beside the store holds the salt, what was set, and a digest by which a wrong
passphrase is told. A process that may read the store has the key in its environment, and so have
those of ours that it starts; browsers and the proxy have not.
"""

import hmac
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from companion.errors import StoreUnavailable

FILE = "sealed.json"
VARIABLE = "COMPANION_KEY"
SHORTEST = 8
"""Characters of a passphrase."""
_SETTING = {"memory_kib": 65_536, "passes": 3, "lanes": 4}
_SALT = 16
_NONCE = 12


def is_sealed(folder: Path) -> bool:
    """Whether the store of a data folder is an encrypted one."""
    return (folder / FILE).exists()


def begin(folder: Path, passphrase: str) -> bytes:
    """A new key from a passphrase, with what is needed to make it again kept in the folder.

    Raises:
        StoreUnavailable: the passphrase is too short.
    """
    if len(passphrase) < SHORTEST:
        raise StoreUnavailable(f"a passphrase needs {SHORTEST} characters: choose a longer one")
    told: dict[str, str | int] = {"salt": secrets.token_hex(_SALT), **_SETTING}
    key = _derived(told, passphrase)
    file = folder / FILE
    descriptor = os.open(file, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        json.dump(told | {"digest": _digest(key)}, out)
        out.flush()
        os.fsync(out.fileno())
    return key


def end(folder: Path) -> None:
    """The store is encrypted no more."""
    (folder / FILE).unlink(missing_ok=True)


def key_from(folder: Path, passphrase: str) -> bytes:
    """The key of an encrypted store.

    Raises:
        StoreUnavailable: the passphrase is a wrong one, or what the key is made of is damaged.
    """
    told = _told(folder)
    key = _derived(told, passphrase)
    if not hmac.compare_digest(_digest(key), told["digest"]):
        raise StoreUnavailable(f"this is not the passphrase of the store of {folder}: try again")
    return key


def unlock(key: bytes) -> None:
    """Let this process, and those of ours that it starts, read the store."""
    os.environ[VARIABLE] = key.hex()


def is_unlocked(folder: Path) -> bool:
    """Whether this process has the key of an encrypted store."""
    try:
        key = bytes.fromhex(os.environ.get(VARIABLE, ""))
    except ValueError:  # somebody else's, by chance under our name
        return False
    return hmac.compare_digest(_digest(key), _told(folder)["digest"])


def key_of(folder: Path) -> bytes:
    """The key of an encrypted store, where this process has it.

    Raises:
        StoreUnavailable: it has not.
    """
    if not is_unlocked(folder):
        raise StoreUnavailable(f"the store of {folder} is encrypted: start Companion to be asked")
    return bytes.fromhex(os.environ[VARIABLE])


def environment() -> Mapping[str, str]:
    """The environment for those who are not to read the store."""
    return {name: value for name, value in os.environ.items() if name != VARIABLE}


def wrapped(key: bytes, secret: bytes) -> bytes:
    """Another secret of the store, to be read with its key alone (AES-GCM)."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - see below

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, secret, b"")


def unwrapped(key: bytes, packed: bytes) -> bytes:
    """The secret again.

    Raises:
        cryptography.exceptions.InvalidTag: it was altered, or wrapped with another key.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - see below

    return AESGCM(key).decrypt(packed[:_NONCE], packed[_NONCE:], b"")


def _told(folder: Path) -> dict[str, str]:
    try:
        told: dict[str, str] = json.loads((folder / FILE).read_text("utf-8"))
        bytes.fromhex(told["salt"] + told["digest"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreUnavailable(f"{folder / FILE} can't be read: restore it from a copy") from error
    return told


def _derived(told: Mapping[str, str | int], passphrase: str) -> bytes:
    # Imported where it is used: most who ask about a store are told that it is not encrypted.
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    return Argon2id(
        salt=bytes.fromhex(str(told["salt"])),
        length=32,
        iterations=int(told["passes"]),
        lanes=int(told["lanes"]),
        memory_cost=int(told["memory_kib"]),
    ).derive(passphrase.encode())


def _digest(key: bytes) -> str:
    return hmac.digest(key, b"companion sealed store 1", "sha256").hex()
