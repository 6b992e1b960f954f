"""Flow file to journal records: `python -m addons.convert FILE`, records on standard output.

A flow that can't be read is named by a note with its place, and the rest is kept. The records of
the pipe are framed but not sealed; companion/capture/frames.py reads them back.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from mitmproxy.flow import Flow
from mitmproxy.http import HTTPFlow
from mitmproxy.io import compat, tnetstring

from addons import flow as flows
from companion.capture.assemble import Assembler
from companion.capture.frames import Record, plain
from companion.capture.source import Source

TELL = 1 << 20
"""Bytes of the file from one word of progress to the next."""

_END = "not a tnetstring: empty file"
_NEXT = re.compile(rb"\d{1,12}:")


def records(file: io.BufferedReader) -> Iterator[Record]:
    """The records of every flow in a flow file, in order."""
    index = 0
    while True:
        try:
            if not isinstance(state := tnetstring.load(file), dict):
                raise TypeError("no map")
            made = list(_flow_records(Flow.from_state(compat.migrate_flow(state))))
            _try(made)
        except Exception as error:  # noqa: BLE001 - mitmproxy trusts its files: damage raises anything
            if str(error) == _END:
                return
            yield _unreadable(index, error)
            if file.peek(1) and not _NEXT.match(file.peek(13)):
                yield _unreadable(index + 1, ValueError("nothing after the damage can be read"))
                return
        else:
            yield from made
        index += 1


def _flow_records(flow: Flow) -> Iterator[Record]:
    """One flow as the recorder would have written it; none for what is not HTTP."""
    if not isinstance(flow, HTTPFlow):
        return
    if flow.websocket is None:
        yield flows.exchange(flow)
        return
    yield flows.opened(flow)
    yield from flows.messages(flow)
    yield flows.closed(flow)


def _try(made: list[Record]) -> None:
    """Raises where records can't be written, or are not such that an exchange comes of them."""
    for record in made:
        plain(record)
    Assembler().feed(made)


def _unreadable(index: int, error: Exception) -> Record:
    reason = f"it is no flow that can be read ({type(error).__name__}: {error})"
    return {"kind": "note", "what": "unreadable", "index": index, "reason": reason}


def main() -> None:
    """Convert the file that is named on the command line, telling how far it was read."""
    output = sys.stdout.buffer
    progress = 0

    def read(total: int) -> None:
        nonlocal progress
        progress = total

    told = 0
    with Source(Path(sys.argv[1]), read).bytes() as file:
        for record in records(file):
            output.write(plain(record))
            if progress - told >= TELL:
                told = progress
                output.write(plain({"kind": "note", "what": "read", "bytes": told}))


if __name__ == "__main__":
    main()
