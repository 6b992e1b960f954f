"""WARC files."""

import contextlib

from companion.capture.warc import open_warc
from companion.errors import UnreadableInput
from tests.fuzz.places import a_file


def read(data: bytes) -> None:
    """Read every exchange in a file."""
    with contextlib.suppress(UnreadableInput):
        list(open_warc(a_file(data)))
