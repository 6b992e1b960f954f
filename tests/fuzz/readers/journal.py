"""The journal, damaged: bytes say where a segment is overwritten, and with what."""

import struct

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from companion.capture import segments
from companion.capture.frames import Record, sealed
from companion.capture.tail import Reader
from tests.fuzz.places import FOLDER

WRITTEN: list[Record] = [
    {"kind": "note", "what": "started", "t": 1.0},
    {"kind": "chunk", "id": "a", "offset": 0, "data": b"x" * 200, "t": 2.0},
    {"kind": "close", "id": "a", "length": 200, "notes": [], "t": 3.0},
]
KEY = bytes(segments.KEY_BYTES)
PATCH = struct.Struct("<HB")
"""Where bytes of the segment are overwritten, and how many."""


def whole() -> bytes:
    """The segment as it was written."""
    segment = b""
    for record in WRITTEN:
        segment += sealed(record, AESGCM(KEY), len(segment))
    return segment


def read(data: bytes) -> None:
    """Read what is left of a segment: to its end, once, and nothing that was never written."""
    folder = FOLDER / "journal"
    folder.mkdir(exist_ok=True)
    (folder / "0-0000.key").write_bytes(KEY)
    (folder / "0-0000.seg").write_bytes(damaged(whole(), data))
    reader = Reader(folder)
    batch = reader.batch({})
    came = [
        {name: value for name, value in record.items() if name != "at"}
        for record in batch.records
        if record["kind"] != "end"
    ]
    assert all(record in WRITTEN for record in came)
    assert len(came) == len(WRITTEN) or batch.notes
    assert not reader.backlog(batch.cursor)
    assert not reader.batch(batch.cursor).records


def damaged(segment: bytes, patches: bytes) -> bytes:
    """A segment with patches laid over it; they may stand past its end."""
    made = bytearray(segment)
    while len(patches) >= PATCH.size:
        place, length = PATCH.unpack_from(patches)
        piece, patches = patches[PATCH.size :][:length], patches[PATCH.size + length :]
        made[place : place + len(piece)] = piece
    return bytes(made)
