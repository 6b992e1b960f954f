"""Heads are signed with a key that is made once and kept to its owner."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from companion.chain.sign import (
    PRIVATE,
    PUBLIC,
    is_signed,
    public_pem,
    read_public,
    sign,
    signing_key,
)
from companion.chain.signature import Signature
from companion.errors import StoreUnavailable, UnreadableInput
from tests.builders import NOON

HEAD = bytes(range(32))


def test_a_signature_is_known_again(tmp_path):
    key = signing_key(tmp_path)
    assert is_signed(key.public_key(), HEAD, sign(key, 7, HEAD, NOON))


def test_a_signature_holds_for_its_head_number_and_time_alone(tmp_path):
    key = signing_key(tmp_path)
    made = sign(key, 7, HEAD, NOON)
    later = Signature(
        number=7, signed_at=NOON + timedelta(microseconds=1), signature=made.signature
    )
    eighth = Signature(number=8, signed_at=NOON, signature=made.signature)
    assert not is_signed(key.public_key(), bytes(32), made)
    assert not is_signed(key.public_key(), HEAD, later)
    assert not is_signed(key.public_key(), HEAD, eighth)


def test_another_key_signs_otherwise(tmp_path):
    mine, other = signing_key(tmp_path / "mine"), signing_key(tmp_path / "other")
    assert not is_signed(other.public_key(), HEAD, sign(mine, 7, HEAD, NOON))


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path):
    first, second = signing_key(tmp_path), signing_key(tmp_path)
    assert public_pem(first.public_key()) == public_pem(second.public_key())
    assert (tmp_path / PRIVATE).stat().st_mode & 0o777 == 0o600
    assert read_public((tmp_path / PUBLIC).read_bytes(), "it") == first.public_key()
    assert sorted(it.name for it in tmp_path.iterdir()) == [PRIVATE, PUBLIC]


def test_a_damaged_key_is_told(tmp_path):
    (tmp_path / PRIVATE).write_text("nothing")
    with pytest.raises(StoreUnavailable, match="can't be used"):
        signing_key(tmp_path)


def test_a_key_of_another_sort_is_told(tmp_path):
    key = generate_private_key(SECP256R1())
    (tmp_path / PRIVATE).write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    with pytest.raises(StoreUnavailable, match="another sort"):
        signing_key(tmp_path)
    pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    with pytest.raises(UnreadableInput, match="another sort"):
        read_public(pem, "it")


def test_a_file_that_is_no_key_is_told():
    with pytest.raises(UnreadableInput, match="it holds no public key"):
        read_public(b"nothing", "it")
