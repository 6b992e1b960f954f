"""mitmproxy flow files, without the child that reads them for us."""

import io

from addons.convert import records
from companion.capture import frames
from companion.capture.assemble import Assembler


def read(data: bytes) -> None:
    """Convert a file to records, pass them through a pipe and make exchanges of them."""
    file = io.BufferedReader(io.BytesIO(data))
    piped = b"".join(frames.plain(record) for record in records(file))
    assembler = Assembler()
    for record in frames.read(io.BytesIO(piped)):
        if record.get("what") != "unreadable":
            assembler.feed([record])
    assembler.flush()
