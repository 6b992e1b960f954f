"""Answers and pages with planted lists, and look-alikes: how well lists are found in them.

A batch is scored once before anyone tunes on it: that first figure is what a person meets on
sites nobody has seen. The figures after repair, which follow, are no forecast.
"""

from tests.accuracy.report import Report
from tests.accuracy.shapes.score import Score, score
from tests.accuracy.shapes.shape import shapes

__all__ = ["run", "shapes"]

# Batch: planted lists, found at first contact, look-alikes, false lists at first contact; all by
# the same hands as the finder, 2026-11-24.
FIRST_CONTACT = {1: (49, 46, 22, 0), 2: (37, 33, 18, 0), 3: (24, 23, 14, 0)}

TARGETS = (
    ("lists found", Score.recall, 0.9),
    ("items found", Score.item_recall, 0.97),
    ("items in order", Score.order, 1.0),
    ("titles, links and prices right", Score.fields, 0.95),
    ("disclosure right", Score.disclosure, 0.95),
    ("surface right", Score.surfaces, 0.9),
)


def run(report: Report) -> None:
    made = shapes()
    report.line(f"{len(made)} shapes, {sum(not one.planted for one in made)} of them look-alikes")
    for batch, (planted, found, alike, false) in FIRST_CONTACT.items():
        report.line(
            f"batch {batch} at first contact: {found} of {planted} lists, "
            f"{false} false on {alike} look-alikes"
        )
    total = Score()
    for one in made:
        scored = score(one)
        for complaint in scored.complaints:
            report.line(f"{one.name}: {complaint}")
        total.add(scored)
    for what, figure, target in TARGETS:
        report.check(what, figure(total), target)
    report.check_at_most("false recommendations per shape", total.false / len(made), 0.02)
