"""Every scalar that an exchange sent or received, with the place where it stands.

One pass with a stack of its own over the value trees of `roots`, then over the values inside
values. Bounded in number; what was cut is noted. Locators are made when they are asked for: most
leaves are looked at and dropped.
"""

import json
from collections import deque
from collections.abc import Iterable
from math import isfinite
from typing import Any, NamedTuple

from companion.decode.nesting import inner, may_hold
from companion.decode.roots import Root, roots
from companion.decode.steps import join, pointer
from companion.model import Direction, Exchange

MOST = 20_000  # leaves of one exchange
BRANCHES = 200_000  # containers of one tree looked into
DEPTH = 4  # layers of values inside values: three codings and the JSON in them
NESTED = 4_000_000  # characters of values looked into
ALIKE = 8  # entries of a received list that are read whole; they are alike
_FLAT = 6  # scalars of an entry that is read all the same
_PAIR = 4  # keys of a name and value pair at most

type _Branch = tuple[Any, str, "Trail | None"]  # a container, its name, the keys above it
type Trail = tuple["Trail | None", str | int]  # the keys from a root to a container, last first


class Place(NamedTuple):
    """What the leaves of one value tree share: where it begins, and in which other leaf."""

    prefix: str
    name: str
    direction: Direction
    carrier: str
    outer: "Leaf | None" = None


class Leaf:
    """A scalar: `name` is the last key that means something, `value` its text.

    Numbers and booleans are written as in JSON; null is left out. Of `{"name": N, "value": V}`
    the name is N. Leaves of one object or array stand side by side and share `place` and `trail`;
    `key` is the last key, an int in an array.
    """

    __slots__ = ("key", "name", "place", "trail", "value")

    def __init__(
        self,
        place: Place,
        name: str,
        value: str,
        trail: Trail | None = None,
        key: str | int | None = None,
    ) -> None:
        self.place = place
        self.name = name
        self.value = value
        self.trail = trail
        self.key = key

    @property
    def locator(self) -> str:
        """Where it stands, in the grammar of `steps`."""
        outer = self.place.outer.locator if self.place.outer else ""
        return join(outer, self.place.prefix, pointer(*self._keys()))

    @property
    def path(self) -> tuple[str, ...]:
        """All keys above the value, the outermost first, indices included."""
        above = self.place.outer.path if self.place.outer else ()
        own = (self.place.name,) if self.place.name else ()
        return above + own + tuple(str(key) for key in self._keys())

    @property
    def parent(self) -> str:
        """The key above the name, places in arrays apart; "" at the top."""
        trail, own = self.trail, isinstance(self.key, int)  # an array's scalars bear its name
        while trail is not None:
            trail, key = trail
            if isinstance(key, str):
                if not own:
                    return key
                own = False
        outer = self.place.outer.name if self.place.outer else ""
        return outer if own or self.key is None else self.place.name or outer

    @property
    def direction(self) -> Direction:
        """Sent or received."""
        return self.place.direction

    @property
    def carrier(self) -> str:
        """query, path, cookie, header, form, part, json, script, html, ws, event or text."""
        return self.place.carrier

    def _keys(self) -> list[str | int]:
        if self.key is None:
            return []
        keys, trail = [self.key], self.trail
        while trail is not None:
            trail, key = trail
            keys.append(key)
        return keys[::-1]

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
        walk.tree(Place(root.prefix, root.name, root.direction, root.carrier), root.value)
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
        self._add(place, value, 1)
        while self.waiting:
            leaf, depth = self.waiting.popleft()
            self._inside(leaf, depth)

    def _inside(self, leaf: Leaf, depth: int) -> None:
        self.looked += len(leaf.value)
        if self.looked > NESTED:
            self.note(f"values inside values: read up to {NESTED} characters")
            return
        for steps, value, name in inner(leaf.value):
            self._add(Place(steps, name, leaf.direction, leaf.carrier, leaf), value, depth + 1)

    def _add(self, place: Place, value: object, depth: int) -> None:
        start = len(self.leaves)
        name = place.name or (place.outer.name if place.outer else "")
        if isinstance(value, dict | list):
            self._scalars(place, value, name)
        elif value is not None:
            self.leaves.append(Leaf(place, name, text_of(value)))
        if len(self.leaves) >= MOST:
            self.note(f"read up to {MOST} values")
            del self.leaves[MOST:]
        if depth <= DEPTH:
            fresh = self.leaves[start:]
            self.waiting.extend([(leaf, depth) for leaf in fresh if may_hold(leaf.value)])

    def _scalars(  # noqa: C901, PLR0912  # a call per container took half as long again
        self, place: Place, root: dict[str, Any] | list[Any], name: str
    ) -> None:
        """Every scalar below a container, level by level."""
        queue: deque[_Branch] = deque([(root, name, None)])
        add, push = self.leaves.append, queue.append
        branches = 0
        while queue and branches < BRANCHES and len(self.leaves) < MOST:
            node, name, trail = queue.popleft()
            branches += 1
            if type(node) is dict:
                start = len(self.leaves)
                for key, value in node.items():
                    kind = type(value)
                    if kind is str:
                        if value:
                            add(Leaf(place, key, value, trail, key))
                    elif kind is dict or kind is list:
                        push((value, key, (trail, key)))
                    elif value is not None:
                        add(Leaf(place, key, text_of(value), trail, key))
                if "value" in node and len(node) <= _PAIR:
                    _retitle(self.leaves[start:], node)
                continue
            for at, value in _sample(node, place.direction):
                kind = type(value)
                if kind is dict or kind is list:
                    push((value, name, (trail, at)))
                elif value is not None:
                    add(Leaf(place, name, text_of(value), trail, at))
        if branches == BRANCHES:
            self.note(f"read up to {BRANCHES} containers")


def _sample(node: list[Any], direction: Direction) -> Iterable[tuple[int, Any]]:
    """The entries to read: all that were sent; of many alike that were received, the first.

    Entries that are scalars, or short and flat (`{"id": 7, "name": "sport"}`), are all read; of
    the others what stands in them directly: why an entry is there is told entry by entry.
    """
    if len(node) <= ALIKE or direction is Direction.SENT:
        return enumerate(node[:MOST])
    return [
        (at, value if at < ALIKE or _is_flat(value) else _surface(value))
        for at, value in enumerate(node[:MOST])
    ]


def _surface(entry: Any) -> dict[str, Any]:
    """The scalars of an entry and its arrays of words."""
    if not isinstance(entry, dict):
        return {}
    return {
        key: value
        for key, value in entry.items()
        if not isinstance(value, dict | list)
        or (isinstance(value, list) and value and isinstance(value[0], str))
    }


def _is_flat(node: Any) -> bool:
    if not isinstance(node, dict | list):
        return True
    values = node.values() if isinstance(node, dict) else node
    return len(node) <= _FLAT and not any(isinstance(value, dict | list) for value in values)


def _retitle(fresh: list[Leaf], pair: dict[str, Any]) -> None:
    """Give the value of a `{"name": N, "value": V}` its name."""
    told = next((pair[key] for key in ("name", "key", "id") if isinstance(pair.get(key), str)), "")
    for leaf in fresh:
        if told and leaf.name == "value":
            leaf.name = told


def text_of(value: Any) -> str:
    """A scalar as JSON writes it, a string as it is, a container as JSON text."""
    kind = type(value)
    if kind is str:
        return str(value)
    if kind is int or (kind is float and isfinite(value)):
        return repr(value)
    return json.dumps(value, ensure_ascii=False)
