"""HAR files."""

import contextlib

from companion.capture.recognise import open_capture
from companion.errors import UnreadableInput
from tests.fuzz.places import a_file


def read(data: bytes) -> None:
    """Recognise a file and read every exchange in it."""
    with contextlib.suppress(UnreadableInput):
        list(open_capture(a_file(data)))
