"""A page as flat arrays in document order: what lists are sought in.

Element `i` owns the elements `i + 1 .. ends[i] - 1`, so a subtree is a slice, and so is its text.
Content of `<template>` elements stands below them like any other content. Text of scripts and
styles and comments are kept apart in `raw`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain

from selectolax.lexbor import LexborNode

from companion.decode import markup

MOST_ELEMENTS = 150_000
RAW = frozenset({"script", "style", "noembed"})
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "em", "font", "i", "ins", "mark", "q", "s", "small"}
    | {"strong", "sub", "sup", "u", "wbr"}
)

type Attributes = dict[str, str | None]


@dataclass
class Page:
    """Parallel arrays over the elements of a page; see the module's first lines."""

    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    attributes: list[Attributes] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # the first piece of each element
    stops: list[int] = field(default_factory=list)  # the piece after its last
    pieces: list[str] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)  # the element each piece stands in
    raw: dict[int, str] = field(default_factory=dict)
    worded: set[int] = field(default_factory=set)  # the elements that text stands in directly
    cut: bool = False

    def __len__(self) -> int:
        """How many elements there are."""
        return len(self.tags)

    def next(self, element: int) -> int:
        """The sibling after an element; -1 when it is the last."""
        after = self.ends[element]
        same = after < len(self.parents) and self.parents[after] == self.parents[element]
        return after if same else -1

    @cached_property
    def previous(self) -> list[int]:
        """The sibling before each element; -1 for a first one."""
        found = [-1] * len(self.tags)
        for element, end in enumerate(self.ends):
            if end < len(found) and self.parents[end] == self.parents[element]:
                found[end] = element
        return found

    def children(self, element: int) -> Iterator[int]:
        """The element's own children, in order."""
        child, end, ends = element + 1, self.ends[element], self.ends
        while child < end:
            yield child
            child = ends[child]

    def between(self, first: int, last: int) -> str:
        """The pieces first .. last - 1 as text with single spaces."""
        return " ".join("".join(self.pieces[first:last]).split())

    def slice(self, start: int, end: int) -> str:
        """Visible text of sibling elements: from `start` up to where `end` begins."""
        parent = self.parents[start]
        if end < len(self.tags) and self.parents[end] == parent:
            return self.between(self.starts[start], self.starts[end])
        return self.between(self.starts[start], self.stops[parent])

    def text(self, element: int) -> str:
        """Visible text of an element, with single spaces."""
        return self.between(self.starts[element], self.stops[element])

    @cached_property
    def _amounts(self) -> list[int]:
        return [0, *accumulate(map(len, self.pieces))]

    def amount(self, element: int) -> int:
        """About how many characters of text an element holds; costs nothing to ask."""
        return self._amounts[self.stops[element]] - self._amounts[self.starts[element]]

    def own(self, element: int) -> str:
        """Text that stands in the element itself, not in elements inside it."""
        owners, pieces = self.owners, self.pieces
        inside = range(self.starts[element], self.stops[element])
        return " ".join("".join(pieces[at] for at in inside if owners[at] == element).split())

    def ancestors(self, element: int) -> Iterator[int]:
        """The element's ancestors, nearest first."""
        element = self.parents[element]
        while element >= 0:
            yield element
            element = self.parents[element]

    @cached_property
    def bearers(self) -> dict[str, int]:
        """The first element that bears each `id`."""
        found: dict[str, int] = {}
        for element, attributes in enumerate(self.attributes):
            if attributes and (word := attributes.get("id")):
                found.setdefault(word, element)
        return found


def parse(text: str) -> Page:
    """The page that a text makes; never raises, however broken the text is."""
    root = markup.page(text).root
    page = Page()
    if root is not None:
        _fill(page, root)
    return page


def _fill(page: Page, root: LexborNode) -> None:
    """One walk without recursion: each open element is an iterator over what it still holds."""
    _open(page, root, -1)
    elements, walks = [0], [_inside(root, page.tags[0])]
    while walks:
        node = next(walks[-1], None)
        if node is None:
            walks.pop()
            _close(page, elements.pop())
        elif not node.is_element_node:
            _read(page, node, elements[-1])
        elif len(page.tags) < MOST_ELEMENTS:
            elements.append(_open(page, node, elements[-1]))
            walks.append(_inside(node, page.tags[-1]))
        else:
            page.cut = True
            break
    for element in reversed(elements):
        _close(page, element)


def _inside(node: LexborNode, tag: str) -> Iterator[LexborNode]:
    """What stands right below an element, the content of a template included."""
    own = node.iter(include_text=True)
    if tag != "template":
        return own
    return chain(own, *(content.iter(include_text=True) for content in node.template_fragments()))


def _open(page: Page, node: LexborNode, parent: int) -> int:
    """Add an element; its number."""
    tag = node.tag or ""
    if tag not in INLINE:
        _space(page, parent)
    page.tags.append(tag)
    page.parents.append(parent)
    page.ends.append(0)
    page.stops.append(0)
    page.attributes.append(node.attributes)
    page.starts.append(len(page.pieces))
    return len(page.tags) - 1


def _close(page: Page, element: int) -> None:
    page.ends[element] = len(page.tags)
    page.stops[element] = len(page.pieces)
    if page.tags[element] not in INLINE:
        _space(page, page.parents[element])


def _space(page: Page, owner: int) -> None:
    pieces = page.pieces
    if pieces and pieces[-1] != " ":
        pieces.append(" ")
        page.owners.append(owner)


def _read(page: Page, node: LexborNode, parent: int) -> None:
    if node.is_comment_node:
        if page.tags[parent] == "code":
            page.raw[parent] = node.comment_content or ""
        return
    text = node.text_content or ""
    if page.tags[parent] in RAW:
        page.raw[parent] = page.raw.get(parent, "") + text
    elif text:
        page.pieces.append(text)
        page.owners.append(parent)
        if not text.isspace():
            page.worded.add(parent)


_STABLE_ID = re.compile(r"(?!.*\d{3})[A-Za-z_][\w-]{0,60}", re.ASCII)


def selector(page: Page, element: int) -> str:
    """The locator of an element: from the nearest stable id, else from html, down to it.

    Content of a template is a page of its own: `SELECTOR >> template >> SELECTOR`.
    """
    steps: list[str] = []
    outer: list[str] = []
    at = element
    while at >= 0:
        tag, parent = page.tags[at], page.parents[at]
        if anchor := _anchor(page, at):
            steps.append(anchor)
            at = _template_above(page, at)
        elif parent >= 0 and page.tags[parent] == "template":
            steps += [f"{tag}:nth-of-type({_ordinal(page, at)})", "body:nth-of-type(1)", "html"]
            at = parent
        else:
            steps.append("html" if parent < 0 else f"{tag}:nth-of-type({_ordinal(page, at)})")
            at = parent
            if at >= 0:
                continue
        outer.append(" > ".join(reversed(steps)))
        steps = []
    return " >> template >> ".join(reversed(outer))


def _template_above(page: Page, element: int) -> int:
    return next((above for above in page.ancestors(element) if page.tags[above] == "template"), -1)


def _anchor(page: Page, element: int) -> str:
    """`tag#id` when the id is stable and this is the first element that bears it."""
    word = page.attributes[element].get("id") or ""
    if not _STABLE_ID.fullmatch(word) or page.bearers.get(word) != element:
        return ""
    return f"{page.tags[element]}#{word}"


def _ordinal(page: Page, element: int) -> int:
    tag, parent = page.tags[element], page.parents[element]
    same = (child for child in page.children(parent) if page.tags[child] == tag)
    return next(place for place, child in enumerate(same, 1) if child == element)
