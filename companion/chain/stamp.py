"""Time stamps of others on heads of the chain (RFC 3161): asked for by explicit act alone.

Who stamps gets a digest that tells nothing, and the address it is asked from. A stamp shows that a
head, and so every link up to it, was there at a time by another clock than ours.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from types import ModuleType

from cryptography import x509

from companion.errors import CompanionError, UnreadableInput

type Send = Callable[[str, bytes], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What somebody answered when asked to stamp the head after a link, as it came."""

    number: int
    authority: str
    answer: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a stamp says: when, and what is wrong with it; `fault` is empty when nothing is."""

    stamped_at: datetime | None
    fault: str = ""


def ask(url: str, number: int, head: bytes, send: Send) -> Stamp:
    """Have a head stamped.

    Args:
        url: of a time stamp authority.
        number: of the link that the head stands after.
        head: what is stamped; only its SHA-256 leaves.
        send: posts a query and gives the answer.

    Raises:
        CompanionError: it does not answer, refuses, or stamped something else.
    """
    rfc = library()
    query = (
        rfc.TimestampRequestBuilder()
        .data(_statement(number, head))
        .hash_algorithm(rfc.HashAlgorithm.SHA256)
        .nonce(nonce=True)
        .cert_request(cert_request=True)
        .build()
    )
    stamp = Stamp(number=number, authority=url, answer=send(url, query.as_bytes()))
    found = read(stamp, head, ())
    if found.fault:
        raise CompanionError(f"{url} gave no stamp ({found.fault}): try another")
    if rfc.decode_timestamp_response(stamp.answer).tst_info.nonce != query.nonce:
        raise CompanionError(f"{url} answered another question than ours: try another")
    return stamp


def read(stamp: Stamp, head: bytes, roots: Iterable[x509.Certificate]) -> Reading:
    """What a stamp says of a head.

    Without roots only what it says is looked at, not whether who signed it is who they say.

    Raises:
        CompanionError: what reads stamps is not installed.
    """
    rfc, trusted = library(), list(roots)
    try:
        answer = rfc.decode_timestamp_response(stamp.answer)
        if answer.status != rfc.PKIStatus.GRANTED:
            return Reading(stamped_at=None, fault="it was refused")
        when: datetime = answer.tst_info.gen_time
        imprint = bytes(answer.tst_info.message_imprint.message)
    except ValueError:
        return Reading(stamped_at=None, fault="it can't be read")
    if imprint != _digest(stamp.number, head):
        return Reading(stamped_at=when, fault="it stands on another head")
    if trusted:
        try:
            rfc.VerifierBuilder(roots=trusted).build().verify_message(
                answer, _statement(stamp.number, head)
            )
        except (rfc.VerificationError, ValueError) as error:
            return Reading(stamped_at=when, fault=f"it does not hold: {error}")
    return Reading(stamped_at=when)


def read_roots(pem: bytes, where: str) -> list[x509.Certificate]:
    """The certificates in a PEM file.

    Raises:
        UnreadableInput: there are none.
    """
    try:
        return x509.load_pem_x509_certificates(pem)
    except ValueError as error:
        raise UnreadableInput(f"{where} holds no certificate: name a PEM file") from error


def library() -> ModuleType:
    """What makes queries and reads stamps.

    Raises:
        CompanionError: it is not installed.
    """
    try:
        import rfc3161_client  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise CompanionError(
            "time stamps need an extra: pip install 'companion[evidence]'"
        ) from error
    found: ModuleType = rfc3161_client
    return found


def _statement(number: int, head: bytes) -> bytes:
    return f"companion stamp 1\n{number}\n{head.hex()}\n".encode()


def _digest(number: int, head: bytes) -> bytes:
    return sha256(_statement(number, head)).digest()
