"""Every scalar that an exchange sent or received, with the place where it stands.

One pass with a stack of its own over the value trees of `roots`, then over the values inside
values. Bounded in number; what was cut is noted. Locators are made when they are asked for: most
leaves are looked at and dropped.
"""

import json
from collections import deque
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from companion.decode.nesting import inner, may_hold
from companion.decode.roots import Root, roots
from companion.decode.steps import clean, join, pointer
from companion.model import Direction, Exchange

MOST = 20_000  # leaves of one exchange
BRANCHES = 200_000  # containers of one tree looked into
DEPTH = 4  # layers of values inside values: three codings and the JSON in them
NESTED = 4_000_000  # characters of values looked into
_PAIR = 4  # keys of a name and value pair at most

type Trail = tuple["Trail | None", str | int]  # the keys from a root to a leaf, last one first


class Place(NamedTuple):
    """What the leaves of one value tree share: where it begins and the keys above it."""

    prefix: str
    path: tuple[str, ...]
    direction: Direction
    carrier: str


class Leaf:
    """A scalar: `name` is the last key that means something, `value` its text.

    Numbers and booleans are written as in JSON; null is left out. Of `{"name": N, "value": V}`
    the name is N.
    """

    __slots__ = ("_place", "_trail", "name", "value")

    def __init__(self, place: Place, name: str, value: str, trail: Trail | None = None) -> None:
        self._place = place
        self._trail = trail
        self.name = name
        self.value = value

    @property
    def locator(self) -> str:
        """Where it stands, in the grammar of `steps`."""
        return join(self._place.prefix, pointer(*_keys(self._trail)))

    @property
    def path(self) -> tuple[str, ...]:
        """All keys above the value, the outermost first, indices included."""
        return self._place.path + tuple(clean(str(key)) for key in _keys(self._trail))

    @property
    def direction(self) -> Direction:
        """Sent or received."""
        return self._place.direction

    @property
    def carrier(self) -> str:
        """query, path, cookie, header, form, part, json, script, html, ws, event or text."""
        return self._place.carrier

    def __repr__(self) -> str:
        return f"Leaf({self.direction} {self.locator!r} {self.name!r}={self.value!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Leaf) and repr(self) == repr(other)

    def __hash__(self) -> int:
        return hash(repr(self))


class Leaves(list[Leaf]):
    """The leaves of an exchange, in a stable order; `notes` say what was cut or unreadable."""

    notes: tuple[str, ...] = ()


def leaves(exchange: Exchange) -> Leaves:
    """Every scalar that a decoded exchange carries."""
    return collect(roots(exchange))


def collect(trees: Iterable[Root]) -> Leaves:
    """Every scalar in some value trees and in the values inside them."""
    walk = _Walk()
    for root in trees:
        if root.note:
            walk.note(f"{root.prefix or 'body'}: {root.note}")
        path = (root.name,) if root.name else ()
        walk.tree(Place(root.prefix, path, root.direction, root.carrier), root.value)
    walk.leaves.notes = tuple(walk.notes)
    return walk.leaves


class _Walk:
    """One pass; values that may hold others wait in line until their tree is done."""

    def __init__(self) -> None:
        self.leaves = Leaves()
        self.notes: dict[str, None] = {}
        self.waiting: deque[tuple[Leaf, int]] = deque()
        self.looked = 0

    def note(self, words: str) -> None:
        self.notes[words] = None

    def tree(self, place: Place, value: object) -> None:
        """The leaves of one tree, then those inside its values."""
        self._one(place, value, 1)
        while self.waiting:
            leaf, depth = self.waiting.popleft()
            self._inside(leaf, depth)

    def _inside(self, leaf: Leaf, depth: int) -> None:
        self.looked += len(leaf.value)
        if self.looked > NESTED:
            self.note(f"values inside values: read up to {NESTED} characters")
            return
        locator = leaf.locator
        for steps, value, name in inner(leaf.value):
            path = (*leaf.path, name) if name else leaf.path
            place = Place(join(locator, steps), path, leaf.direction, leaf.carrier)
            self._one(place, value, depth + 1, leaf.name)

    def _one(self, place: Place, value: object, depth: int, outer: str = "") -> None:
        start = len(self.leaves)
        name = clean(place.path[-1]) if place.path else outer
        if isinstance(value, dict | list):
            self._scalars(place, value, name)
        elif value is not None:
            self.leaves.append(Leaf(place, name, text_of(value)))
        if len(self.leaves) >= MOST:
            self.note(f"read up to {MOST} values")
            del self.leaves[MOST:]
        if depth <= DEPTH:
            fresh = self.leaves[start:]
            self.waiting.extend((leaf, depth) for leaf in fresh if may_hold(leaf.value))

    def _scalars(self, place: Place, root: object, name: str) -> None:
        """Every scalar below a container: its own ones first, then those of the next ones."""
        add = self.leaves.append
        stack: list[tuple[object, str, Trail | None]] = [(root, name, None)]
        branches = 0
        while stack and branches < BRANCHES and len(self.leaves) < MOST:
            node, name, trail = stack.pop()
            branches += 1
            below = []
            for key, word, value in _entries(node, name):
                if type(value) is str:
                    if value:
                        add(
                            Leaf(
                                place,
                                word,
                                value if value.isascii() else clean(value),
                                (trail, key),
                            )
                        )
                elif isinstance(value, dict | list):
                    below.append((value, word, (trail, key)))
                elif value is not None:
                    add(Leaf(place, word, text_of(value), (trail, key)))
            stack.extend(reversed(below))
        if stack and branches == BRANCHES:
            self.note(f"read up to {BRANCHES} containers")


def _entries(node: object, name: str) -> Iterable[tuple[str | int, str, object]]:
    """The key, the name and the value of each entry; entries of a list have the list's name."""
    if isinstance(node, dict):
        told = _told(node) if "value" in node else ""
        return [
            (key, told if told and key == "value" else key, value)
            for key, value in islice(node.items(), MOST)
        ]
    return (
        [(at, name, value) for at, value in enumerate(node[:MOST])]
        if isinstance(node, list)
        else []
    )


def _told(pair: dict[str, object]) -> str:
    """The name that a `{"name": N, "value": V}` gives its value."""
    for key in ("name", "key", "id"):
        word = pair.get(key)
        if isinstance(word, str) and len(pair) <= _PAIR:
            return word
    return ""


def text_of(value: object) -> str:
    """A scalar as JSON writes it, a string as it is, a container as JSON text."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return clean(json.dumps(value, ensure_ascii=False))


def _keys(trail: Trail | None) -> list[str | int]:
    keys: list[str | int] = []
    while trail is not None:
        trail, key = trail
        keys.append(key)
    return keys[::-1]
