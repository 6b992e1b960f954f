"""What in a value tree could be a list: arrays, grids, rows, maps by id, columns side by side."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from companion.extract.slates import names
from companion.extract.slates.places import Place

SAMPLE = 200  # elements of an array that are looked at and walked into
MOST_ITEMS = 50_000
_MARKERS = 2  # continuation markers and spacers of one sort that are left out
_KEYED = re.compile(r".*[\d:].*|[0-9a-f-]{8,}", re.DOTALL)


class Form(StrEnum):
    """How a list is written."""

    ARRAY = "array"
    GRID = "grid"
    ROWS = "rows"
    MAP = "map"
    ORDER = "order"
    COLUMNS = "columns"
    ELEMENTS = "elements"


@dataclass(slots=True)
class Found:
    """A possible list in a tree: its items in order, and the keys at which they stand."""

    form: Form
    place: Place
    elements: Sequence[object]
    keys: Sequence[str | int]
    total: int


def lists_at(place: Place) -> Iterator[Found]:
    """The lists that the container at a place could be."""
    value = place.value
    if isinstance(value, list):
        yield from _of_array(place, value)
    elif isinstance(value, dict):
        yield from _of_object(place, value)


def _of_array(place: Place, array: list[object]) -> Iterator[Found]:
    if len(array) < 2:
        return
    sample = [value for value in array[:SAMPLE] if value is not None]
    objects = sum(isinstance(value, dict) for value in sample)
    if objects >= 2 and objects >= 0.6 * len(sample):
        yield _objects(place, enumerate(array))
    elif not objects and sum(isinstance(value, list) for value in sample) >= 0.9 * len(sample):
        yield from _of_arrays(place, [row for row in array if isinstance(row, list)])


def _objects(place: Place, pairs: Iterator[tuple[str | int, object]] | enumerate[object]) -> Found:
    kept = [(key, value) for key, value in pairs if isinstance(value, dict)]
    left_out = _markers([value for _, value in kept[:SAMPLE] + kept[-2:]])
    if left_out:
        kept = [pair for pair in kept if id(pair[1]) not in left_out]
    some = kept[:MOST_ITEMS]
    return Found(Form.ARRAY, place, [v for _, v in some], [k for k, _ in some], len(kept))


def _markers(objects: Sequence[Mapping[str, object]]) -> set[int]:
    """The spacers and continuation marks among some objects, by identity."""
    marked: dict[str, set[int]] = {}
    for value in objects:
        name = _wrapper(value)
        if name and names.word("marker", name):
            marked.setdefault(name, set()).add(id(value))
    return {one for same in marked.values() if len(same) <= _MARKERS for one in same}


def _wrapper(value: Mapping[str, object]) -> str:
    """The name of the object that is all an element holds, or its declared type."""
    if len(value) > 4:
        return ""
    kind = value.get("type") or value.get("__typename")
    if isinstance(kind, str):
        return kind
    return next(iter(value)) if len(value) == 1 else ""


def _of_arrays(place: Place, rows: list[list[object]]) -> Iterator[Found]:
    wrapped = [row[0] for row in rows if len(row) == 1]
    if len(wrapped) == len(rows) and all(isinstance(row, list) for row in wrapped):
        rows = [row for row in wrapped if isinstance(row, list)]
    inner = [value for row in rows[:SAMPLE] for value in row[:SAMPLE]]
    if not inner:
        return
    if sum(isinstance(value, dict) for value in inner) >= 0.9 * len(inner):
        flat = [value for row in rows for value in row if isinstance(value, dict)]
        yield Found(Form.GRID, place, flat[:MOST_ITEMS], range(len(flat)), len(flat))
    elif max(map(len, rows[:SAMPLE])) >= 2 and len(rows) >= 2:
        header = _header(place, len(rows[0]))
        named: list[object] = [dict(zip(header, row, strict=False)) for row in rows[:MOST_ITEMS]]
        elements = named if header else rows[:MOST_ITEMS]
        yield Found(Form.ROWS, place, elements, range(len(rows)), len(rows))


def _header(place: Place, width: int) -> list[str]:
    """The column names that stand beside rows: an array of names, or of objects with a name."""
    beside = place.parent.value if place.parent else None
    for value in beside.values() if isinstance(beside, dict) else ():
        if isinstance(value, list) and value is not place.value and len(value) == width:
            found = [one.get("name") if isinstance(one, dict) else one for one in value]
            if all(isinstance(name, str) for name in found):
                return [str(name) for name in found]
    return []


def _of_object(place: Place, value: dict[str, object]) -> Iterator[Found]:
    if len(value) < 2:
        return
    if "0" in value and "1" in value:
        if all(key == str(index) for index, key in enumerate(list(value)[:SAMPLE])):
            yield from _of_array_like(place, value)
        return
    sorts = [one.__class__ for one in value.values()]
    if sorts.count(dict) >= 3 and (found := _map(place, value)):
        yield found
    if sorts.count(list) >= 2:
        yield from _columns(place, value)


def _of_array_like(place: Place, value: dict[str, object]) -> Iterator[Found]:
    objects = sum(isinstance(one, dict) for one in value.values())
    if objects >= 2 and objects >= 0.6 * len(value):
        yield _objects(place, iter(value.items()))


def _map(place: Place, value: dict[str, object]) -> Found | None:
    """A map from ids to objects that are alike."""
    objects = [(key, one) for key, one in value.items() if isinstance(one, dict)]
    if len(objects) < 3 or len(objects) < 0.7 * len(value):
        return None
    some = objects[:SAMPLE]
    if sum(_KEYED.fullmatch(key) is not None for key, _ in some) < 0.6 * len(some):
        return None
    if _alike([one for _, one in some]) < 0.4:
        return None
    kept = objects[:MOST_ITEMS]
    return Found(Form.MAP, place, [v for _, v in kept], [k for k, _ in kept], len(objects))


def _alike(objects: Sequence[Mapping[str, object]]) -> float:
    """Mean Jaccard index of the key sets of neighbours."""
    pairs = list(pairwise(objects))
    shares = [len(a.keys() & b.keys()) / max(len(a.keys() | b.keys()), 1) for a, b in pairs]
    return sum(shares) / max(len(shares), 1)


def _columns(place: Place, value: dict[str, object]) -> Iterator[Found]:
    """Arrays of equal length side by side: each position is an item."""
    arrays = {key: one for key, one in value.items() if isinstance(one, list) and _plain(one)}
    lengths = [len(one) for one in arrays.values()]
    length = max(set(lengths), key=lambda one: (lengths.count(one), one), default=0)
    if length < 3 or lengths.count(length) < 2:
        return
    equal = {key: one for key, one in arrays.items() if len(one) == length}
    some = range(min(length, MOST_ITEMS))
    elements = [{key: one[at] for key, one in equal.items()} for at in some]
    yield Found(Form.COLUMNS, place, elements, range(length), length)


def _plain(array: list[object]) -> bool:
    """Whether an array holds scalars only, as far as is looked."""
    return len(array) >= 3 and not any(isinstance(value, dict | list) for value in array[:SAMPLE])
