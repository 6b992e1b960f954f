"""The hash functions by which a datum travels, and hashes of hashes.

The set is that of Englehardt, Han & Narayanan 2018 and of Leaky Forms 2022; SHORT are those met
most, sought while recording.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from companion.redact.murmur import murmur3

SHORT = ("md5", "sha1", "sha256", "sha512", "sha256-salted")
_SALT = b"QX4QkKEU"  # a constant suffix that one vendor adds (Leaky Forms 2022)
_OPENSSL = {
    "md5": "md5", "sha1": "sha1", "sha224": "sha224", "sha256": "sha256", "sha384": "sha384",
    "sha512": "sha512", "sha3-224": "sha3_224", "sha3-256": "sha3_256", "sha3-384": "sha3_384",
    "sha3-512": "sha3_512", "ripemd160": "ripemd160",
}  # fmt: skip

type Hash = Callable[[Sequence[bytes]], list[bytes]]


class Digest(NamedTuple):
    """A hash of a text: in words how it was made ("md5 of sha1"), and its bytes."""

    chain: str
    raw: bytes


def hashes(*, every: bool) -> Mapping[str, Hash]:
    """The functions by name, each for many messages at once: the short list, or every one."""
    found: dict[str, Hash] = {"sha256-salted": _salted}
    found |= {
        name: _by_openssl(known)
        for name, known in _OPENSSL.items()
        if known in hashlib.algorithms_available and (every or name in SHORT)
    }
    return found | _rare() if every else found


def digests(texts: Sequence[bytes], *, every: bool) -> list[list[Digest]]:
    """The hashes of each text, then the hashes of those in lower-case hexadecimal."""
    functions = hashes(every=every)
    found: list[list[Digest]] = [[] for _ in texts]
    once = _each(functions, texts)
    for (name, place), raw in once.items():
        found[place].append(Digest(name, raw))
    keys, inner = list(once), [raw.hex().encode() for raw in once.values()]
    for (name, number), raw in _each(functions, inner).items():
        within, place = keys[number]
        found[place].append(Digest(f"{name} of {within}", raw))
    return found


def decimals(chain: str, raw: bytes) -> list[bytes]:
    """How a hash that is handed around as a number is written then, signed and unsigned."""
    if not chain.startswith("murmur3"):
        return []
    number = int.from_bytes(raw, "big")
    if len(raw) == 16:  # as a number of 128 bits the second half stands first
        number = number >> 64 | (number & (1 << 64) - 1) << 64
    signed = number - (1 << 8 * len(raw)) if raw[0] & 0x80 else number
    return [str(it).encode() for it in dict.fromkeys((number, signed))]


def _each(functions: Mapping[str, Hash], texts: Sequence[bytes]) -> dict[tuple[str, int], bytes]:
    return {
        (name, place): raw
        for name, function in functions.items()
        for place, raw in enumerate(function(texts))
    }


def _by_openssl(name: str) -> Hash:
    def hashed(texts: Sequence[bytes]) -> list[bytes]:
        return [hashlib.new(name, text, usedforsecurity=False).digest() for text in texts]

    return hashed


def _salted(texts: Sequence[bytes]) -> list[bytes]:
    return [hashlib.sha256(text + _SALT).digest() for text in texts]


def _rare() -> dict[str, Hash]:
    from companion.redact import oldhashes  # noqa: PLC0415 - no numpy while recording

    return {
        "md2": oldhashes.md2,
        "md4": oldhashes.md4,
        "whirlpool": oldhashes.whirlpool,
        "murmur3-128": lambda texts: [_halves(text) for text in texts],
        "murmur3-64": lambda texts: [_halves(text)[:8] for text in texts],
        "murmur3-64-second": lambda texts: [_halves(text)[8:] for text in texts],
    }


def _halves(text: bytes) -> bytes:
    one, two = murmur3(text)
    return one.to_bytes(8, "big") + two.to_bytes(8, "big")
