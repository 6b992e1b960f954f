"""How long after the last byte of a page of 150 requests all of it is read and judged.

The page comes over three seconds, as pages do; the analyzer is the process that a recording starts.
A load has three documents (the page and two frames); beside it stands what 22 large documents
among 150 requests take, as the mix of the other figures has them.
"""

import os
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from mitmproxy.http import HTTPFlow

from addons import flow as flows
from companion.capture.journal import Writer
from companion.live.child import start
from companion.settings import data_folder
from companion.store import exchanges, progress
from companion.store.open import Database, open_store
from tests.accuracy.report import Report
from tests.bench.recording import a_flow
from tests.bench.signals import MAKERS

SECONDS = 3.0
LOAD = {"page": 3, "json": 37, "beacon": 60, "image": 50}
HEAVY = {"page": 22, "json": 53, "beacon": 60, "image": 15}
PAGES = 4
MOST = 2.0


def run(report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.db"
        journal = Writer(data_folder(path) / "journal")
        command = [sys.executable, "-m", "companion", "analyze", "--db", str(path), "--follow"]
        with open_store(path) as db:
            child = start("analyzer", [*command, "--parent", str(os.getpid())], data_folder(path))
            loads, heavy = (
                [waited(db, journal, made(kinds, first + at)) for at in range(PAGES + 1)][1:]
                for first, kinds in ((0, LOAD), (PAGES + 1, HEAVY))
            )
            child.stop(within=30)
        journal.close()
    report.line("with three documents: " + ", ".join(f"{wait:.2f} s" for wait in loads))
    report.line("with twenty-two: " + ", ".join(f"{wait:.2f} s" for wait in heavy))
    report.check_at_most("seconds from the last byte to the last finding", median(loads), MOST)


def made(kinds: dict[str, int], number: int) -> list[HTTPFlow]:
    """The flows of a page, in an order of its own, at addresses that no other has."""
    rng = random.Random(number)
    order = rng.sample([kind for kind, count in kinds.items() for _ in range(count)], k=150)
    return [a_flow(MAKERS[kind](rng, number * 1_000 + at)) for at, kind in enumerate(order)]


def waited(db: Database, journal: Writer, page: list[HTTPFlow]) -> float:
    """Write a page; seconds until everything of it was judged."""
    before = exchanges.count(db)
    began = time.monotonic()
    for at, flow in enumerate(page):
        time.sleep(max(0.0, began + at * SECONDS / len(page) - time.monotonic()))
        journal.write(flows.exchange(flow))
    last = time.monotonic()
    while exchanges.count(db) < before + len(page) or progress.judged(db) != progress.cursor(db):
        time.sleep(0.02)
    return time.monotonic() - last
