"""Keeping the screen small: modules that others load only because they are there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast


@contextmanager
def unseen(name: str) -> Iterator[None]:
    """While it lasts a module can't be imported, unless it is there already.

    The store's library looks for numpy to keep its numbers, which the screen never does: 12 MB.
    """
    absent = name not in sys.modules
    if absent:
        cast("dict[str, object]", sys.modules)[name] = None  # to the import system: not there
    try:
        yield
    finally:
        if absent:
            del sys.modules[name]
