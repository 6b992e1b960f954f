"""Hash functions that OpenSSL no longer offers, for many messages at once.

Trackers met in the wild still use them (Englehardt, Han & Narayanan 2018). They serve to recognise
a datum, never to protect one. MD2 after RFC 1319, MD4 after RFC 1320, Whirlpool after
ISO/IEC 10118-3:2004.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

type Bytes = NDArray[np.uint8]
type Words = NDArray[np.uint64]

_MINI = (1, 11, 9, 12, 13, 6, 15, 3, 14, 8, 7, 4, 10, 2, 5, 0)
_MIX = (7, 12, 11, 13, 14, 4, 9, 15, 6, 3, 8, 10, 2, 5, 1, 0)
_ROW = (1, 1, 4, 1, 8, 5, 2, 9)
_MD4_ORDER = (
    tuple(range(16)),
    (0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15),
    (0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15),
)
_MD4_TURNS = ((3, 7, 11, 19), (3, 5, 9, 13), (3, 9, 11, 15))
_MD4_ADDED = (0, 0x5A827999, 0x6ED9EBA1)
_MD4_START = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)


def md2(messages: Sequence[bytes]) -> list[bytes]:
    """The MD2 digests of some messages, 16 bytes each."""
    return _grouped(messages, _md2_padded, _md2)


def md4(messages: Sequence[bytes]) -> list[bytes]:
    """The MD4 digests of some messages, 16 bytes each."""
    return _grouped(messages, lambda one: _padded(one, 8, "little"), _md4)


def whirlpool(messages: Sequence[bytes]) -> list[bytes]:
    """The Whirlpool digests of some messages, 64 bytes each."""
    return _grouped(messages, lambda one: _padded(one, 32, "big"), _whirlpool)


def _grouped(
    messages: Sequence[bytes], pad: Callable[[bytes], bytes], hashed: Callable[[Bytes], Bytes]
) -> list[bytes]:
    """The digests, made of all messages together that take equally many blocks."""
    by_size: defaultdict[int, list[int]] = defaultdict(list)
    padded = [pad(message) for message in messages]
    for number, message in enumerate(padded):
        by_size[len(message)].append(number)
    found = [b""] * len(messages)
    for size, numbers in by_size.items():
        together = b"".join(padded[number] for number in numbers)
        rows = np.frombuffer(together, np.uint8).reshape(len(numbers), size)
        for number, digest in zip(numbers, hashed(rows), strict=True):
            found[number] = digest.tobytes()
    return found


def _padded(message: bytes, counter: int, order: str) -> bytes:
    """A message with a one bit, zeros and its length in bits, for blocks of 64 bytes."""
    zeros = -(len(message) + 1 + counter) % 64
    bits = (8 * len(message)).to_bytes(counter, "little" if order == "little" else "big")
    return message + b"\x80" + bytes(zeros) + bits


def _md2_padded(message: bytes) -> bytes:
    """A message filled up, with its checksum."""
    missing = 16 - len(message) % 16
    message += bytes([missing]) * missing
    table, checksum, last = _pi_table().tolist(), [0] * 16, 0
    for at, byte in enumerate(message):
        checksum[at % 16] ^= table[byte ^ last]
        last = checksum[at % 16]
    return message + bytes(checksum)


def _md2(rows: Bytes) -> Bytes:
    table = _pi_table()
    state = np.zeros((48, len(rows)), np.uint8)
    for begin in range(0, rows.shape[1], 16):
        state[16:32] = rows[:, begin : begin + 16].T
        state[32:48] = state[16:32] ^ state[:16]
        last = np.zeros(len(rows), np.uint8)
        for turn in range(18):
            for place in range(48):
                state[place] ^= table[last]
                last = state[place]
            last = last + np.uint8(turn)
    return np.ascontiguousarray(state[:16].T)


def _md4(rows: Bytes) -> Bytes:
    words = np.ascontiguousarray(rows).view("<u4")
    total = [np.full(len(rows), start, np.uint32) for start in _MD4_START]
    for begin in range(0, words.shape[1], 16):
        a, b, c, d = total
        for number in range(48):
            turn, step = divmod(number, 16)
            word = words[:, begin + _MD4_ORDER[turn][step]]
            mixed = a + _MD4_MIXED[turn](b, c, d) + word + np.uint32(_MD4_ADDED[turn])
            left = np.uint32(_MD4_TURNS[turn][step % 4])
            a, b, c, d = d, mixed << left | mixed >> (np.uint32(32) - left), b, c
        total = [before + after for before, after in zip(total, (a, b, c, d), strict=True)]
    return np.stack(total, axis=1).astype("<u4").view(np.uint8)


type _Mixed = Callable[..., NDArray[np.uint32]]
_MD4_MIXED: tuple[_Mixed, ...] = (
    lambda b, c, d: b & c | ~b & d,
    lambda b, c, d: b & c | b & d | c & d,
    lambda b, c, d: b ^ c ^ d,
)


def _whirlpool(rows: Bytes) -> Bytes:
    words = np.ascontiguousarray(rows).view(">u8").astype(np.uint64)
    total: Words = np.zeros((8, len(rows)), np.uint64)
    for begin in range(0, words.shape[1], 8):
        block = words[:, begin : begin + 8].T
        key, state = total, block ^ total
        for number in range(10):
            key = _turned(key)
            key[0] ^= _constant(number)
            state = _turned(state) ^ key
        total = total ^ state ^ block
    return np.ascontiguousarray(total.T).astype(">u8").view(np.uint8)


def _turned(state: Words) -> Words:
    """One round without its key: every byte substituted, columns turned, rows mixed."""
    tables, bytes_ = _mixing_tables(), np.uint64(0xFF)
    result = np.zeros_like(state)
    for column in range(8):
        turned = np.roll(state, column, axis=0) >> np.uint64(56 - 8 * column) & bytes_
        result ^= tables[column][turned]
    return result


def _constant(number: int) -> np.uint64:
    table = _substitution()
    return np.uint64(int.from_bytes(bytes(table[8 * number : 8 * number + 8]), "big"))


@cache
def _substitution() -> tuple[int, ...]:
    """The box that Whirlpool makes of two small ones."""
    back = [_MINI.index(value) for value in range(16)]
    made = []
    for byte in range(256):
        left, right = _MINI[byte >> 4], back[byte & 15]
        both = _MIX[left ^ right]
        made.append(_MINI[left ^ both] << 4 | back[right ^ both])
    return tuple(made)


@cache
def _mixing_tables() -> tuple[Words, ...]:
    """What each substituted byte adds to a row, by its column."""
    first = []
    for byte in _substitution():
        row = bytes(_product(byte, factor) for factor in _ROW)
        first.append(int.from_bytes(row, "big"))
    tables = []
    for column in range(8):
        turned = [(word >> 8 * column | word << 64 - 8 * column) & (1 << 64) - 1 for word in first]
        tables.append(np.array(turned, np.uint64))
    return tuple(tables)


def _product(one: int, other: int) -> int:
    """The product in the field of 256 with the polynomial 0x11D."""
    found = 0
    while other:
        found ^= one if other & 1 else 0
        one = one << 1 ^ (0x11D if one & 0x80 else 0)
        other >>= 1
    return found


@cache
def _pi_table() -> Bytes:
    """The substitution of MD2: the numbers 0 to 255, shuffled by the digits of pi."""
    digits, table = _digits_of_pi(), list(range(256))
    for size in range(2, 257):
        at = _drawn(digits, size)
        table[at], table[size - 1] = table[size - 1], table[at]
    return np.array(table, np.uint8)


def _drawn(digits: Iterator[int], size: int) -> int:
    """A number below `size`, from as many digits as it needs."""
    taken = len(str(size - 1))
    while True:
        number = int("".join(str(next(digits)) for _ in range(taken)))
        if number < size * (10**taken // size):
            return number % size


def _digits_of_pi() -> Iterator[int]:
    """The decimal digits of pi, after Gibbons 2006."""
    q, r, t, k, n, m = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, m = (
                q * k, (2 * q + r) * m, t * m, k + 1, (q * (7 * k + 2) + r * m) // (t * m), m + 2,
            )  # fmt: skip
