"""Codings of a word: what its bytes can stand for, and what packed bytes unpack to.

A reading costs little and proves nothing; whoever asks looks whether a secret stands in it.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from companion.decode import lz
from companion.decode.content import opened, undo

PACKED = 400_000  # bytes unpacked of one value
LONGEST_58 = 8_000  # characters; the work grows with the square of the length

# What Base64 of printable text begins with, or of gzip or zlib.
HEAD = re.compile(
    rb"(?:(?:[I-Za-f][C-HS-Xi-nyz0-3]|[wx][\w+/-])[\w+/-]{2}){2}|H4sI|KLUv|eA[E-H]|eF[4-7]|eJ[w-z]|eN[o-r]"
)
_HEX = re.compile(rb"(?:[0-9a-f]{2}){8,}|(?:[0-9A-F]{2}){8,}")
_BASE32 = re.compile(rb"(?:[A-Z2-7]{8})*[A-Z2-7]{2,8}|(?:[a-z2-7]{8})*[a-z2-7]{2,8}")
_ALPHABET_58 = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BASE58 = re.compile(rb"[1-9A-HJ-NP-Za-km-z]+")
_DIGITS_58 = {sign: value for value, sign in enumerate(_ALPHABET_58)}
# A letter for each letter, as one vendor writes addresses and their hashes (Leaky Forms 2022).
_SWAP = bytes.maketrans(
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    b"kibp8A4EWRMKHa7gvyz1dOPt6UI5xYD3nqhVwZBXfCcFeJmrLN20lS9QGsjTuo",
)
_STANDARD = bytes.maketrans(b"-_", b"+/")
_SPACES = str.maketrans("\n\r\t", "   ")
_NO_CODE = re.compile(rb"[a-z/_+-]+")  # words and paths: no coding of 16 signs is without digits


class Reading(NamedTuple):
    """What a word or a body can stand for, and the name of the coding."""

    data: bytes
    coding: str


def likely(word: bytes) -> Iterator[Reading]:
    """The readings of a word that are text, or packed text, by how it begins."""
    if HEAD.match(word) and (raw := base64_of(word)) is not None:
        if (reading := unpacked(raw)) is not None:
            yield Reading(reading.data, f"b64 >> {reading.coding}")
        elif is_text(raw):
            yield Reading(raw, "b64")
    if (
        lz.BEGINS.match(word)
        and (text := lz.unpacked(word))
        and is_text(text.encode("utf-8", "replace"))
    ):
        yield Reading(text.encode("utf-8", "replace"), "lz")


def every(word: bytes) -> Iterator[Reading]:
    """All readings of a word, those too that look like noise; the narrowest alphabet counts."""
    core = word.rstrip(b"=")
    if _HEX.fullmatch(word):
        yield Reading(binascii.unhexlify(word), "b16")
    elif _BASE32.fullmatch(core) and len(core) % 8 in {0, 2, 4, 5, 7}:
        yield Reading(base64.b32decode(core.upper() + b"=" * (-len(core) % 8)), "b32")
    elif not _NO_CODE.fullmatch(core):
        if len(word) <= LONGEST_58 and _BASE58.fullmatch(word):
            yield Reading(_base58(word), "b58")
        if (raw := base64_of(word)) is not None:
            yield Reading(raw, "b64")
        if lz.BEGINS.match(word) and (text := lz.unpacked(word)):
            yield Reading(text.encode("utf-8", "replace"), "lz")


def unpacked(raw: bytes) -> Reading | None:
    """The content of compressed bytes, known by how they begin; None for others."""
    content, name = opened(raw, PACKED)
    return Reading(content, name) if name else None


def deflated(raw: bytes) -> Reading | None:
    """The content of bytes that were compressed without any mark of it; None when they were not."""
    try:
        zlib.decompressobj(-15).decompress(raw, 200)  # costs little, and most noise ends it
    except zlib.error:
        return None
    content = undo(raw, "deflate", PACKED)
    return None if content.notes or content.body == raw else Reading(content.body, "deflate")


def swapped(data: bytes) -> bytes:
    """Some bytes with the vendor's letters put back; as many as before."""
    return data.translate(_SWAP)


def base64_of(word: bytes) -> bytes | None:
    """The bytes of a word in either alphabet of Base64, padded or not; None when it is none."""
    core = word.rstrip(b"=").translate(_STANDARD)
    if len(core) % 4 == 1:
        core = core[:-1]
    try:
        return binascii.a2b_base64(core + b"=" * (-len(core) % 4), strict_mode=True)
    except binascii.Error:
        return None


def base16_of(word: bytes) -> bytes | None:
    """The bytes of a word in hexadecimal, a last odd sign apart; None when it is none."""
    try:
        return binascii.unhexlify(word[: len(word) // 2 * 2])
    except binascii.Error:
        return None


def is_text(raw: bytes) -> bool:
    """Whether some bytes begin like text and are UTF-8, but for a cut end."""
    text = raw.decode("utf-8", "replace")
    return "\ufffd" not in text[:-1] and text[:200].translate(_SPACES).isprintable()


def base58(raw: bytes) -> bytes:
    """Some bytes in the alphabet without signs that look alike."""
    number, signs = int.from_bytes(raw, "big"), bytearray()
    while number:
        number, digit = divmod(number, 58)
        signs.append(_ALPHABET_58[digit])
    return b"1" * (len(raw) - len(raw.lstrip(b"\0"))) + bytes(reversed(signs))


def _base58(word: bytes) -> bytes:
    number = 0
    for at in range(0, len(word), 10):  # of large numbers few products
        piece = 0
        for sign in word[at : at + 10]:
            piece = piece * 58 + _DIGITS_58[sign]
        number = number * 58 ** len(word[at : at + 10]) + piece
    zeros = len(word) - len(word.lstrip(b"1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
