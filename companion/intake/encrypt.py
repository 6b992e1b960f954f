"""Encrypting a store with all that reveals what is in it, and the way back."""

from pathlib import Path

from companion import sealing
from companion.errors import StoreUnavailable
from companion.intake.journal import alone
from companion.redact import key
from companion.settings import data_folder
from companion.store.convert import clear, convert, is_plain
from companion.store.open import cipher, open_store


def refuse_done(path: Path, *, off: bool) -> None:
    """Say so where there is nothing to do, but for what an earlier try left behind.

    Raises:
        StoreUnavailable: the store is that way already.
    """
    with alone(path) as ours:
        if ours:
            clear(path)
    sealed = sealing.is_sealed(data_folder(path))
    if off and not sealed:
        raise StoreUnavailable(f"{path} is a plain file already: nothing to do")
    if not off and sealed and not is_plain(path):
        raise StoreUnavailable(f"{path} is encrypted already: --off makes it a plain file again")


def encrypt(path: Path, passphrase: str, *, off: bool = False) -> None:
    """Encrypt a store under a passphrase, or with `off` make it a plain one again.

    This process has the key afterwards. Stopped at any moment, the store can be read with the
    passphrase or without, and the command done again.

    Raises:
        StoreUnavailable: the passphrase is wrong or too short, or the store is in use; it stays
            as it was.
    """
    cipher()  # without it nothing is begun
    folder = data_folder(path)
    if not sealing.is_sealed(folder):
        open_store(path).close()
    with alone(path) as ours:
        if not ours:
            raise StoreUnavailable(f"{path} is in use: end the recording, then try again")
        begun = sealing.is_sealed(folder)  # where an earlier try was stopped, too
        secret = (
            sealing.key_from(folder, passphrase) if begun else sealing.begin(folder, passphrase)
        )
        sealing.unlock(secret)
        if off:
            _make_plain(path, folder, secret)
        else:
            _seal(path, folder, secret, begun=begun)


def _seal(path: Path, folder: Path, secret: bytes, *, begun: bool) -> None:
    key.seal(folder, secret)
    try:
        convert(path, before=None, after=secret)
    except StoreUnavailable:
        if not begun:
            _unseal(folder, secret)
        raise


def _make_plain(path: Path, folder: Path, secret: bytes) -> None:
    if not is_plain(path):
        convert(path, before=secret, after=None)
    _unseal(folder, secret)


def _unseal(folder: Path, secret: bytes) -> None:
    key.unseal(folder, secret)
    sealing.end(folder)
