"""Where readers find files, and where what was learned and found is kept."""

import tempfile
from pathlib import Path

HERE = Path(__file__).parent
CORPUS, GROWN, FOUND = HERE / "corpus", HERE / "grown", HERE / "found"

_kept = tempfile.TemporaryDirectory(prefix="companion-fuzz-")
FOLDER = Path(_kept.name)


def a_file(data: bytes) -> Path:
    """A file with these bytes; it is overwritten by the next."""
    path = FOLDER / "captured"
    path.write_bytes(data)
    return path
