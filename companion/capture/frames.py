"""How records lie in a file or pass through a pipe: `u32 length | u32 crc | payload`, repeated.

The payload is a msgpack map. In a segment it is sealed with AES-GCM under the segment's own key;
the nonce is the offset of its frame, which a file that only grows never uses twice.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

import msgpack
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

HEAD = struct.Struct("<II")
LARGEST = 1 << 28
"""A frame that claims more bytes than this is damage."""

# One packer for all records: a new one takes a quarter of a megabyte from the system each time.
_PACKER = msgpack.Packer(unicode_errors="surrogateescape")

type Record = dict[str, Any]


class Damaged(ValueError):
    """A frame whose bytes are not those that were written."""


def plain(record: Record) -> bytes:
    """A record framed without a seal, for a pipe."""
    return _framed(_PACKER.pack(record))


def sealed(record: Record, key: AESGCM, offset: int) -> bytes:
    """A record framed and sealed, to be written at an offset of its segment."""
    return _framed(key.encrypt(_nonce(offset), _PACKER.pack(record), None))


def unsealed(payload: bytes, checksum: int, key: AESGCM, offset: int) -> Record:
    """The record in a sealed payload that stands at an offset of its segment.

    Raises:
        Damaged: its checksum or its seal does not hold.
    """
    if zlib.crc32(payload) != checksum:
        raise Damaged("its checksum does not hold")
    try:
        return _unpack(key.decrypt(_nonce(offset), payload, None))
    except InvalidTag as error:
        raise Damaged("its seal does not hold") from error


def read(stream: BinaryIO) -> Iterator[Record]:
    """The records that come through a pipe, until it ends.

    Raises:
        Damaged: it ends in the middle of a record, or a checksum does not hold.
    """
    while head := stream.read(HEAD.size):
        length, checksum = HEAD.unpack(head) if len(head) == HEAD.size else (LARGEST + 1, 0)
        payload = stream.read(length) if length <= LARGEST else b""
        if len(payload) != length or zlib.crc32(payload) != checksum:
            raise Damaged("it ends in the middle of a record, or a checksum does not hold")
        yield _unpack(payload)


def _unpack(payload: bytes) -> Record:
    return cast(Record, msgpack.unpackb(payload, unicode_errors="surrogateescape"))


def _framed(payload: bytes) -> bytes:
    return HEAD.pack(len(payload), zlib.crc32(payload)) + payload


def _nonce(offset: int) -> bytes:
    return offset.to_bytes(12, "little")
