"""Reads the journal while it is being written, and goes past what is damaged in it."""

from pathlib import Path
from typing import BinaryIO, NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from companion.capture import segments
from companion.capture.frames import HEAD, LARGEST, Damaged, Record, unsealed

BATCH_BYTES = 32 << 20

type Cursor = dict[str, int]
"""How many bytes of each segment were read."""


class Batch(NamedTuple):
    """Records in the order they were written, where reading goes on, and what was damaged.

    Each record carries `at`, its segment and offset. When a run is over and was read to its end,
    a record of kind `end` with the `run` follows.
    """

    records: list[Record]
    cursor: Cursor
    notes: tuple[str, ...]


class Reader:
    """Reads a journal from where a cursor says."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._keys: dict[str, AESGCM | None] = {}
        self._ended: set[str] = set()

    def batch(self, cursor: Cursor, limit: int = 200) -> Batch:
        """Up to `limit` further records, with a byte limit besides.

        A segment is begun when those of its run before it are read to their end.
        """
        names = segments.names(self._folder)
        growing = segments.growing(self._folder, names)
        batch = Batch([], {}, ())
        unfinished: set[str] = set()
        for name in names:
            part = _Part(self._folder / f"{name}.seg", cursor.get(name, 0))
            if segments.run_of(name) not in unfinished:
                part.read(self._key(name), limit - len(batch.records))
                if name not in growing:
                    part.finish(self._key(name))
            if not part.is_read:
                unfinished.add(segments.run_of(name))
            batch.records.extend(part.records)
            batch.cursor[name] = part.offset
            batch = batch._replace(notes=batch.notes + tuple(part.notes))
        batch.records.extend(self._ends(names, growing, batch.cursor))
        return batch

    def backlog(self, cursor: Cursor) -> int:
        """Bytes that were written and not read yet."""
        return sum(
            max(0, _size(self._folder, name) - cursor.get(name, 0))
            for name in segments.names(self._folder)
        )

    def discard(self, cursor: Cursor) -> list[str]:
        """Delete, key first, the segments that grow no more and were read to their end."""
        names = segments.names(self._folder)
        growing = segments.growing(self._folder, names)
        read = [name for name in names if cursor.get(name, 0) >= _size(self._folder, name)]
        gone = [name for name in read if name not in growing]
        for name in gone:
            (self._folder / f"{name}.key").unlink(missing_ok=True)
            (self._folder / f"{name}.seg").unlink(missing_ok=True)
        left = {segments.run_of(name) for name in names if name not in gone}
        for run in {segments.run_of(name) for name in gone} - left:
            (self._folder / f"{run}.lock").unlink(missing_ok=True)
        return gone

    def _key(self, name: str) -> AESGCM | None:
        if name not in self._keys:
            path = self._folder / f"{name}.key"
            self._keys[name] = AESGCM(path.read_bytes()) if path.exists() else None
        return self._keys[name]

    def _ends(self, names: list[str], growing: set[str], cursor: Cursor) -> list[Record]:
        """An `end` for each run that is over and read, once."""
        newest = {segments.run_of(name): name for name in names}
        over = [
            run
            for run, name in newest.items()
            if name not in growing and cursor[name] >= _size(self._folder, name)
        ]
        fresh = [run for run in over if run not in self._ended]
        self._ended.update(fresh)
        return [
            {"kind": "end", "run": run, "at": (newest[run], cursor[newest[run]])} for run in fresh
        ]


class _Part:
    """What is read of one segment in one batch."""

    def __init__(self, path: Path, offset: int) -> None:
        self.records: list[Record] = []
        self.notes: list[str] = []
        self.offset = offset
        self._path = path
        self._size = path.stat().st_size
        self._full = False

    @property
    def is_read(self) -> bool:
        """Whether the segment was read to its end."""
        return self.offset >= self._size

    def read(self, key: AESGCM | None, room: int) -> None:
        """Read whole frames until there are no more, or the batch is full."""
        self._full = room <= 0
        if self._full or key is None or self.is_read:
            return
        began = self.offset
        with self._path.open("rb") as file:
            file.seek(self.offset)
            while not self._full and (head := self._next(file)):
                self._take(file.read(head[0]), head[1], key)
                self._full = len(self.records) >= room or self.offset - began >= BATCH_BYTES

    def finish(self, key: AESGCM | None) -> None:
        """Pass over what is left and can't be a record, now that nothing more will come."""
        if (lost := self._size - self.offset) > 0 and not self._full:
            why = "its key is gone" if key is None else "they are no whole record"
            self._note(f"{lost} bytes at its end can't be read: {why}")
            self.offset = self._size

    def _next(self, file: BinaryIO) -> tuple[int, int] | None:
        """Length and checksum of the payload that follows; None where it is not all there."""
        head = file.read(HEAD.size)
        if len(head) < HEAD.size:
            return None
        length, checksum = HEAD.unpack(head)
        fits = length <= LARGEST and self.offset + HEAD.size + length <= self._size
        return (length, checksum) if fits else None

    def _take(self, payload: bytes, checksum: int, key: AESGCM) -> None:
        try:
            record = unsealed(payload, checksum, key, self.offset)
        except Damaged as error:
            self._note(f"the record at byte {self.offset} was lost: {error}")
        else:
            record["at"] = (self._path.stem, self.offset)
            self.records.append(record)
        self.offset += HEAD.size + len(payload)

    def _note(self, text: str) -> None:
        self.notes.append(f"journal segment {self._path.stem}: {text}")


def _size(folder: Path, name: str) -> int:
    return (folder / f"{name}.seg").stat().st_size
