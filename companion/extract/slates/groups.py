"""Groups of like elements in a page: what could be a list in markup."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from companion.decode.page import Page
from companion.extract.slates.outline import Outline

ALIKE = 0.34  # Jaccard index of link paths from which on siblings belong together
_RECENT = 8  # groups of one parent and tag that a child is compared with
_RUN = 3  # links from which on what follows each is compared
_FLAT = frozenset({"h2", "h3", "h4", "h5", "h6", "dt", "p"})

type Record = tuple[int, int]  # an item's first element and the one after its last


class Sort(StrEnum):
    """How the items of a group stand."""

    SIBLINGS = "siblings"
    ROWS = "rows of a grid"
    PERIOD = "several siblings an item"
    FLAT = "siblings up to the next heading"


@dataclass(slots=True, eq=False)
class Group:
    """Like elements under one container, in page order."""

    container: int
    tag: str
    records: list[Record]
    sort: Sort = Sort.SIBLINGS
    members: list[int] = field(default_factory=list)

    def elements(self, page: Page) -> Iterator[int]:
        """The siblings that the items are made of."""
        for start, end in self.records:
            element = start
            while element < end:
                yield element
                element = page.ends[element]

    @property
    def first(self) -> int:
        """The first element of the group, of an item or of what is none."""
        return min(self.members[0], self.records[0][0])

    @property
    def end(self) -> int:
        """The element after the last item."""
        return self.records[-1][1]


def siblings(outline: Outline) -> Iterator[Group]:
    """Groups of like siblings, single ones included, in page order."""
    for parent, children in outline.children.items():
        by_tag: dict[str, list[Group]] = {}
        groups: list[Group] = []
        for child in children:
            group = _joined(outline, by_tag, child)
            if group is None:
                tag = outline.page.tags[child]
                group = Group(parent, tag, [])
                by_tag.setdefault(tag, []).append(group)
                groups.append(group)
            group.members.append(child)
            group.records.append((child, outline.page.ends[child]))
        for group in groups:
            _flatten(outline, group)
            yield group


def _joined(outline: Outline, by_tag: dict[str, list[Group]], child: int) -> Group | None:
    for group in by_tag.get(outline.page.tags[child], [])[-_RECENT:]:
        first, last = group.members[0], group.members[-1]
        if outline.alike(child, first) >= ALIKE or outline.alike(child, last) >= ALIKE:
            return group
    return None


def _is_run(outline: Outline, group: Group) -> bool:
    """Whether links are followed by the same tags with words each: `<a> <i> <span> <hr>`."""
    page, members = outline.page, group.members
    if group.tag != "a" or len(members) < _RUN:
        return False
    between = [_tags_between(page, a, b) for a, b in pairwise(members)]
    if not between[0] or any(tags != between[0] for tags in between):
        return False
    after = page.between(page.stops[members[0]], page.starts[members[1]])
    return any(map(str.isalnum, after))


def _tags_between(page: Page, one: int, other: int) -> tuple[str, ...]:
    """The tags of the siblings between two elements; empty where one of them holds a link."""
    found, at = [], page.ends[one]
    while at < other:
        if "a" in page.tags[at : page.ends[at]]:
            return ()
        found.append(page.tags[at])
        at = page.ends[at]
    return tuple(found)


def _flatten(outline: Outline, group: Group) -> None:
    """Let headings own the siblings that follow, up to the next heading."""
    if group.tag not in _FLAT and not _is_run(outline, group):
        return
    if len(group.members) < 2:
        return
    order = list(outline.page.children(group.container))
    at = {child: index for index, child in enumerate(order)}
    gaps = [at[b] - at[a] for a, b in zip(group.members, group.members[1:], strict=False)]
    if max(gaps) < 2:
        return
    usual = sorted(gaps)[len(gaps) // 2]
    last = order[min(at[group.members[-1]] + usual, len(order)) - 1]
    starts = [*group.members[1:], outline.page.ends[last]]
    group.records = list(zip(group.members, starts, strict=True))
    group.sort = Sort.FLAT
