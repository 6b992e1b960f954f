"""Answers and pages with planted lists, and look-alikes: how well lists are found in them.

Written by the same hands as the finder and used while it was tuned: no forecast of what happens
on shapes that nobody tuned on.
"""

from tests.accuracy.report import Report
from tests.accuracy.shapes import formats, layouts, lookalikes, mixed, pages, traps, trees
from tests.accuracy.shapes.score import Score, score
from tests.accuracy.shapes.shape import shapes

__all__ = [
    "formats", "layouts", "lookalikes", "mixed", "pages", "run", "shapes", "traps", "trees",
]  # fmt: skip

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
    total = Score()
    for one in made:
        found = score(one)
        for complaint in found.complaints:
            report.line(f"{one.name}: {complaint}")
        total.add(found)
    for what, figure, target in TARGETS:
        report.check(what, figure(total), target)
    report.check_at_most("false recommendations per shape", total.false / len(made), 0.02)
