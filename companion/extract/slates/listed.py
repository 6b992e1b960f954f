"""A possible list while it is judged: its table, its roles, and the evidence for and against it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from companion.decode.documents import Document
from companion.decode.page import Page, selector
from companion.decode.steps import join, pointer
from companion.extract.slates.arrays import Form, Found
from companion.extract.slates.groups import Group
from companion.extract.slates.heading import Heading
from companion.extract.slates.markup import class_words, lineage
from companion.extract.slates.roles import Roles
from companion.extract.slates.table import Table
from companion.extract.slates.titles import texts, title_key
from companion.extract.slates.values import count_words, middle

type Points = tuple[str, float]


@dataclass(eq=False, kw_only=True)
class Listed:
    """What lists in trees and lists in markup have in common."""

    document: Document
    prefix: str
    table: Table
    roles: Roles
    heading: Heading
    total: int
    evidence: list[Points] = field(default_factory=list)
    inside: "Listed | None" = None  # the list that one of whose items holds this one

    @cached_property
    def titles(self) -> list[str]:
        """The titles of the rows that were read; empty where a row has none."""
        return texts(self.roles.titles, self.table.items)

    @cached_property
    def keys(self) -> list[str]:
        """The titles as they are compared, each once."""
        return list(dict.fromkeys(key for title in self.titles if (key := title_key(title))))

    @cached_property
    def title_words(self) -> float:
        """Median words of a title."""
        return middle([count_words(title) for title in self.titles if title])

    @property
    def score(self) -> float:
        """The sum of the evidence."""
        return sum(points for _, points in self.evidence)

    def note(self, name: str, points: float) -> None:
        """Add evidence, unless it weighs nothing."""
        if points:
            self.evidence.append((name, round(points, 2)))

    @property
    def keyed(self) -> bool:
        """Whether the items stand under ids of their own."""
        return False

    @property
    def locator(self) -> str:
        """Where the list stands in the exchange."""
        raise NotImplementedError

    @property
    def names(self) -> Sequence[str]:
        """The keys or class words around the list, nearest first."""
        raise NotImplementedError


@dataclass(eq=False, kw_only=True)
class TreeList(Listed):
    """A possible list in a value tree."""

    found: Found

    @property
    def keyed(self) -> bool:
        """Whether it is a map by id or an order list."""
        return self.found.form in {Form.MAP, Form.ORDER}

    @cached_property
    def locator(self) -> str:
        """A pointer to the array, map or order list; to a map's or array's own place as sent."""
        place = self.found.place
        position = self.document.positions.get(id(place.value))
        if position is not None:
            return join(self.prefix, pointer(position))
        return place.locator(self.prefix)

    @cached_property
    def names(self) -> list[str]:
        """The keys above the list, nearest first."""
        return self.found.place.names()

    @property
    def own_key(self) -> str:
        """The key under which the list stands; empty for a whole document."""
        return self.names[0] if self.names else ""


@dataclass(eq=False, kw_only=True)
class PageList(Listed):
    """A possible list in markup."""

    page: Page
    group: Group

    @cached_property
    def locator(self) -> str:
        """The selector of the element that holds the items."""
        return join(self.prefix, selector(self.page, self.group.container))

    @cached_property
    def names(self) -> list[str]:
        """Class words and ids of the container and of four elements above it."""
        return [class_words(self.page, at) for at in lineage(self.page, self.group.container)]
