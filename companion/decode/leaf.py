"""A scalar of an exchange and where it stands."""

import json
from math import isfinite
from typing import Any, NamedTuple

from companion.decode.steps import join, pointer
from companion.model import Direction

# The object or array a scalar stands in, its key, and the trail to what holds it; the root's key is
# None. Leaves that stand in one object or array share its trail.
type Trail = tuple["Trail | None", str | int | None, dict[str, Any] | list[Any]]


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
    the name is N. Leaves of one object or array stand side by side and share `trail`; `key` is
    the last key, an int in an array.
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
            trail, key, _ = trail
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

    def near(self, *names: str) -> str:
        """The nearest scalar under one of the names: beside this one, else beside what holds it."""
        trail = self.trail
        while trail is not None:
            trail, _, node = trail
            if isinstance(node, dict):
                found = [node[name] for name in names if name in node]
                told = next((it for it in found if it and not isinstance(it, dict | list)), None)
                if told is not None:
                    return text_of(told)
        return ""

    def _keys(self) -> list[str | int]:
        if self.key is None:
            return []
        keys, trail = [self.key], self.trail
        while trail is not None:
            trail, key, _ = trail
            if key is not None:
                keys.append(key)
        return keys[::-1]

    def __repr__(self) -> str:
        return f"Leaf({self.direction} {self.locator!r} {self.name!r}={self.value!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Leaf) and repr(self) == repr(other)

    def __hash__(self) -> int:
        return hash(repr(self))


def text_of(value: Any) -> str:
    """A scalar as JSON writes it, a string as it is, a container as JSON text."""
    kind = type(value)
    if kind is str:
        return str(value)
    if kind is int or (kind is float and isfinite(value)):
        return repr(value)
    return json.dumps(value, ensure_ascii=False)
