"""One pass over a document's tree: every place that could hold a list, in document order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from companion.decode.jsontext import nested
from companion.decode.page import Page, parse
from companion.extract.slates.arrays import Found, lists_at
from companion.extract.slates.orders import SHORTEST, may_be_order, resolve
from companion.extract.slates.places import Place

MOST_PLACES = 400_000  # containers of one document
MOST_LISTS = 100_000  # possible lists of one document
_JSON_TEXT = 40  # characters from which on a string may hold a tree
_HTML_TEXT = 300
_LARGEST_TEXT = 2_000_000
_LINK = re.compile(r"<a\s", re.IGNORECASE)
_WIDE = 20_000  # values of one container that are walked


@dataclass(slots=True)
class Walked:
    """What a pass found: possible lists, and pages that stand in strings."""

    lists: list[Found] = field(default_factory=list)
    pages: list[tuple[Place, Page]] = field(default_factory=list)
    cut: bool = False


def walk(root: object) -> Walked:
    """Every possible list of a tree; bounded, without recursion."""
    found = Walked()
    orders: list[Place] = []
    stores: list[Place] = []
    stack = [Place(root)]
    seen = 0
    while stack:
        place = stack.pop()
        seen += 1
        if seen > MOST_PLACES or len(found.lists) > MOST_LISTS:
            found.cut = True
            break
        inner = _inside(place, found)
        if inner:  # lists are made of containers
            found.lists.extend(lists_at(place))
            inner.reverse()
            stack.extend(inner)
        if may_be_order(place.value):
            orders.append(place)
        elif len(inner) >= SHORTEST:
            stores.append(place)
    found.lists.extend(resolve(orders, list(found.lists), stores))
    return found


def _inside(place: Place, found: Walked) -> list[Place]:
    inner: list[Place] = []
    for key, one in _pairs(place.value, found):
        sort = one.__class__  # exact: JSON knows no others
        if sort is dict or sort is list:
            if one:
                inner.append(Place(one, place, key))
        elif isinstance(one, str) and len(one) > _JSON_TEXT and one[0] in '{[" <\n':
            opened = _opened(one, place, key, found)
            if opened:
                inner.append(opened)
    return inner


def _pairs(value: object, found: Walked) -> Iterable[tuple[str | int, object]]:
    """The values of a container with their keys, as many as are walked."""
    if not isinstance(value, dict | list):
        return ()
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    if len(value) <= _WIDE:
        return pairs
    values = value.values() if isinstance(value, dict) else value
    found.cut |= any(isinstance(one, dict | list) for one in islice(values, _WIDE, None))
    return islice(pairs, _WIDE)


def _opened(text: str, place: Place, key: str | int, found: Walked) -> Place | None:
    """The tree that a string holds; a page that it holds is put aside."""
    if len(text) > _LARGEST_TEXT:
        return None
    text = text.strip()
    if text[:1] in {"{", "[", '"'}:
        tree = nested(text) if text[-1:] in {"}", "]", '"'} else None
        return Place(tree, Place(text, place, key), "", fresh=True) if tree else None
    if len(text) > _HTML_TEXT and text[:1] == "<" and len(_LINK.findall(text)) >= 3:
        found.pages.append((Place(text, place, key), parse(text)))
    return None
