"""Lists in which one item is several siblings, such as two table rows a story."""

from collections.abc import Sequence
from itertools import pairwise

from companion.decode.page import Page
from companion.extract.slates.groups import Group, Record, Sort
from companion.extract.slates.outline import Outline

_SHORTEST = 6  # children from which on a period can be told
_PERIODS = ((2, 0.85), (3, 0.6))  # period, share of children that differ from the next
_EQUAL = 0.85  # share of children equal to the one a period on

type Shape = tuple[str, tuple[str, ...]]


def periodic(outline: Outline, parent: int) -> Group | None:
    """The list that a parent's children make when they repeat with a period of 2 or 3."""
    page = outline.page
    if len(outline.children[parent]) < 3:
        return None
    children = list(page.children(parent))
    if len(children) < _SHORTEST:
        return None
    shapes = [_shape(page, child) for child in children]
    for period, unlike in _PERIODS:
        if _repeats(shapes, period, unlike):
            records = _records(outline, children, shapes, period)
            if len(records) >= 2:
                members = [start for start, _ in records]
                return Group(parent, page.tags[members[0]], records, Sort.PERIOD, members)
    return None


def _shape(page: Page, element: int) -> Shape:
    """An element's tag and its children's tags; classes alternate for other reasons."""
    return page.tags[element], tuple(page.tags[child] for child in page.children(element))


def _repeats(shapes: Sequence[Shape], period: int, unlike: float) -> bool:
    pairs = list(zip(shapes, shapes[period:], strict=False))
    equal = sum(a == b for a, b in pairs)
    neighbours = list(pairwise(shapes))
    differ = sum(a != b for a, b in neighbours)
    return equal >= _EQUAL * len(pairs) and differ >= unlike * len(neighbours)


def _records(
    outline: Outline, children: Sequence[int], shapes: Sequence[Shape], period: int
) -> list[Record]:
    """Slices of so many siblings, from the first that leads somewhere and comes again."""
    start = next(
        (
            at
            for at, child in enumerate(children[:-period])
            if child in outline.children and shapes[at] == shapes[at + period]
        ),
        len(children),
    )
    starts = range(start, len(children), period)
    whole = [at for at in starts if shapes[at] == shapes[start]]
    ends = outline.page.ends
    return [(children[at], ends[children[min(at + period, len(children)) - 1]]) for at in whole]
