"""A page reduced to what leads to its links: the tree in which lists of links show themselves."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from companion.decode.page import Attributes, Page
from companion.extract.slates.markup import bears_item

DEEPEST_PATH = 7  # levels of a path from an element to a link below it

_SEED_ATTRIBUTES = frozenset(
    {"data-href", "data-url", "data-id", "tabindex", "onclick", "itemtype"}
)


@dataclass
class Outline:
    """Elements that are or hold a seed (a link, or what acts like one).

    `children` are an element's children of that sort; `paths` the tag paths from an element to
    its seeds, as numbers.
    """

    page: Page
    seeds: list[int]
    children: dict[int, list[int]] = field(default_factory=dict)
    paths: dict[int, frozenset[int]] = field(default_factory=dict)

    def alike(self, one: int, other: int) -> float:
        """Jaccard index of two elements' paths."""
        a, b = self.paths[one], self.paths[other]
        return 1.0 if a == b else len(a & b) / len(a | b)

    @cached_property
    def lifted(self) -> dict[int, int]:
        """For each element, the highest ancestor that leads to nothing else than it does."""
        found: dict[int, int] = {}
        for element in self.children:
            parent = self.page.parents[element]
            alone = parent >= 0 and len(self.children[parent]) == 1
            found[element] = found[parent] if alone else element
        return found


def outline(page: Page) -> Outline:
    """The outline of a page, made without recursion."""
    found = Outline(page, list(_seeds(page)))
    marked = _ancestors(page, found.seeds)
    for element in marked:
        found.children[element] = []
    for element in marked:
        parent = page.parents[element]
        if parent >= 0:
            found.children[parent].append(element)
    _find_paths(found, marked)
    return found


def _seeds(page: Page) -> Iterator[int]:
    for element, attributes in enumerate(page.attributes):
        if page.tags[element] == "article" or (
            attributes and _is_seed(page.tags[element], attributes)
        ):
            yield element


def _is_seed(tag: str, attributes: Attributes) -> bool:
    if tag == "a":
        return "href" in attributes
    if attributes.get("role") == "listitem" or bears_item(tag, attributes):
        return True
    return not _SEED_ATTRIBUTES.isdisjoint(attributes)


def _ancestors(page: Page, seeds: list[int]) -> list[int]:
    marked: set[int] = set()
    for seed in seeds:
        element = seed
        while element >= 0 and element not in marked:
            marked.add(element)
            element = page.parents[element]
    return sorted(marked)


def _find_paths(found: Outline, marked: list[int]) -> None:
    tags = found.page.tags
    numbers: dict[tuple[str, int], int] = {}
    levels = [0]
    seeds = set(found.seeds)
    for element in reversed(marked):
        paths = {0} if element in seeds else set()
        for child in found.children[element]:
            tag = tags[child]
            for path in found.paths[child]:
                if levels[path] < DEEPEST_PATH:
                    number = numbers.setdefault((tag, path), len(levels))
                    if number == len(levels):
                        levels.append(levels[path] + 1)
                    paths.add(number)
        found.paths[element] = frozenset(paths)
