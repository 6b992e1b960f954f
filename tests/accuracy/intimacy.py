"""What surfaced of private acts, on planted lives: is it so, is it found, and silence elsewhere.

Rules were made on the subjects `tuned`; figures are of the subjects `measured`.
"""

from collections import Counter

from companion.classify.surfaced import surfaced
from tests.accuracy.privately import SITE, Kind, lives
from tests.accuracy.report import Report

COUNT = 40
NULLS = {
    "nothing follows": Kind(follows=False),
    "shown to all, and before": Kind(others_too=True),
    "read of openly in a shop": Kind(openly=True),
    "pages about it on the same site": Kind(here=True),
    "what somebody else at home reads of": Kind(unread=True),
    "no way from the forum": Kind(path=False),
    "a record of two days before": Kind(begins=2),
}


def run(report: Report) -> None:
    for half in ("tuned", "measured"):
        got = counted(Kind(), half, COUNT)
        precision, recall = got["right"] / max(1, got["said"]), got["found"] / got["lives"]
        found = got["right"] / got["planted"]
        report.line(f"{half}: {got['said']} entries said to speak of private acts")
        if half == "measured":
            report.check("  precision", precision, 0.9)
            report.line(f"  lives told {recall:.3f}, entries {found:.3f}")
        else:
            report.line(f"  precision {precision:.3f}, lives {recall:.3f}, entries {found:.3f}")
        for name, kind in NULLS.items():
            wrong = counted(kind, half, COUNT)["wrong"] / COUNT
            report.check_at_most(f"  {name}: wrong flags", wrong, 0.05)


def counted(kind: Kind, half: str, count: int) -> Counter[str]:
    """How many entries were said, rightly; how many lives wrongly."""
    got = Counter[str]()
    for life in lives(kind, half, count):
        said = {it.item.title for it in surfaced(SITE, life.record).found}
        got["lives"] += 1
        got["wrong"] += bool(said - life.planted)
        got["found"] += bool(said & life.planted)
        got["said"] += len(said)
        got["right"] += len(said & life.planted)
        got["planted"] += len(life.planted)
    return got
