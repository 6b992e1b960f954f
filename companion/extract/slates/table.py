"""A list as a table: items are rows, the places of their values columns.

Places are kept as a tree of steps that all items share, so no path is written out while reading.
"""

from collections.abc import Iterator
from functools import cached_property

from companion.extract.slates.paths import Path, path
from companion.extract.slates.price import may_state
from companion.extract.slates.values import SAMPLES, Kind, Scalar, kind

type Key = str | int

MOST_STEPS = 4_000  # places of one table


class Step:
    """A place inside an item, one key below its parent; row `rows[i]` holds `values[i]`.

    In markup, `hint` is what the tag and its classes are worth as a title, and `direct` counts
    the rows in which the element itself bears words; `words` are the classes at an amount.
    """

    __slots__ = (
        "array_cost", "children", "depth", "direct", "hint", "key", "parent", "rows", "values",
        "words",
    )  # fmt: skip

    def __init__(self, parent: "Step | None" = None, key: Key = "") -> None:
        self.parent = parent
        self.key = key
        self.depth: int = parent.depth + 1 if parent else 0
        self.array_cost: int = parent.array_cost if parent else 0
        if isinstance(key, int):
            self.array_cost += key + 1
        self.hint = 0.0
        self.direct = 0
        self.words = ""
        self.children: dict[Key, Step] = {}
        self.rows: list[int] = []
        self.values: list[Scalar] = []

    def child(self, key: Key) -> "Step":
        """The step one key below."""
        found = self.children.get(key)
        if found is None:
            found = self.children[key] = Step(self, key)
        return found

    def add(self, row: int, value: Scalar) -> None:
        """Keep a row's value; the first one at a place counts."""
        if not self.rows or self.rows[-1] != row:
            self.rows.append(row)
            self.values.append(value)

    def keys(self) -> list[Key]:
        """The keys from the item down to here."""
        keys: list[Key] = []
        step: Step = self
        while step.parent is not None:
            keys.append(step.key)
            step = step.parent
        return keys[::-1]

    def names(self) -> list[str]:
        """The keys that are names, from the item down."""
        return [key for key in self.keys() if isinstance(key, str)]

    def inside(self, other: "Step") -> bool:
        """Whether this place stands below another one."""
        step = self.parent
        while step is not None:
            if step is other:
                return True
            step = step.parent
        return False


class Column:
    """The values that stand at one place in all items of a list."""

    def __init__(self, step: Step, items: int) -> None:
        self.step = step
        self.values = step.values
        self.coverage = len(step.rows) / items
        self.distinct = len(set(step.values)) / len(step.values)

    @cached_property
    def kind(self) -> Kind:
        """What most of its values are."""
        found = [kind(value) for value in self.values[:SAMPLES]]
        first = found[0]
        if found.count(first) == len(found):
            return first
        return max(set(found), key=lambda one: (found.count(one), one))

    @cached_property
    def texts(self) -> list[str]:
        """Its values as text."""
        return [value if isinstance(value, str) else str(value) for value in self.values]

    @cached_property
    def joined(self) -> str:
        """Its values as one text, a line each: what is nowhere in it is in none of them."""
        return "\n".join(self.texts)

    @cached_property
    def may_cost(self) -> bool:
        """Whether a value can state a price."""
        return may_state(self.joined)

    @cached_property
    def path(self) -> Path:
        """What the names on the way from the item to the value say."""
        return path(tuple(self.step.names()))

    @property
    def names(self) -> tuple[str, ...]:
        """The names on the way from the item to the value."""
        return self.path.names

    @property
    def name(self) -> str:
        """The last name on the way that says something."""
        return self.path.name


class Table:
    """The first rows of a list: how many they are, and their columns in document order."""

    def __init__(self, root: Step, items: int) -> None:
        self.root = root
        self.items = items
        self.columns = [Column(step, items) for step in _steps(root) if step.values]


def _steps(root: Step) -> Iterator[Step]:
    stack, count = [root], 0
    while stack and count < MOST_STEPS:
        step = stack.pop()
        count += 1
        yield step
        stack.extend(reversed(step.children.values()))
