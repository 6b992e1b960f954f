"""A scalar of an exchange and where it stands."""

import json
from math import isfinite
from typing import Any

from companion.decode.steps import JOINT, escape, join
from companion.model import Direction

# The object or array a scalar stands in: the trail to what holds it, its key there (None for the
# root), itself, its name and the name above it, and whether only what stands in it directly is
# read. Leaves that stand in one object or array share its trail.
type Trail = tuple["Trail | None", str | int | None, dict[str, Any] | list[Any], str, str, bool]


class Place:
    """What the leaves of one value tree share: where it begins, and in which other leaf."""

    __slots__ = ("_inside", "carrier", "direction", "name", "outer", "prefix")

    def __init__(
        self,
        prefix: str,
        name: str,
        direction: Direction,
        carrier: str,
        outer: "Leaf | None" = None,
    ) -> None:
        self.prefix = prefix
        self.name = name
        self.direction = direction
        self.carrier = carrier
        self.outer = outer
        self._inside: tuple[Trail, str] | None = None

    @property
    def locator(self) -> str:
        """Where the tree begins."""
        return join(self.outer.locator, self.prefix) if self.outer else self.prefix

    def pointed(self, trail: Trail, key: str | int | None) -> str:
        """Where the value under a key of one of its objects or arrays stands."""
        if self._inside is None or self._inside[0] is not trail:  # siblings are asked for in a row
            words, at = "", trail
            while at[0] is not None:
                words = f"/{escape(str(at[1]))}{words}"
                at = at[0]
            self._inside = trail, f"{self.locator}{JOINT}{words}"
        return f"{self._inside[1]}/{escape(str(key))}".removeprefix(JOINT)


class Leaf:
    """A scalar: `name` is the last key that means something, `value` its text.

    Numbers and booleans are written as in JSON; null is left out. Of `{"name": N, "value": V}`
    the name is N. Leaves of one object or array stand side by side and share `trail`; `key` is
    the last key, an int in an array. `wanted` is what whoever asked for it wants of it.
    """

    __slots__ = ("key", "name", "place", "trail", "value", "wanted")

    def __init__(  # noqa: PLR0913, PLR0917  # made by the thousand: no detour
        self,
        place: Place,
        name: str,
        value: str,
        trail: Trail | None = None,
        key: str | int | None = None,
        wanted: Any = None,
    ) -> None:
        self.place = place
        self.name = name
        self.value = value
        self.trail = trail
        self.key = key
        self.wanted = wanted

    @property
    def locator(self) -> str:
        """Where it stands, in the grammar of `steps`."""
        if self.trail is None:
            return self.place.locator
        return self.place.pointed(self.trail, self.key)

    @property
    def path(self) -> tuple[str, ...]:
        """All keys above the value, the outermost first, indices included."""
        above = self.place.outer.path if self.place.outer else ()
        own = (self.place.name,) if self.place.name else ()
        return above + own + tuple(str(key) for key in self._keys())

    @property
    def parent(self) -> str:
        """The key above the name, places in arrays apart; "" at the top."""
        trail = self.trail
        if trail is not None:
            return trail[4] if type(self.key) is int else trail[3]
        return self.place.outer.name if self.place.outer else ""

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
            trail, _, node, *_ = trail
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
            trail, key, *_ = trail
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
