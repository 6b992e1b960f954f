"""The scalars of one value tree, level by level, as far as they are wanted.

Of a received list of many entries the first are read whole. They are alike: of the others what
stands in them directly is read, since why an entry is there is told entry by entry; those of which
nothing is wanted are passed over.
"""

from collections.abc import Mapping
from itertools import islice
from typing import Any, NamedTuple

from companion.decode.leaf import Leaf, Place, Trail, text_of
from companion.decode.nesting import may_hold
from companion.model import Direction

BRANCHES = 200_000  # containers of one tree looked into
ALIKE = 8  # entries of a received list that are read whole; they are alike
_PAIR = 4  # keys of a name and value pair at most
_OPENING = '{["eHW%'  # how JSON, Base64 of JSON, gzip and escapes begin


class Wish(NamedTuple):
    """What is wanted of a name: `what` goes with the leaf; `counts`, whole numbers are wanted too.

    The latter spares the cost of leaves that would only be dropped.
    """

    what: Any = None
    counts: bool = True


ANY = Wish()

# What is wanted of a carrier: by the key above, then by name; None for nothing.
type _Names = Mapping[str, Wish | None]
type Carried = Mapping[str, _Names]
type _Plan = dict[str, Wish] | None


class Scalars:
    """The wanted scalars of one tree, and those in which further values may stand.

    `most` of the former are read. With `looks` False nothing is looked for inside of values; of
    received trees, as far as something is wanted, only in values that begin like JSON or its
    encodings.
    """

    def __init__(self, place: Place, wants: Carried | None, most: int, *, looks: bool) -> None:
        self.place, self.wants, self.most, self.looks = place, wants, most, looks
        self.received = place.direction is Direction.RECEIVED
        self.narrow = self.received and wants is not None
        self.found: list[Leaf] = []
        self.holding: list[Leaf] = []
        self.cut = False
        self._queue: list[Trail] = []
        self._plans: dict[tuple[str, ...], _Plan] = {}

    def read(self, root: dict[str, Any] | list[Any]) -> None:
        """Read the tree below a container."""
        outer = self.place.outer.name if self.place.outer else ""
        name, above = (self.place.name, outer) if self.place.name else (outer, "")
        self._queue = [(None, None, root, name, above, False)]
        if self.narrow:
            self._skim()
        else:
            self._read()
        self.cut = len(self._queue) > BRANCHES

    def _read(self) -> None:
        for trail in islice(self._queue, BRANCHES):  # which grows meanwhile
            if len(self.found) >= self.most:
                return
            node = trail[2]
            if isinstance(node, list):
                self._list(node, trail)
            else:
                self._dict(node, trail)

    def _skim(self) -> None:  # noqa: C901, PLR0912, PLR0915  # a call per object took a third longer
        """Read what was received: objects by the plan for their keys."""
        place, looks, found, push = self.place, self.looks, self.found, self._queue.append
        for trail in islice(self._queue, BRANCHES):
            if len(found) >= self.most:
                return
            _, _, node, name, _, shallow = trail
            if isinstance(node, list):
                self._list(node, trail)
                continue
            wanted = self._plan(name, node)
            if wanted is None:
                self._dict(node, trail)
                continue
            entries = [(key, node[key]) for key in wanted] if shallow else node.items()
            for key, value in entries:
                kind = type(value)
                if kind is str:
                    if value[:1] in _OPENING and looks and may_hold(value):
                        self.holding.append(Leaf(place, key, value, trail, key))
                elif kind is dict:
                    if not shallow:
                        push((trail, key, value, key, name, False))
                elif kind is list and value:
                    if type(value[0]) is str:
                        if key in wanted or _open(value):
                            push((trail, key, value, key, name, shallow))
                    elif not shallow:
                        push((trail, key, value, key, name, False))
            for key, wish in wanted.items():
                value = node[key]
                kind = type(value)
                if kind is int and not wish.counts and value >= 0:
                    continue
                if value is not None and value != "" and kind not in _CONTAINERS:
                    found.append(Leaf(place, key, text_of(value), trail, key, wish.what))

    def _plan(self, name: str, node: dict[str, Any]) -> _Plan:
        """The wanted ones among an object's keys; None where its names stand in its values."""
        shape = (name, *node)
        if shape in self._plans:
            return self._plans[shape]
        plan: _Plan = None
        if self.wants is not None and not _title(node):
            names = self.wants[name]
            plan = {key: wish for key in node if (wish := names[key]) is not None}
        return self._plans.setdefault(shape, plan)

    def _dict(self, node: dict[str, Any], trail: Trail) -> None:
        _, _, _, name, _, shallow = trail
        titled = _title(node)
        names = self.wants[name] if self.wants is not None else None
        for key, value in node.items():
            label = titled if titled and key == "value" else key
            kind = type(value)
            if kind is dict or kind is list:
                if not shallow or (kind is list and value and type(value[0]) is str):
                    self._queue.append((trail, key, value, label, name, shallow))
            else:
                self._scalar(value, label, key, trail, names)

    def _list(self, node: list[Any], trail: Trail) -> None:
        _, _, _, name, above, shallow = trail
        many = self.received and len(node) > ALIKE
        names = self.wants[above] if self.wants is not None else None
        for at, value in enumerate(node[: self.most]):
            kind = type(value)
            if kind is dict or kind is list:
                if not shallow or (kind is list and value and type(value[0]) is str):
                    outside = shallow or (many and at >= ALIKE)
                    if outside and self.narrow and kind is dict and self._plan(name, value) == {}:
                        continue
                    self._queue.append((trail, at, value, name, above, outside))
            else:
                self._scalar(value, name, at, trail, names)

    def _scalar(
        self, value: Any, label: str, key: str | int, trail: Trail, names: _Names | None
    ) -> None:
        if value is None or value == "":
            return
        wish = ANY if names is None else names[label]
        holds = (
            type(value) is str
            and self.looks
            and (not self.narrow or value[:1] in _OPENING)
            and may_hold(value)
        )
        if wish is not None or holds:
            leaf = Leaf(self.place, label, text_of(value), trail, key, wish and wish.what)
            if wish is not None:
                self.found.append(leaf)
            if holds:
                self.holding.append(leaf)


_CONTAINERS = (dict, list)


def _open(values: list[Any]) -> bool:
    """Whether a list is more than strings in which nothing else stands."""
    for value in values:  # a loop: a generator here costs twice as much
        if type(value) is not str or (value[:1] in _OPENING and may_hold(value)):
            return True
    return False


def _title(pair: dict[str, Any]) -> str:
    """The N of a `{"name": N, "value": V}`; empty where there is none."""
    if len(pair) > _PAIR or "value" not in pair:
        return ""
    return next((pair[key] for key in ("name", "key", "id") if isinstance(pair.get(key), str)), "")
