"""The heading of a list: the words that name it, and where they stand."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from companion.decode.page import Page
from companion.extract import lexicon
from companion.extract.slates import names
from companion.extract.slates.flatten import flatten
from companion.extract.slates.groups import Group
from companion.extract.slates.markup import label, lineage, spoken_tag
from companion.extract.slates.places import Place
from companion.extract.slates.table import Step
from companion.extract.slates.values import Kind, has_letter, kind

LONGEST = 160  # characters of a heading
_SIBLINGS = 12
_CLIMB = 5  # the first item itself and four elements above it
_ENCLOSING = 5
_ARRAYS = 3  # arrays around a list, and values before it, that are looked at
_BLOCK = 240  # characters of a sibling with links from which on it is another module
_FAR = 2_000  # characters, spaces included, of an element that is no heading and holds none
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption"})
_WEAK = frozenset({"strong", "b"})
_SHORT = frozenset({"div", "p", "span", "header", "a", "label", "summary"})
_SHORT_TEXT = 60
_LISTED = 60  # characters of links, spaces included, that are more than tabs beside a heading
_STOP = frozenset({"section", "article", "aside", "main", "body", "html", "template"})
_ROWS = frozenset({"tbody", "thead", "tr"})  # levels that every table has
_SMALL = 8  # keys of an object that only describes
_SPEAKING = ("personal", "reason", "related", "also", "latest", "crowd")
_KEYS = ("title", "heading", "header", "headline", "name", "label", "sectionTitle", "displayName")
_WIDGET = (
    "widget", "widgetType", "placement", "strategy", "type", "name", "id", "slug", "module",
    "@context", "context", "algorithm", "model", "zone", "slot",
)  # fmt: skip


class Heading(NamedTuple):
    """The words; the element in markup that says them (-1 elsewhere); a telling constant."""

    words: str = ""
    element: int = -1
    constant: str = ""


def of_group(page: Page, group: Group) -> Heading:
    """The nearest heading before a list in markup, else the label of its container."""
    at, climbed = group.first, 0
    while climbed < _CLIMB:
        found = _before(page, at)
        if found is not None:
            return Heading(page.text(found)[:LONGEST], found)
        if at != group.first and (words := label(page, at)):
            return Heading(words[:LONGEST], at)
        parent = page.parents[at]
        if parent < 0 or page.tags[parent] in _STOP:
            break
        climbed += page.tags[parent] not in _ROWS
        at = parent
    for element in lineage(page, group.container, 3):
        if words := label(page, element):
            return Heading(words[:LONGEST], element)
    return Heading()


def _before(page: Page, element: int) -> int | None:
    """The nearest heading among the siblings before an element, else the nearest short text."""
    sibling, short = page.previous[element], None
    for _ in range(_SIBLINGS):
        if sibling < 0 or page.amount(sibling) > _FAR:
            break
        if _is_module(page, sibling):
            break
        found = _heading_in(page, sibling)
        if found is not None:
            return found
        if short is None and _is_short_text(page, sibling):
            short = sibling
        if _is_block(page, sibling):
            break
        sibling = page.previous[sibling]
    return short


def _heading_in(page: Page, sibling: int) -> int | None:
    """A heading that an element is, or holds where it holds little else."""
    words = page.text(sibling)
    if not has_letter(words):
        return None
    tag = spoken_tag(page, sibling)
    if tag in _HEADINGS or (tag in _WEAK and len(words) < LONGEST):
        return sibling
    return _first_inside(page, sibling) if len(words) <= _BLOCK else None


def _is_short_text(page: Page, sibling: int) -> bool:
    words = page.text(sibling)
    short = page.tags[sibling] in _SHORT and len(words) < _SHORT_TEXT
    return short and has_letter(words) and _is_alone(page, sibling)


def _first_inside(page: Page, sibling: int) -> int | None:
    for wanted in (_HEADINGS, _WEAK):
        for element in range(sibling + 1, page.ends[sibling]):
            if spoken_tag(page, element) in wanted and has_letter(page.text(element)):
                return element
    return None


def _is_alone(page: Page, element: int) -> bool:
    """Whether a short text is one phrase, not a row of links or buttons."""
    inside = page.tags[element + 1 : page.ends[element]]
    return inside.count("a") + inside.count("button") + inside.count("li") <= 1


def _is_module(page: Page, element: int) -> bool:
    """Whether an element holds a list of its own, to which the heading in it belongs."""
    if page.tags[element] in _HEADINGS or not _is_block(page, element):
        return False
    inside = range(element + 1, page.ends[element])
    linked = sum(page.amount(at) for at in inside if page.tags[at] == "a")
    return 2 * linked > page.amount(element) and linked > _LISTED


def _is_block(page: Page, element: int) -> bool:
    links = page.tags[element : page.ends[element]].count("a")
    return links >= 3 and page.amount(element) > _SHORT_TEXT


def of_place(place: Place) -> Heading:
    """The nearest heading among the objects around a list in a tree."""
    constant = ""
    if words := _own_title(place) or _said_before(place):
        return Heading(words[:LONGEST])
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
    return words if isinstance(words, str) and _is_heading(words) and _speaks(words) else ""


def _said_before(place: Place) -> str:
    """The name of a list that stands before it in the same array, alone or as a heading element."""
    for _ in range(_ARRAYS):
        place = _element_of(place)
        above = place.parent
        if above is None or not isinstance(above.value, list) or not isinstance(place.key, int):
            return ""
        for value in reversed(above.value[max(0, place.key - _ARRAYS) : place.key]):
            words = _element_words(value) if isinstance(value, list) else value
            if isinstance(words, str) and _is_heading(words) and _speaks(words):
                return words.strip()
        place = above
    return ""


def _element_words(value: list[object]) -> object:
    """The words of a heading element of a flight stream: `["$", "h2", null, {"children": ..}]`."""
    if len(value) != 4 or value[0] != "$" or value[1] not in _HEADINGS:
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
    return _speaks(words) or lexicon.whole("ad", words)


def _calls(key: str, value: str) -> bool:
    """Whether a text under any key reads as the name of a list of a known sort."""
    written = " " in value and value[:1].isupper() and _is_heading(value)
    return written and names.title_prior(key) >= 0 and _speaks(value)


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


def recommends(heading: Heading) -> bool:
    """Whether the words belong to recommendations, latest or most-read lists."""
    return _speaks(heading.words)


def _speaks(words: str) -> bool:
    return any(lexicon.found(notion, words) for notion in _SPEAKING)
