"""Scores what was found in a shape against what was planted in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from companion.extract.slates import slates
from companion.extract.slates.titles import title_key
from companion.model import Item, Slate, Surface
from tests.accuracy.shapes.shape import Planted, Shape

CHOSEN = {Surface.RECOMMENDATION, Surface.FEED, Surface.AD}


@dataclass
class Score:
    """Counts over shapes; the figures are shares."""

    planted: int = 0
    found: int = 0
    items: int = 0
    items_found: int = 0
    ordered: int = 0
    cells: int = 0
    cells_right: int = 0
    told: int = 0
    told_right: int = 0
    sorts: int = 0
    sorts_right: int = 0
    false: int = 0
    complaints: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def recall(self) -> float:
        return self.found / self.planted

    def item_recall(self) -> float:
        return self.items_found / self.items

    def order(self) -> float:
        return self.ordered / self.found

    def fields(self) -> float:
        return self.cells_right / self.cells

    def disclosure(self) -> float:
        return self.told_right / self.told

    def surfaces(self) -> float:
        return self.sorts_right / self.sorts


def score(one: Shape) -> Score:
    """The score of one shape."""
    total = Score()
    left = list(slates(one.exchange))
    for planted in one.planted:
        total.planted += 1
        slate = max(left, key=lambda it: _common(planted, it), default=None)
        if slate is None or _common(planted, slate) < 0.8 * len(planted.things):
            total.complaints.append(f"not found: {planted.heading or planted.things[0].title!r}")
            continue
        left.remove(slate)
        _compare(planted, slate, total)
    for slate in left:
        if slate.surface in CHOSEN:
            total.false += 1
            titles = [item.title for item in slate.items[:3]]
            total.complaints.append(f"false {slate.surface} {slate.heading!r} {titles}")
    return total


def _common(planted: Planted, slate: Slate) -> int:
    titles = {title_key(item.title) for item in slate.items}
    return sum(title_key(thing.title) in titles for thing in planted.things)


def _compare(planted: Planted, slate: Slate, total: Score) -> None:
    total.found += 1
    total.items += len(planted.things)
    total.items_found += _common(planted, slate)
    wanted = [title_key(thing.title) for thing in planted.things]
    got = [key for item in slate.items if (key := title_key(item.title)) in wanted]
    total.ordered += got == [key for key in wanted if key in got]
    _compare_cells(planted, slate.items, total)
    if planted.surface is not None:
        _check(total, "sorts", slate.surface, planted.surface)
    if planted.judged:
        _check(total, "told", slate.disclosed, planted.told)
    if planted.heading is not None:
        _check(total, "cells", slate.heading, planted.heading)
    marked = {item.rank for item in slate.items if item.sponsored}
    _check(total, "cells", marked, set(planted.sponsored))


def _compare_cells(planted: Planted, items: Sequence[Item], total: Score) -> None:
    for thing, item in zip(planted.things, items, strict=False):
        _check(total, "cells", item.title, thing.title)
        if planted.links:
            _check(total, "cells", str(item.url).endswith((thing.path, str(thing.id))), True)
        if planted.prices:
            _check(
                total,
                "cells",
                (float(item.price or 0), item.currency),
                (thing.cents / 100, planted.prices),
            )


def _check(total: Score, what: str, got: object, wanted: object) -> None:
    right = got == wanted
    setattr(total, what, getattr(total, what) + 1)
    setattr(total, f"{what}_right", getattr(total, f"{what}_right") + right)
    if not right:
        total.complaints.append(f"{what}: {got!r} instead of {wanted!r}")
