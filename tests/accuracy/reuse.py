"""Reuse across parts of life, on planted lives: what is claimed is so, and what is so is claimed.

Seeds from `TUNED` on were looked at while the program was made; figures are of those from
`MEASURED` on.
"""

from collections import Counter
from collections.abc import Sequence

from companion.classify.detector import Claim, detectors
from companion.model import FindingKind
from tests.accuracy.crossing import NULLS, REALLY, SITE, WAYS, lives
from tests.accuracy.report import Report

TUNED, MEASURED, COUNT = 1, 1_000, 40


def run(report: Report) -> None:
    for half, begin in (("tuned on", TUNED), ("measured", MEASURED)):
        got = counted(COUNT, WAYS, begin)
        precision, recall = got["right"] / max(1, got["said"]), got["right"] / got["really"]
        report.line(f"{half}: {got['said']} claims on {COUNT} lives of {len(WAYS)} parties")
        if half == "measured":
            report.check("  precision", precision, 0.95)
            report.check("  recall", recall, 0.85)
        else:
            report.line(f"  precision {precision:.3f}, recall {recall:.3f}")
        for way in REALLY:
            report.line(f"  by {way}: {got[way] / COUNT:.3f} told")
        for way in NULLS:
            report.check_at_most(f"  {way}: flags", got[way] / COUNT, 0.05)
    alone = counted(COUNT, WAYS, MEASURED, strangers=False)
    report.line(f"without strangers' lists: topics told {alone['topic'] + alone['strong topic']}")
    report.check_at_most("  flags", sum(alone[way] for way in NULLS) / COUNT, 0.05)


def counted(count: int, ways: Sequence[str], begin: int, *, strangers: bool = True) -> Counter[str]:
    """How many parties were claimed, by what they do; how many rightly."""
    got = Counter[str]()
    look = detectors()[FindingKind.CROSS_CONTEXT_REUSE].look
    for life in lives(count, ways, begin, strangers=strangers):
        said = {it.party for it in look(SITE, life.record) if isinstance(it, Claim)}
        got["said"] += len(said)
        got["right"] += len(said & life.really)
        got["really"] += len(life.really)
        got.update(ways[int(party[1:].partition(".")[0])] for party in said)
    return got
