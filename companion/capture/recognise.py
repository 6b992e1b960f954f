"""Opens a captured file by what stands in it, whatever its name."""

import re
from pathlib import Path

from companion.capture import flow_file, har, warc
from companion.capture.captured import Captured
from companion.capture.source import Progress, Source
from companion.errors import UnreadableInput
from companion.model import Visitor

_BEGINNINGS = (
    (re.compile(rb"(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*\x00?\{"), har.from_source),
    (re.compile(rb"WARC/\d"), warc.from_source),
    (re.compile(rb"\d{1,12}:\d"), flow_file.from_source),
)


def open_capture(
    path: Path, *, visitor: Visitor | None = None, progress: Progress | None = None
) -> Captured:
    """A HAR file, a mitmproxy flow file or a WARC file, each plain or gzipped.

    Args:
        path: the file.
        visitor: whose browser it was; the person's own when not given.
        progress: told from time to time how many bytes of `bytes_total` were read.

    Raises:
        UnreadableInput: it can't be opened, or is none of these.
    """
    source = Source(path, progress)
    with source.bytes() as content:
        start = content.peek(64)[:64]
    for beginning, opened in _BEGINNINGS:
        if beginning.match(start):
            return opened(source, visitor)
    raise UnreadableInput(
        f"{path} is no HAR, mitmproxy flow or WARC file: see 'companion import --help'"
    )
