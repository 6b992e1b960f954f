"""Order lists: arrays of ids or references whose items stand elsewhere in the same document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from companion.extract.slates.arrays import MOST_ITEMS, SAMPLE, Form, Found
from companion.extract.slates.places import Place

_RESOLVED = 0.8  # share of an order list's entries that must be known
_ID_KEYS = ("id", "_id", "entityUrn", "urn", "uri", "uuid", "key", "itemId", "item_id", "sku")
_REFERENCES = ("__ref", "$ref", "ref", "_ref", "*")
_TYPES = frozenset({"type", "_type", "linkType", "__typename"})
_TELLS_NOTHING = _TYPES | {"id", "__id", "cursor", "$type", "kind", "key"}
SHORTEST = 3
_THIN = 5  # keys of an object that only leads to another
_STEPS = 3  # objects that only lead on, one after the other
_OTHERS = 4  # keys beside the numbered ones


@dataclass(slots=True)
class Store:
    """Objects of a document by the ids under which they are known."""

    objects: dict[str, dict[str, object]] = field(default_factory=dict)

    def learn(self, found: Found) -> None:
        """Take in the items of a map or an array."""
        if found.form is Form.MAP:
            pairs = zip(found.keys, found.elements, strict=True)
            self.objects.update((str(k), v) for k, v in pairs if isinstance(v, dict))
        elif found.form is Form.ARRAY:
            for value in found.elements:
                if isinstance(value, dict):
                    self._learn_object(value)

    def _learn_object(self, value: dict[str, object]) -> None:
        if len(value) <= _THIN and _direct(value) is not None:
            return
        for key in _ID_KEYS:
            identifier = value.get(key)
            if isinstance(identifier, str | int) and not isinstance(identifier, bool):
                self.objects.setdefault(str(identifier), value)
                if key == "id" and isinstance(value.get("type"), str):
                    self.objects.setdefault(f"{value['type']}/{identifier}", value)
        inner = value.get("sys")
        if isinstance(inner, dict) and isinstance(inner.get("id"), str):
            self.objects.setdefault(inner["id"], value)

    def learn_all(self, place: Place) -> None:
        """Take in the objects of a store by their keys, however unlike each other they are."""
        value = place.value
        pairs = value.items() if isinstance(value, dict) else ()
        self.objects.update((key, one) for key, one in pairs if isinstance(one, dict))

    def find(self, reference: str) -> dict[str, object] | None:
        """The object that a reference names; what only leads on to another is followed."""
        found = self.get(reference)
        for _ in range(_STEPS):
            further = _reference(found) if found is not None else None
            known = self.get(further) if further is not None else None
            if known is None or known is found:
                break
            found = known
        return found

    def get(self, reference: str) -> dict[str, object] | None:
        """The object that a reference names: by the whole, else by its last path step."""
        found = self.objects.get(reference)
        if found is None and ("/" in reference or ":" in reference):
            found = self.objects.get(reference.replace(":", "/").rpartition("/")[2])
        return found


def references(array: object) -> list[str] | None:
    """The ids in an array that could be an order list; None when it is something else.

    An object with the keys "0", "1", "2", ... counts as an array.
    """
    if isinstance(array, dict):
        array = _numbered(array)
    if not isinstance(array, list) or len(array) < SHORTEST:
        return None
    if not may_be_order(array):
        return None
    return [found for value in array[:MOST_ITEMS] if (found := _reference(value)) is not None]


def may_be_order(value: object) -> bool:
    """Whether an array, or an object with the keys "0", "1", ..., could be an order list."""
    array = _numbered(value) if isinstance(value, dict) else value
    if not isinstance(array, list) or len(array) < SHORTEST:
        return False
    return all(_reference(one) is not None for one in array[:SAMPLE])


def _numbered(value: dict[str, object]) -> list[object]:
    """The values of the keys "0", "1", ... that stand beside few others."""
    if "0" not in value or "1" not in value:
        return []
    found = [one for at in range(len(value)) if (one := value.get(str(at))) is not None]
    return found if len(found) >= len(value) - _OTHERS else []


def _is_store(value: object) -> bool:
    """Whether an object holds others by their own ids, as normalized state does."""
    if not isinstance(value, dict) or len(value) < SHORTEST:
        return False
    if not isinstance(next(iter(value.values())), dict):
        return False
    some = [(key, one) for key, one in islice(value.items(), 6) if isinstance(one, dict)]
    own = sum(key in {one.get("__id"), one.get("id"), one.get("entityUrn")} for key, one in some)
    return len(some) >= SHORTEST and 2 * own > len(some)


def _reference(value: object) -> str | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str | int):
        return str(value) if len(str(value)) <= 200 else None
    if isinstance(value, dict) and 1 <= len(value) <= _THIN:
        return _direct(value) or _led_to(value)
    return None


def _direct(value: dict[str, object]) -> str | None:
    """What an object names that is nothing but a reference."""
    if len(value) <= 3:
        found = next((value[key] for key in _REFERENCES if key in value), None)
        if value.get("$type") == "ref" and isinstance(path := value.get("value"), list) and path:
            found = path[-1]
        if isinstance(found, str):
            return found
    identifier = value.get("id")
    if isinstance(identifier, str) and len(value) > 1 and value.keys() <= _TYPES | {"id"}:
        sort = value.get("type")
        return f"{sort}/{identifier}" if isinstance(sort, str) else identifier
    return None


def _led_to(value: dict[str, object]) -> str | None:
    """What the only object in a thin one names: `{"cursor": .., "node": {"__ref": ..}}`."""
    if any(isinstance(one, str) and key not in _TELLS_NOTHING for key, one in value.items()):
        return None
    inner = [one for one in value.values() if isinstance(one, dict | list)]
    only = inner[0] if len(inner) == 1 else None
    return _direct(only) if isinstance(only, dict) else None


def resolve(
    places: Sequence[Place], lists: Iterable[Found], stores: Iterable[Place] = ()
) -> Iterator[Found]:
    """The order lists among some arrays, their items looked up in a document's other lists.

    `stores` are places that may hold objects by their own ids.
    """
    if not places:
        return
    store = Store()
    for held in stores:
        if _is_store(held.value):
            store.learn_all(held)
    for found in lists:
        store.learn(found)
    if not store.objects:
        return
    for place in places:
        order = references(place.value) or []
        known = [(one, value) for one in order if (value := store.find(one)) is not None]
        if len(known) >= max(SHORTEST, _RESOLVED * len(order)):
            yield Found(Form.ORDER, place, [v for _, v in known], [k for k, _ in known], len(known))
