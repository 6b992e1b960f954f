"""Lists in value trees: found, read, given roles, weighed."""

from collections import Counter
from collections.abc import Iterator

from companion.decode.documents import Document
from companion.extract.slates import evidence, evidence_tree
from companion.extract.slates.alike import Alike
from companion.extract.slates.arrays import Form, Found
from companion.extract.slates.data import threshold
from companion.extract.slates.flatten import tabulate
from companion.extract.slates.heading_tree import of_place
from companion.extract.slates.listed import TreeList
from companion.extract.slates.titles import Reading
from companion.extract.slates.walk import Walked

_FAILURES = 3  # lists of one sort that failed, after which further ones are left unread

type Likeness = tuple[tuple[str, ...], int, Form]


def judged(document: Document, walked: Walked) -> list[TreeList]:
    """The lists of a tree with the evidence for and against each, in document order."""
    failures: Counter[Likeness] = Counter()
    alike = Alike()
    lists: list[TreeList] = []
    for found in walked.lists:
        likeness = (tuple(found.place.names(3)), min(found.total, 4), found.form)
        if failures[likeness] >= _FAILURES:
            continue
        listed = read(document, found, alike)
        if listed is None or listed.score < threshold():
            failures[likeness] += 1
        if listed is not None:
            lists.append(listed)
    return lists


def read(document: Document, found: Found, alike: Alike) -> TreeList | None:
    """One list with its evidence; None when no column can be a title."""
    table = tabulate(found.elements)
    if table is None:
        return None
    reading = Reading(tuples=found.form is Form.ROWS)
    positions = alike.roles((found.form, *found.place.names(3)), table, reading)
    if positions.title is None:
        return None
    listed = TreeList(
        document=document,
        prefix=document.prefix,
        table=table,
        roles=positions,
        heading=of_place(found.place),
        total=found.total,
        found=found,
    )
    evidence.common(listed)
    evidence_tree.judge(listed)
    return listed


def containing(lists: list[TreeList]) -> Iterator[tuple[TreeList, TreeList]]:
    """Each list that stands inside an item of another, with the nearest such one."""
    by_place: dict[int, TreeList] = {}
    for listed in lists:
        by_place.setdefault(id(listed.found.place.value), listed)
    for listed in lists:
        for above in listed.found.place.above():
            outer = by_place.get(id(above.value))
            if outer is not None and outer is not listed and not _holds_its_items(outer, listed):
                yield listed, outer
                break


def _holds_its_items(outer: TreeList, listed: TreeList) -> bool:
    """Whether an order list stands in the very store that its items are taken from."""
    return listed.found.form is Form.ORDER and outer.found.form is Form.MAP
