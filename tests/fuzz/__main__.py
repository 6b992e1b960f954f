"""`python -m tests.fuzz [READER ...] [--minutes EACH]`; `--again READER FILE` repeats a failure.

The exit status is 1 when something was found.
"""

import argparse
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from tests.fuzz import readers
from tests.fuzz.places import CORPUS, FOUND, GROWN

LONGEST = 20
"""Seconds that one input may take."""
LARGEST = 16_384
"""Bytes of the longest input that is made up."""


def names() -> list[str]:
    """All readers there are."""
    return sorted(module.name for module in pkgutil.iter_modules(readers.__path__))


def found_in(reader: str, minutes: float) -> list[Path]:
    """Let a reader read for some minutes; what failed in that time."""
    folders = [folder / reader for folder in (GROWN, CORPUS)]
    for folder in (*folders, FOUND):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(FOUND.iterdir())
    flags = [
        f"-max_total_time={minutes * 60:.0f}",
        f"-timeout={LONGEST}",
        f"-max_len={LARGEST}",
        f"-artifact_prefix={FOUND / reader}-",
        "-print_final_stats=1",
        "-verbosity=1",
    ]
    command = [sys.executable, "-m", "tests.fuzz.guided", reader, *flags, *map(str, folders)]
    status = subprocess.run(command, check=False).returncode
    found = sorted(set(FOUND.iterdir()) - before)
    if status and not found:
        raise SystemExit(f"{reader} could not be run (status {status})")
    return found


def main() -> int:
    """Read, and print what failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("readers", nargs="*", default=names())
    parser.add_argument("--minutes", type=float, default=1.25, help="for each reader")
    parser.add_argument("--again", action="store_true", help="READER FILE: read that file, once")
    given = parser.parse_args()
    if given.again:
        reader, path = given.readers
        import_module(f"tests.fuzz.readers.{reader}").read(Path(path).read_bytes())
        return 0
    found = {reader: found_in(reader, given.minutes) for reader in given.readers}
    for reader, paths in found.items():
        for path in paths:
            sys.stdout.write(f"{reader} failed: python -m tests.fuzz --again {reader} {path}\n")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
