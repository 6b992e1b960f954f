"""The heading of a list in a value tree: what the objects around it are called."""

from collections.abc import Iterator
from itertools import islice

from companion.extract import lexicon
from companion.extract.slates import names
from companion.extract.slates.flatten import flatten
from companion.extract.slates.heading import HEADINGS, LONGEST, Heading, speaks
from companion.extract.slates.places import Place
from companion.extract.slates.table import Step
from companion.extract.slates.values import Kind, has_letter, kind

_ENCLOSING = 5
_ARRAYS = 3  # arrays around a list, and values before it, that are looked at
_SMALL = 8  # keys of an object that only describes
_KEYS = ("title", "heading", "header", "headline", "name", "label", "sectionTitle", "displayName")
_WIDGET = (
    "widget", "widgetType", "placement", "strategy", "type", "name", "id", "slug", "module",
    "@context", "context", "algorithm", "model", "zone", "slot",
)  # fmt: skip


def of_place(place: Place) -> Heading:
    """The nearest heading among the objects around a list in a tree."""
    constant = ""
    if words := _own_title(place) or _said_before(place):
        return Heading(words[:LONGEST], -1, next(map(_constant, _objects(place)), ""))
    for above in islice(_objects(place), _ENCLOSING):
        constant = constant or _constant(above)
        words = _title_of(above)
        if words:
            return Heading(words[:LONGEST], -1, constant)
    return Heading("", -1, constant)


def _own_title(place: Place) -> str:
    """The title in the very object that holds a list, where it names a sort of list."""
    above = place.parent.value if place.parent else None
    words = above.get("title") if isinstance(above, dict) else None
    return words if isinstance(words, str) and _is_heading(words) and speaks(words) else ""


def _said_before(place: Place) -> str:
    """The name of a list that stands before it in the same array, alone or as a heading element."""
    for _ in range(_ARRAYS):
        place = _element_of(place)
        above = place.parent
        if above is None or not isinstance(above.value, list) or not isinstance(place.key, int):
            return ""
        for value in reversed(above.value[max(0, place.key - _ARRAYS) : place.key]):
            words = _element_words(value) if isinstance(value, list) else value
            words = words or _first_words(value)
            if isinstance(words, str) and _is_heading(words) and speaks(words):
                return words.strip()
        place = above
    return ""


def _first_words(value: object) -> object:
    """The words that an array begins with, however many arrays stand around them."""
    for _ in range(_ARRAYS + 1):
        said = (one for one in value if one is not None) if isinstance(value, list) else iter(())
        value = next(said, None)
        if isinstance(value, str):
            return value
    return None


def _element_words(value: list[object]) -> object:
    """The words of a heading element of a flight stream: `["$", "h2", null, {"children": ..}]`."""
    if len(value) != 4 or value[0] != "$" or value[1] not in HEADINGS:
        return None
    return value[3].get("children") if isinstance(value[3], dict) else None


def _element_of(children: Place) -> Place:
    """The element of a flight stream whose children an array is, else the array itself."""
    held = children.parent is not None and isinstance(children.parent.value, dict)
    element = children.parent.parent if children.parent and held else None
    flies = element and isinstance(element.value, list) and element.value[:1] == ["$"]
    return element if element and flies else children


def _objects(place: Place) -> Iterator[dict[str, object]]:
    """The objects around a list, nearest first; one whose numbered keys are the list is one too."""
    for above in (place, *place.above()):
        if isinstance(above.value, dict) and (above is not place or "0" in above.value):
            yield above.value


def _title_of(above: dict[str, object]) -> str:
    """The title-like words of an object around a list; empty for an item with a link of its own."""
    if _is_item(above):
        return ""
    likely = [key for key in islice(above, 40) if _names_heading(key)]
    likely.sort(key=names.title_prior, reverse=True)
    for key in [*_KEYS[:4], *likely, *_KEYS[4:]]:
        if words := _words_of(above.get(key)):
            return words
    return _said_beside(above)


def _said_beside(above: dict[str, object]) -> str:
    """The title of a small object beside a list, where it says what sort of list that is."""
    if len(above) <= _SMALL:
        for key, value in above.items():
            if isinstance(value, str) and _calls(key, value):
                return value.strip()
    for value in islice(above.values(), 20):
        if isinstance(value, dict) and len(value) <= _SMALL:
            for key, said in value.items():
                words = said if isinstance(said, str) else _words_of(said)
                if _names_heading(key) and (_names(words) or _is_titled(key, said)):
                    return words.strip()
    return ""


def _is_titled(key: str, said: object) -> bool:
    """Whether a key holds a title as an object of its own, as only headings of modules do."""
    return isinstance(said, dict) and names.title_prior(key) >= 2 and bool(_words_of(said))


def _names(words: str) -> bool:
    """Whether words name a sort of list."""
    return speaks(words) or lexicon.whole("ad", words)


def _calls(key: str, value: str) -> bool:
    """Whether a text under any key reads as the name of a list of a known sort."""
    written = " " in value and value[:1].isupper() and _is_heading(value)
    return written and names.title_prior(key) >= 0 and speaks(value)


def _names_heading(key: str) -> bool:
    return names.title_prior(key) >= 1 or names.split(key)[-1:] == ("header",)


def _words_of(value: object) -> str:
    if isinstance(value, str):
        return value.strip() if _is_heading(value) else ""
    return _deep(value) if isinstance(value, dict) else ""


def _is_heading(value: str) -> bool:
    return (
        1 < len(value) <= LONGEST
        and kind(value) in {Kind.TEXT, Kind.CONSTANT}
        and has_letter(value)
    )


def _is_item(above: dict[str, object]) -> bool:
    """Whether an object is a thing with an address of its own, such as the product looked at."""
    links = [
        k for k, v in islice(above.items(), 60) if isinstance(v, str) and names.word("link", k)
    ]
    pictured = any(names.word("image", k) or names.word("price", k) for k in islice(above, 60))
    return bool(links) and pictured


def _deep(value: dict[str, object]) -> str:
    """The best title-like text in a header object."""
    root = Step()
    flatten(value, root, 0)
    best, words = 0.0, ""
    stack = [root]
    while stack:
        step = stack.pop()
        stack.extend(reversed(step.children.values()))
        text = step.values[0] if step.values else None
        if isinstance(text, str) and _is_heading(text):
            points = _points(step)
            if points > best:
                best, words = points, text.strip()
    return words


def _points(step: Step) -> float:
    path = step.names() or ["title"]
    last = next((name for name in reversed(path) if not names.generic(name)), "title")
    return (
        names.title_prior(last)
        + 0.5
        - 0.1 * step.depth
        + sum(names.ancestor_cost(name) for name in path[:-1])
    )


def _constant(above: dict[str, object]) -> str:
    """A word that names the sort of list: `placement: "recommended_for_you"`."""
    for key in _WIDGET:
        value = above.get(key)
        if (
            isinstance(value, str)
            and len(value) < 60
            and names.stands_for_list("recommendation", value)
        ):
            return value
    return ""
