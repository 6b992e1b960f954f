"""Lists on sites never seen before: shapes written blind, in batches, with planted truth.

Whoever writes a batch has not read how lists are found, scores it once right after writing it
and puts that figure into `firstcontact.toml`. The figure of today stands beside it: today's has
been tuned on, first contact is what a person meets.
"""

import os
import pkgutil
import tomllib
from functools import reduce
from importlib import import_module
from operator import add
from pathlib import Path

from companion.decode.content import decoded
from companion.extract.slates import slates
from tests.accuracy.firstcontact.kit import Shape, shapes_of
from tests.accuracy.firstcontact.overview import overview
from tests.accuracy.firstcontact.score import Score, score
from tests.accuracy.report import Report

SEED = int(os.environ.get("FIRST_CONTACT_SEED", "20261124"))
FIGURES = Path(__file__).parent / "firstcontact.toml"
TARGETS = {
    "slate recall": 0.90,
    "item recall": 0.97,
    "order": 1.0,
    "titles": 0.95,
    "links": 0.95,
    "prices": 0.95,
    "disclosure": 0.95,
}
MOST_FALSE = 2.0


def batches(seed: int = SEED) -> dict[str, list[Shape]]:
    """Every batch, oldest first: its shapes and look-alikes; adding one is adding a file."""
    made: dict[str, list[Shape]] = {}
    for found in pkgutil.iter_modules(__path__):
        kind, _, number = found.name.partition("_")
        if kind in ("batch", "alike") and number:
            module = import_module(f"{__name__}.{found.name}")
            made.setdefault(f"batch_{number}", []).extend(shapes_of(module, seed))
    return dict(sorted(made.items()))


def total(shapes: list[Shape]) -> Score:
    """The score of shapes together."""
    return reduce(add, (score(it, slates(decoded(it.exchange))) for it in shapes), Score())


def figures(it: Score) -> dict[str, float]:
    """What is printed: shares between 0 and 1, false slates per 100 pages."""
    return {
        "slate recall": _share(it.lists, it.lists_of),
        "item recall": _share(it.items, it.items_of),
        "order": _share(it.order, it.lists),
        "given once": 1 - _share(it.twice, it.lists_of),
        "titles": _share(it.titles, it.titles_of),
        "links": _share(it.links, it.links_of),
        "prices": _share(it.prices, it.prices_of),
        "surface": _share(it.surface, it.lists),
        "disclosure": _share(it.disclosed, it.lists),
        "heading": _share(it.heading, it.heading_of),
        "sponsor marks": _share(it.sponsored, it.sponsored_of),
        "reasons": _share(it.reasons, it.reasons_of),
        "false on look-alikes": _share(100 * it.false_alike, it.alikes),
        "false on all pages": _share(100 * (it.false_alike + it.false_extra), it.pages),
    }


def run(report: Report) -> None:
    """Each batch's figures today, beside those of first contact; all batches in a table."""
    first = tomllib.loads(FIGURES.read_text("utf-8"))
    table = {}
    for name, shapes in batches().items():
        now = total(shapes)
        was = first.get(name, {})
        today = figures(now)
        table[name] = was.get("figures", {}), today
        report.line(f"\n{name}: {now.lists_of} lists, {now.alikes} look-alikes")
        report.line(f"  first contact: {was.get('source', 'not measured')}")
        for what, value in today.items():
            _print(report, what, value, was.get("figures", {}).get(what))
        if os.environ.get("FIRST_CONTACT_NOTES"):
            report.line("\n".join(f"  - {it}" for it in now.notes))
    report.line("\nfirst contact→today")
    for line in overview(table):
        report.line(line)


def _print(report: Report, what: str, value: float, was: float | None) -> None:
    label = f"  {what} (first contact {was:.3f}), today" if was is not None else f"  {what}"
    if what in TARGETS:
        report.check(label, value, TARGETS[what])
    elif what.startswith("false"):
        report.check_at_most(label, value, MOST_FALSE)
    else:
        report.line(f"{label}: {value:.3f}")


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
