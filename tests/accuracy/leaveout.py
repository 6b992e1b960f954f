"""What was tuned on the corpus, tuned again without each source and tried on that source.

The one figure that was set by these captures is the score from which on a list is a slate; the
points behind it were set on generated shapes too, and are left as they are.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import mean, median

from companion.extract.slates import data
from companion.extract.slates.sites.load import NOTHING_KNOWN
from tests.accuracy.report import Report, corpus
from tests.accuracy.slates import Tally, tallied

GRID = (3.5, 3.8, 4.0, 4.2, 4.3, 4.4, 4.6, 4.8, 5.0, 5.3)
EXTRA = 0.1  # what an extra list costs, in recall of one entry

type Tallies = Mapping[float, Tally]


def run(report: Report) -> None:
    folder = corpus()
    if folder is None:
        report.line("skipped: the corpus of real captures is not here")
        return
    tallies = {}
    for least in GRID:
        with threshold(least):
            tallies[least] = tallied(folder, NOTHING_KNOWN)
    sources = sources_of(folder)
    recalls: list[float] = []
    extras = 0
    for source in sorted(set(sources.values())):
        own = [entry for entry, of in sources.items() if of == source]
        least = chosen(tallies, [entry for entry in sources if entry not in own])
        found = [tallies[least].recalls[it] for it in own if it in tallies[least].recalls]
        more = len(extras_of(tallies[least], own))
        recalls += found
        extras += more
        told = f"recall {mean(found):.3f}" if found else "no labelled list"
        report.line(f"without {source}: threshold {least}; on it {told}, {more} extra")
    report.check("recall, each source by what the others chose", mean(recalls), 0.85)
    report.line(f"extra lists, each source by what the others chose: {extras}")


def chosen(tallies: Tallies, entries: Sequence[str]) -> float:
    """The threshold that does best on some entries; of several, the one in the middle."""
    merits = {least: merit(tally, entries) for least, tally in tallies.items()}
    best = [least for least, value in merits.items() if value == max(merits.values())]
    return min(best, key=lambda least: abs(least - median(best)))


def merit(tally: Tally, entries: Sequence[str]) -> float:
    found = sum(tally.recalls.get(entry, 0.0) for entry in entries)
    return round(found - EXTRA * len(extras_of(tally, entries)), 6)


def extras_of(tally: Tally, entries: Sequence[str]) -> list[str]:
    return [line for line in tally.extras if line.partition(":")[0] in entries]


def sources_of(folder: Path) -> dict[str, str]:
    """The repository that each entry comes from."""
    entries = json.loads((folder / "labels.json").read_text())["entries"]
    return {entry["id"]: entry["repo"] for entry in entries}


@contextmanager
def threshold(value: float) -> Iterator[None]:
    """Take lists from another score on, for a while."""
    table = data._table("weights")
    before = table["threshold"]
    table["threshold"] = value
    data.threshold.cache_clear()
    try:
        yield
    finally:
        table["threshold"] = before
        data.threshold.cache_clear()
