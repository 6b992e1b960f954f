"""mitmproxy flow files, converted by a child process: nothing here knows their format."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from companion.capture.assemble import Assembler
from companion.capture.captured import Captured, Unreadable
from companion.capture.frames import Damaged, Record, read
from companion.capture.source import Progress, Source
from companion.errors import UnreadableInput
from companion.model import Exchange, Visitor


class FlowFile(Captured):
    """A flow file.

    Raises:
        UnreadableInput: while iterating, when the converter can't do its work.
    """

    def _items(self) -> Iterator[Exchange | Unreadable | None]:
        assembler = Assembler(self._visitor, self._source.path.name)
        for record in self._records():
            if record.get("what") == "read":
                self._source.progress(record["bytes"])
            elif record.get("what") == "unreadable":
                yield Unreadable(record["index"], record["reason"])
            else:
                yield from assembler.feed([record]).exchanges
        yield from assembler.flush()
        self._source.progress(self.bytes_total)

    def _records(self) -> Iterator[Record]:
        command = [sys.executable, "-m", "addons.convert", str(self._source.path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
            whole = False
            try:
                yield from read(cast(BinaryIO, child.stdout))
                whole = True
            except Damaged as error:
                raise self._broken(str(error)) from error
            finally:
                if not whole:
                    child.kill()
            said = child.stderr.read().decode(errors="replace") if child.stderr else ""
        if child.returncode:
            raise self._broken(said.strip().rpartition("\n")[2])

    def _broken(self, why: str) -> UnreadableInput:
        return UnreadableInput(
            f"{self._source.path} could not be converted ({why}): save it again with mitmproxy"
        )


def from_source(source: Source, visitor: Visitor | None) -> FlowFile:
    """The flow file in a source; whether it is one shows when it is read."""
    return FlowFile(source, "mitmproxy", visitor)


def open_flow_file(
    path: Path, *, visitor: Visitor | None = None, progress: Progress | None = None
) -> FlowFile:
    """A flow file, plain or gzipped.

    Raises:
        UnreadableInput: it can't be opened.
    """
    return from_source(Source(path, progress), visitor)
