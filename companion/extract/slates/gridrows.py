"""Lists that are broken into rows: grids, slides of a carousel, masonry columns, table layouts."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from companion.extract.slates.groups import ALIKE, Group, Sort
from companion.extract.slates.outline import Outline

_ROWS = 3  # of a table, from which on its rows can be items
WIDEST = 12  # items of one row
_BARE = frozenset({"a", "span", "b", "strong", "em", "i"})
_BLOCKS = frozenset(
    {"div", "img", "picture", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "p", "article", "li"}
)
_CELLS = frozenset({"td", "th"})
_PICTURED = frozenset({"img", "picture", "figure", "h1", "h2", "h3", "h4", "h5", "h6"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def merge_rows(outline: Outline, groups: Sequence[Group]) -> list[Group]:
    """The groups with the rows of one grid made one, and without the lists of the rows."""
    headings = [at for at, tag in enumerate(outline.page.tags) if tag in _HEADINGS]
    rows: dict[int, list[tuple[int, Group]]] = {}
    for group in groups:
        if len(group.records) <= WIDEST and _can_be_row(outline, group):
            row = outline.lifted[group.container]
            parent = outline.page.parents[row]
            if parent >= 0:
                rows.setdefault(parent, []).append((row, group))
    by_container: dict[int, list[Group]] = {}
    for group in groups:
        by_container.setdefault(group.container, []).append(group)
    merged: list[Group] = []
    gone: set[int] = set()
    for parent, members in rows.items():
        for run in _runs(outline, members, headings):
            merged.append(_one(parent, run))
            gone |= {id(group) for _, group in run}
            tops = {row for row, _ in run}
            of_rows = by_container.get(parent, [])
            gone |= {id(group) for group in of_rows if not tops.isdisjoint(group.members)}
    kept = [group for group in groups if id(group) not in gone]
    return sorted(kept + merged, key=lambda group: (group.container, group.first))


def without_cells(outline: Outline, groups: Sequence[Group]) -> list[Group]:
    """The groups without the cells of a table whose rows are the items."""
    tags, parents = outline.page.tags, outline.page.parents
    by_table: dict[int, list[Group]] = {}
    for group in groups:
        if tags[group.container] == "tr" and group.tag in _CELLS:
            by_table.setdefault(parents[group.container], []).append(group)
    tables = [rows for rows in by_table.values() if len(rows) >= _ROWS]
    gone = {id(group) for rows in tables if _are_parts(outline, rows) for group in rows}
    return [group for group in groups if id(group) not in gone]


def _can_be_row(outline: Outline, group: Group) -> bool:
    """Whether these could be items of a row: not the bare links inside one item."""
    if group.sort is not Sort.SIBLINGS:
        return False
    needed = _BLOCKS if group.tag in _BARE else _PICTURED if group.tag in _CELLS else None
    if needed is None:
        return True
    tags = outline.page.tags
    return all(not needed.isdisjoint(tags[start + 1 : end]) for start, end in group.records)


def _runs(
    outline: Outline, members: Sequence[tuple[int, Group]], headings: Sequence[int]
) -> list[list[tuple[int, Group]]]:
    """Rows next to each other whose items are alike, with no other heading between."""
    runs: list[list[tuple[int, Group]]] = []
    for row, group in sorted(members, key=lambda member: member[1].first):
        run = next((run for run in reversed(runs) if _fits(outline, run, row, group)), None)
        if run and not _heading_between(outline, headings, run[-1][1], group):
            run.append((row, group))
        else:
            runs.append([(row, group)])
    return [run for run in runs if _is_grid(outline, [group for _, group in run])]


def _fits(outline: Outline, run: list[tuple[int, Group]], row: int, group: Group) -> bool:
    before_row, before = run[-1]
    tags = outline.page.tags
    same = before.tag == group.tag and tags[before_row] == tags[row]
    if before_row == row or not same or before.end > group.first:
        return False
    return outline.alike(run[0][1].members[0], group.members[0]) >= ALIKE


def _heading_between(
    outline: Outline, headings: Sequence[int], before: Group, group: Group
) -> bool:
    """Whether another heading than the one above the first row stands between two rows."""
    page = outline.page
    first = bisect_left(headings, before.end)
    between = headings[first : bisect_left(headings, group.first)]
    return any(page.text(heading) for heading in between)


def _is_grid(outline: Outline, groups: Sequence[Group]) -> bool:
    """Whether rows are rows of items, rather than items whose parts look alike."""
    if len(groups) < 2 or max(len(group.records) for group in groups) < 2:
        return False
    if _are_copies(outline, groups) or _same_targets(outline, groups):
        return False
    return not _are_parts(outline, groups)


def _are_copies(outline: Outline, groups: Sequence[Group]) -> bool:
    """Whether the second row leads where the first one does: one list, written twice."""
    first, second = ({_target(outline, *record) for record in g.records} for g in groups[:2])
    return len(first & second) * 2 > min(len(first), len(second))


def _same_targets(outline: Outline, groups: Sequence[Group]) -> bool:
    """Whether the members of most rows lead to one and the same place: parts of one item."""
    page = outline.page
    same = several = 0
    for group in groups[:20]:
        targets = [_target(outline, start, end) for start, end in group.records]
        known = [target for target in targets if target]
        if len(known) >= 2:
            several += 1
            same += len(set(known)) < len(known)
    return bool(page) and same * 2 > several


def _target(outline: Outline, start: int, end: int) -> str:
    attributes = outline.page.attributes
    hrefs = (attributes[at].get("href") for at in range(start, min(end, start + 40)))
    return next((href for href in hrefs if href), "")


def _are_parts(outline: Outline, groups: Sequence[Group]) -> bool:
    """Whether members differ along a row but are equal down the columns."""
    shapes = [[_shape(outline, member) for member in group.members] for group in groups[:20]]
    along = [a == b for row in shapes for a, b in pairwise(row)]
    down = [a == b for row, below in pairwise(shapes) for a, b in zip(row, below, strict=False)]
    if not along or not down:
        return False
    return sum(along) < 0.5 * len(along) and sum(down) >= 0.8 * len(down)


def _shape(outline: Outline, element: int) -> tuple[str, ...]:
    page = outline.page
    classes = page.attributes[element].get("class") or ""
    inner = page.tags[element + 1 : min(page.ends[element], element + 12)]
    return (classes, *inner)


def _one(parent: int, run: Sequence[tuple[int, Group]]) -> Group:
    groups = [group for _, group in run]
    records = [record for group in groups for record in group.records]
    members = [member for group in groups for member in group.members]
    return Group(parent, groups[0].tag, records, Sort.ROWS, members)
