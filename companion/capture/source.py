"""A captured file as it lies on disk: its size, its digest, and its text or bytes unpacked."""

import gzip
import hashlib
import io
import zlib
from collections.abc import Callable
from pathlib import Path

from companion.errors import UnreadableInput

GZIP = b"\x1f\x8b"

type Progress = Callable[[int], None]


class Counted(io.RawIOBase):
    """A file that tells after every read how many bytes of it were read so far."""

    def __init__(self, path: Path, progress: Progress) -> None:
        self._file = path.open("rb", buffering=0)
        self._progress = progress

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int | None:
        """As the file's own, then the progress is told."""
        got = self._file.readinto(buffer)  # type: ignore[arg-type]
        self._progress(self._file.tell())
        return got

    def close(self) -> None:
        """Close the file below."""
        self._file.close()
        super().close()


class Source:
    """One captured file; `sha256` and `size` (bytes) are those of the file as it lies there.

    `progress` is told after every read how many bytes of it were read.

    Raises:
        UnreadableInput: there is no such file, or it can't be opened.
    """

    def __init__(self, path: Path, progress: Progress | None = None) -> None:
        self.path = path
        self.progress = progress or (lambda _read: None)
        try:
            with path.open("rb") as file:
                self.start = file.read(64)
                file.seek(0)
                self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
                self.size = file.tell()
        except OSError as error:
            raise UnreadableInput(
                f"{path} can't be read ({error.strerror}): check the name"
            ) from error

    def bytes(self) -> io.BufferedReader:
        """The content from its beginning, gzip undone; a cut or damaged rest is left out."""
        raw: io.RawIOBase = Counted(self.path, self.progress)
        if self.start.startswith(GZIP):
            raw = _Unzipped(raw)
        return io.BufferedReader(raw, 1 << 16)

    def text(self) -> io.TextIOWrapper:
        """The content as text: UTF-8, or UTF-16 by its mark; what is neither is replaced."""
        content = self.bytes()
        marked = content.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff")
        return io.TextIOWrapper(content, "utf-16" if marked else "utf-8-sig", "replace", newline="")


class _Unzipped(io.RawIOBase):
    """A gzip file that ends where it can't be read on."""

    def __init__(self, raw: io.RawIOBase) -> None:
        self._raw = raw
        self._unzipped = gzip.GzipFile(fileobj=io.BufferedReader(raw), mode="rb")

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """What can be unpacked; nothing once the file is damaged."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._unzipped.read1(len(view))
        except (EOFError, zlib.error, gzip.BadGzipFile):
            data = b""
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the file below."""
        self._raw.close()
        super().close()
