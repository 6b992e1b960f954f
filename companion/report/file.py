"""A text file with a person's data in it: made for its owner alone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from companion.errors import UnreadableInput


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """A file to write text to, as UTF-8 without translating line ends.

    A new file is readable by its owner alone; one that is there already keeps its mode.

    Raises:
        UnreadableInput: it can't be written.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as target:
            yield target
    except OSError as error:
        raise UnreadableInput(
            f"{path} can't be written ({error.strerror}): name another with -o"
        ) from error
