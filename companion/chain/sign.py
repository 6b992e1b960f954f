"""Signing heads: an Ed25519 key (RFC 8032) made once, owner-only, beside the store."""

import os
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from companion.chain.signature import Signature
from companion.errors import StoreUnavailable, UnreadableInput

PRIVATE, PUBLIC = "evidence.key", "evidence.pub"


def sign(key: Ed25519PrivateKey, number: int, head: bytes, now: datetime) -> Signature:
    """Sign the head after a link."""
    return Signature(
        number=number, signed_at=now, signature=key.sign(_statement(number, head, now))
    )


def is_signed(key: Ed25519PublicKey, head: bytes, signed: Signature) -> bool:
    """Whether a signature is one of the key's on this head."""
    statement = _statement(signed.number, head, signed.signed_at)
    try:
        key.verify(signed.signature, statement)
    except InvalidSignature:
        return False
    return True


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key of the store whose folder this is; made at the first call, its public half beside it.

    Raises:
        StoreUnavailable: the key is damaged, or can't be read or made.
    """
    path = folder / PRIVATE
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError) as error:
        raise StoreUnavailable(f"{path} can't be used: restore it, or delete it") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise StoreUnavailable(f"{path} is another sort of key: restore it, or delete it")
    return key


def public_pem(key: Ed25519PublicKey) -> bytes:
    """A public key as a file that others can check with."""
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def read_public(pem: bytes, where: str) -> Ed25519PublicKey:
    """A public key out of such a file.

    Raises:
        UnreadableInput: it is none.
    """
    try:
        key = load_pem_public_key(pem)
    except ValueError as error:
        raise UnreadableInput(f"{where} holds no public key: name an {PUBLIC}") from error
    if not isinstance(key, Ed25519PublicKey):
        raise UnreadableInput(f"{where} holds another sort of key: name an {PUBLIC}")
    return key


def _statement(number: int, head: bytes, moment: datetime) -> bytes:
    stamp = moment.astimezone(UTC).isoformat(timespec="microseconds")
    return f"companion head 1\n{number}\n{head.hex()}\n{stamp}\n".encode()


def _make(path: Path) -> None:
    """Write a new key beside its place and link it there: two starters end with the same one."""
    key = Ed25519PrivateKey.generate()
    made = path.with_name(f"{PRIVATE}.{os.getpid()}")
    descriptor = os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    try:
        path.hardlink_to(made)
    except FileExistsError:
        return
    finally:
        made.unlink()
    public = path.with_name(PUBLIC)
    descriptor = os.open(public, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(public_pem(key.public_key()))
