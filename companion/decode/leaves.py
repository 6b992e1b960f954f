"""Every scalar that an exchange sent or received, with the place where it stands.

One pass with a stack of its own over the value trees of `roots`, then over the values inside
values. Bounded in number; what was cut is noted. Locators are made when they are asked for: most
leaves are looked at and dropped.
"""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from companion.decode.leaf import Leaf, Place, text_of
from companion.decode.nesting import inner, may_hold
from companion.decode.roots import Root, roots
from companion.decode.scalars import ANY, BRANCHES, Carried, Scalars, Wish
from companion.model import Direction, Exchange

__all__ = ["BRANCHES", "Leaf", "Leaves", "Place", "Wants", "leaves", "text_of"]

MOST = 20_000  # leaves of one exchange
DEPTH = 4  # layers of values inside values: three codings and the JSON in them
NESTED = 4_000_000  # characters of values looked into

# What is wanted of a carrier: by the key above, by name, anything true. An absent key is asked for
# all the same: the mappings make what is missing.
type Wants = Callable[[str, Direction], Carried]


class Leaves(list[Leaf]):
    """The leaves of an exchange, in a stable order; `notes` say what was cut or unreadable."""

    notes: tuple[str, ...] = ()


def leaves(exchange: Exchange, wants: Wants | None = None) -> Leaves:
    """Every scalar that a decoded exchange carries.

    With `wants` only those whose name it wants; of received trees only values that begin like JSON
    or its encodings are then looked into, no links.
    """
    return collect(roots(exchange), wants)


def collect(trees: Iterable[Root], wants: Wants | None = None) -> Leaves:
    """Every scalar in some value trees and in the values inside them, as far as wanted."""
    walk = _Walk(wants)
    for root in trees:
        if root.note:
            walk.note(f"{root.prefix or 'body'}: {root.note}")
        walk.tree(Place(root.prefix, root.name, root.direction, root.carrier), root.value)
    walk.leaves.notes = tuple(walk.notes)
    return walk.leaves


class _Walk:
    """One pass; values that may hold others wait in line until their tree is done."""

    def __init__(self, wants: Wants | None) -> None:
        self.wants = wants
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
        if len(self.leaves) >= MOST:
            return
        if isinstance(value, dict | list):
            self._scalars(place, value, depth)
        elif value is not None:
            self._scalar(place, text_of(value), depth)
        if len(self.leaves) >= MOST:
            self.note(f"read up to {MOST} values")
            del self.leaves[MOST:]

    def _scalar(self, place: Place, value: str, depth: int) -> None:
        """A value that stands by itself: a parameter, a cookie, a decoded text."""
        outer = place.outer.name if place.outer else ""
        name = place.name or outer
        wish: Wish | None = ANY
        if self.wants is not None:
            wish = self.wants(place.carrier, place.direction)[outer][name]
        holds = depth <= DEPTH and may_hold(value)
        if wish is not None or holds:
            leaf = Leaf(place, name, value, wanted=wish and wish.what)
            if wish is not None:
                self.leaves.append(leaf)
            if holds:
                self.waiting.append((leaf, depth))

    def _scalars(self, place: Place, root: dict[str, Any] | list[Any], depth: int) -> None:
        """Every wanted scalar below a container, level by level."""
        wants = self.wants and self.wants(place.carrier, place.direction)
        tree = Scalars(place, wants, MOST, looks=depth <= DEPTH)
        tree.read(root)
        self.leaves += tree.found
        self.waiting += ((leaf, depth) for leaf in tree.holding)
        if tree.cut:
            self.note(f"read up to {BRANCHES} containers")
