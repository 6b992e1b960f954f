"""How long `companion --help` takes beside the one library it needs."""

import subprocess
import sys
from statistics import median
from time import perf_counter

from tests.accuracy.report import Report

ROUNDS = 15
RATIO = 1.5
REFERENCE = ("-c", "import click")
HELP = ("-m", "companion", "--help")


def run(report: Report) -> None:
    """Interleaved, so that what else the machine does falls on both alike."""
    seconds: dict[tuple[str, ...], list[float]] = {REFERENCE: [], HELP: []}
    for _ in range(ROUNDS):
        for words, taken in seconds.items():
            began = perf_counter()
            subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
            taken.append(perf_counter() - began)
    bare, helped = median(seconds[REFERENCE]), median(seconds[HELP])
    report.line(f"import click: {bare * 1e3:.0f} ms; companion --help: {helped * 1e3:.0f} ms")
    report.check_at_most("companion --help / import click", helped / bare, RATIO)
