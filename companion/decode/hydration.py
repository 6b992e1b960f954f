"""Page state in which objects hold positions instead of values: put together again.

Some frameworks write state as one array whose objects hold only numbers that point into that same
array: `[{"title": 1, "next": 2}, "Hello", null]`. Keys may be positions too: `{"_1": 2}`.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

DEEPEST = 14
_SHORTEST = 6
_LEVELS = 3  # levels inside a tree at which such arrays are looked for
_LOOKED_AT = 24  # containers looked at
_SHARE = 0.6  # of the objects must point into the array
_TAGS = frozenset({"Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "Set", "P"})
_POSITION = re.compile(r"_\d{1,7}")


class Hydrated(NamedTuple):
    """A tree with its values in place, and where its containers stood, by identity."""

    value: object
    positions: Mapping[int, int]


def hydrated(value: object) -> Hydrated | None:
    """The tree that an index-compressed array stands for; None when it is no such array."""
    if not isinstance(value, list) or len(value) < _SHORTEST or not _points_inside(value):
        return None
    reader = _Reader(value)
    return Hydrated(reader.read(0, DEEPEST), reader.positions)


def hydrated_within(value: object) -> Iterator[tuple[tuple[str | int, ...], Hydrated]]:
    """Such arrays not far inside a tree, each with the keys that lead there."""
    queue: deque[tuple[tuple[str | int, ...], object]] = deque([((), value)])
    seen = 0
    while queue and seen < _LOOKED_AT:
        keys, one = queue.popleft()
        seen += 1
        if keys and (whole := hydrated(one)) is not None:
            yield keys, whole
        elif len(keys) < _LEVELS:
            queue.extend(((*keys, key), inner) for key, inner in _containers(one))


def _containers(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, dict):
        return ((key, one) for key, one in value.items() if isinstance(one, dict | list))
    some = value[:_LOOKED_AT] if isinstance(value, list) else []
    return ((at, one) for at, one in enumerate(some) if isinstance(one, dict | list))


def _points_inside(array: list[object]) -> bool:
    most, first = len(array), array[0]
    if not isinstance(first, dict | list):
        return False
    inner = first.values() if isinstance(first, dict) else first
    if not all(_is_position(one, most) or isinstance(one, str) for one in inner):
        return False
    objects = [one for one in array if isinstance(one, dict) and one]
    if not objects:
        return False
    pointing = sum(all(_is_position(v, most) for v in one.values()) for one in objects)
    return pointing >= _SHARE * len(objects)


def _is_position(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -10 < value < most


class _Reader:
    """Puts containers together once each; what leads back to itself is left empty."""

    def __init__(self, array: list[object]) -> None:
        self.array = array
        self.done: dict[int, object] = {}
        self.positions: dict[int, int] = {}

    def read(self, position: object, depth: int) -> object:
        if not isinstance(position, int) or not 0 <= position < len(self.array):
            return None
        if position in self.done or depth == 0:
            return self.done.get(position)
        self.done[position] = None
        value = self._put_together(self.array[position], depth - 1)
        self.done[position] = value
        if isinstance(value, dict | list):
            self.positions.setdefault(id(value), position)
        return value

    def _key(self, key: str) -> str:
        """A key; where it is a position too (`_12`), what stands there."""
        if _POSITION.fullmatch(key) and (at := int(key[1:])) < len(self.array):
            found = self.array[at]
            return found if isinstance(found, str) else key
        return key

    def _put_together(self, value: object, depth: int) -> object:
        if isinstance(value, dict):
            return {self._key(key): self.read(one, depth) for key, one in value.items()}
        if not isinstance(value, list):
            return value
        if len(value) == 2 and isinstance(value[0], str):
            return self.read(value[1], depth) if value[0] in _TAGS else value[1]
        return [self.read(one, depth) for one in value]
