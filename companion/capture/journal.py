"""The journal: what the recorder saw, sealed, until the store has it.

The recorder writes each record with one write before the browser gets the answer, so what the
browser has, the journal has. A record is a map with `kind` exchange, open, chunk, close, message
or note; what else it holds is said in assemble.py, which makes exchanges of records. tail.py
reads what is written here. Imported inside the proxy, so light.
"""

import os
import secrets
import time
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from companion import posix
from companion.capture import segments
from companion.capture.frames import Record, sealed
from companion.model import Origin

SEGMENT_BYTES = 64 << 20


class Writer:
    """Appends records to segments of its own run.

    Args:
        folder: the journal; made with mode 0700 where it is missing.
        origin: how what is recorded came about; stands in every record.
        segment_bytes: a segment longer than this is closed and the next one opened.
    """

    def __init__(
        self, folder: Path, origin: Origin = Origin.LIVE, segment_bytes: int = SEGMENT_BYTES
    ) -> None:
        folder.mkdir(mode=segments.FOLDER_MODE, parents=True, exist_ok=True)
        self._folder, self._origin, self._limit = folder, origin.value, segment_bytes
        self._run, self._number = segments.new_run(), 0
        self._lock = segments.create(folder / f"{self._run}.lock")
        posix.try_lock(self._lock)
        self.cut = 0
        self._open()

    def write(self, record: Record) -> None:
        """Append a record; what was written of one that did not fit is cut off again.

        Raises:
            OSError: it could be written neither to this segment nor to a new one.
        """
        record["origin"] = self._origin
        try:
            self._append(record)
        except OSError:
            os.ftruncate(self._file, self._offset)
            self.cut += 1
            self._roll()
            self._append({"kind": "note", "what": "cut", "count": self.cut, "t": time.time()})
            self._append(record)
        if self._offset > self._limit:
            self._roll()

    def note(self, what: str, **facts: object) -> None:
        """Append a note: something that happened beside the exchanges."""
        self.write({"kind": "note", "what": what, "t": time.time(), **facts})

    def close(self) -> None:
        """End the run."""
        os.close(self._file)
        os.close(self._lock)

    def _append(self, record: Record) -> None:
        frame = sealed(record, self._key, self._offset)
        if os.write(self._file, frame) != len(frame):
            raise OSError("a short write")
        self._offset += len(frame)

    def _roll(self) -> None:
        full = self._file
        self._number += 1
        self._open()
        os.close(full)

    def _open(self) -> None:
        name = segments.segment_name(self._run, self._number)
        key = secrets.token_bytes(segments.KEY_BYTES)
        os.close(segments.create(self._folder / f"{name}.key", key))
        self._file = segments.create(self._folder / f"{name}.seg")
        self._key, self._offset = AESGCM(key), 0
