"""Lists in markup: grouped, read, given roles, weighed."""

from collections import Counter
from collections.abc import Iterator, Sequence

from companion.decode.documents import Document
from companion.decode.page import Page
from companion.extract.slates import evidence, evidence_page, names
from companion.extract.slates.cells import tabulate
from companion.extract.slates.data import threshold, weights
from companion.extract.slates.gridrows import merge_rows, without_cells
from companion.extract.slates.groups import Group, siblings
from companion.extract.slates.heading import of_group
from companion.extract.slates.listed import PageList
from companion.extract.slates.markup import class_words
from companion.extract.slates.outline import outline
from companion.extract.slates.periods import periodic
from companion.extract.slates.roles import roles
from companion.extract.slates.smallest import tightened
from companion.extract.slates.titles import Reading

_WITH_HEAD = 4  # siblings of which the first can be the head of the others
MOST_GROUPS = 20_000
_FAILURES = 40  # of groups alike under one element that failed, after which others are left unread

type Likeness = tuple[int, str, int]


def grouped(page: Page) -> list[Group]:
    """What could be lists in a page, in page order."""
    reduced = outline(page)
    groups = list(siblings(reduced))
    periods = {parent: group for parent in reduced.children if (group := periodic(reduced, parent))}
    groups = [group for group in groups if group.container not in periods]
    merged = without_cells(reduced, merge_rows(reduced, groups)) + list(periods.values())
    for group in merged:
        _leave_out_clones(page, group)
        _leave_out_head(page, group)
    several = [group for group in merged if len(group.records) >= 2]
    return sorted(several, key=lambda group: (group.container, group.first))


def _leave_out_clones(page: Page, group: Group) -> None:
    """Drop what endless carousels repeat at both ends."""
    classed = any(page.attributes[start] for start, _ in group.records)
    if not classed:
        return
    own = [it for it in group.records if not names.in_class("clone", class_words(page, it[0]))]
    group.records = own or group.records


def _leave_out_head(page: Page, group: Group) -> None:
    """Drop the head of a box that stands among its items: by class, and made otherwise."""
    if len(group.records) < _WITH_HEAD or len(group.members) != len(group.records):
        return
    first, second, third = (class_words(page, start) for start, _ in group.records[:3])
    odd = first and first != second and second == third
    if odd and names.in_class("head", first) and not names.in_class("head", second):
        del group.records[0], group.members[0]


def judged(document: Document, page: Page, prefix: str, groups: Sequence[Group]) -> list[PageList]:
    """The lists among some groups of a page with the evidence for and against each."""
    failures: Counter[Likeness] = Counter()
    lists: list[PageList] = []
    for group in groups:
        likeness = (page.parents[group.container], group.tag, min(len(group.records), 4))
        if failures[likeness] >= _FAILURES:
            continue
        listed = _weighed(document, page, prefix, group)
        if listed is None or listed.score < threshold():
            failures[likeness] += 1
        if listed is not None:
            lists.append(listed)
    return lists


def _weighed(document: Document, page: Page, prefix: str, group: Group) -> PageList | None:
    """One list with its evidence; None when its place or its lack of titles rules it out."""
    against = evidence_page.chrome(page, group)
    if sum(points for _, points in against) <= weights("evidence_html")["unread"]:
        return None
    listed = read(document, page, prefix, group)
    if listed is not None:
        listed.evidence[:0] = against
    return listed


def read(document: Document, page: Page, prefix: str, group: Group) -> PageList | None:
    """One list with its evidence; None when no column can be a title."""
    table = tabulate(page, group)
    if table is None:
        return None
    positions = roles(table, Reading(html=True))
    if positions.title is None:
        return None
    tightened(table, positions)
    listed = PageList(
        document=document,
        prefix=prefix,
        table=table,
        roles=positions,
        heading=of_group(page, group),
        total=len(group.records),
        page=page,
        group=group,
    )
    evidence.common(listed)
    evidence_page.judge(listed)
    return listed


def containing(lists: Sequence[PageList]) -> Iterator[tuple[PageList, PageList]]:
    """Each list that stands inside an item of another, with the nearest such one."""
    owners: dict[int, PageList] = {}
    for listed in lists:
        for element in listed.group.elements(listed.page):
            owners[element] = listed
    for listed in lists:
        container = listed.group.container
        for above in (container, *listed.page.ancestors(container)):
            outer = owners.get(above)
            if outer is not None and outer is not listed:
                yield listed, outer
                break
