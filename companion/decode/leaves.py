"""Every scalar that an exchange sent or received, with the place where it stands.

One pass with a stack of its own over the value trees of `roots`, then over the values inside
values. Bounded in number; what was cut is noted. Locators are made when they are asked for: most
leaves are looked at and dropped.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from companion.decode.leaf import Leaf, Place, Trail, text_of
from companion.decode.nesting import inner, may_hold
from companion.decode.roots import Root, roots
from companion.model import Direction, Exchange

__all__ = ["Leaf", "Leaves", "Place", "Wants", "leaves", "text_of"]

MOST = 20_000  # leaves of one exchange
BRANCHES = 200_000  # containers of one tree looked into
DEPTH = 4  # layers of values inside values: three codings and the JSON in them
NESTED = 4_000_000  # characters of values looked into
ALIKE = 8  # entries of a received list that are read whole; they are alike
_PAIR = 4  # keys of a name and value pair at most
_OPENING = frozenset('{["eHW%')  # how JSON, Base64 of JSON, gzip and escapes begin

# What is wanted of a carrier: by the key above, by name, anything true. An absent key is asked for
# all the same: the mappings make what is missing.
type Wants = Callable[[str, Direction], Mapping[str, Mapping[str, object]]]
# A container, its name, its trail, the key above, whether only what stands in it directly is read.
type _Branch = tuple[Any, str, Trail | None, str, bool]


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
        leaf = Leaf(place, place.name or outer, value)
        if self.wants is None or self.wants(place.carrier, place.direction)[outer][leaf.name]:
            self.leaves.append(leaf)
        if depth <= DEPTH and may_hold(value):
            self.waiting.append((leaf, depth))

    def _scalars(  # noqa: C901, PLR0912, PLR0915  # a call per value took half as long again
        self, place: Place, root: dict[str, Any] | list[Any], depth: int
    ) -> None:
        """Every wanted scalar below a container, level by level.

        Of a received list of many entries the first are read whole. They are alike: of the others
        what stands in them directly is read, since why an entry is there is told entry by entry.
        """
        outer = place.outer.name if place.outer else ""
        name, above = (place.name, outer) if place.name else (outer, "")
        queue: deque[_Branch] = deque([(root, name, (None, None, root), above, False)])
        add, push, wait = self.leaves.append, queue.append, self.waiting.append
        wants = self.wants and self.wants(place.carrier, place.direction)
        received, looks = place.direction is Direction.RECEIVED, depth <= DEPTH
        narrow = received and wants is not None
        branches = 0
        while queue and branches < BRANCHES and len(self.leaves) < MOST:
            node, name, trail, above, shallow = queue.popleft()
            branches += 1
            in_dict = type(node) is dict
            if in_dict:
                parent, items = name, node.items()
                titled = "value" in node and len(node) <= _PAIR and _title(node)
                many = False
            else:
                parent, items = above, enumerate(node[:MOST])
                titled, many = "", received and len(node) > ALIKE
            names = None if wants is None else wants[parent]
            for key, value in items:
                kind = type(value)
                label = (titled if titled and key == "value" else key) if in_dict else name
                if kind is dict or kind is list:
                    if not shallow or (kind is list and value and type(value[0]) is str):
                        deep = not many or key < ALIKE
                        push((value, label, (trail, key, value), parent, shallow or not deep))
                    continue
                wanted = (names is None or names[label]) and value is not None and value != ""
                holds = (
                    kind is str
                    and looks
                    and (not narrow or value[:1] in _OPENING)
                    and may_hold(value)
                )
                if wanted or holds:
                    leaf = Leaf(place, label, text_of(value), trail, key)
                    if wanted:
                        add(leaf)
                    if holds:
                        wait((leaf, depth))
        if branches == BRANCHES:
            self.note(f"read up to {BRANCHES} containers")


def _title(pair: dict[str, Any]) -> str:
    """The N of a `{"name": N, "value": V}`; empty where there is none."""
    return next((pair[key] for key in ("name", "key", "id") if isinstance(pair.get(key), str)), "")
