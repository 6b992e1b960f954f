"""The heading of a list: the words that name it, and where they stand."""

from typing import NamedTuple

from companion.decode.page import Page
from companion.extract import lexicon
from companion.extract.slates.groups import Group
from companion.extract.slates.markup import label, lineage, spoken_tag
from companion.extract.slates.values import has_letter

LONGEST = 160  # characters of a heading
_SIBLINGS = 12
_CLIMB = 5  # the first item itself and four elements above it
_BLOCK = 240  # characters of a sibling with links from which on it is another module
_FAR = 2_000  # characters, spaces included, of an element that is no heading and holds none
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption"})
_WEAK = frozenset({"strong", "b"})
_SHORT = frozenset({"div", "p", "span", "header", "a", "label", "summary"})
_SHORT_TEXT = 60
_LISTED = 60  # characters of links, spaces included, that are more than tabs beside a heading
_STOP = frozenset({"section", "article", "aside", "main", "body", "html", "template"})
_ROWS = frozenset({"tbody", "thead", "tr"})  # levels that every table has
_SPEAKING = ("personal", "reason", "related", "also", "latest", "crowd")


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
    if tag in HEADINGS or (tag in _WEAK and len(words) < LONGEST):
        return sibling
    return _first_inside(page, sibling) if len(words) <= _BLOCK else None


def _is_short_text(page: Page, sibling: int) -> bool:
    words = page.text(sibling)
    short = page.tags[sibling] in _SHORT and len(words) < _SHORT_TEXT
    return short and has_letter(words) and _is_alone(page, sibling)


def _first_inside(page: Page, sibling: int) -> int | None:
    for wanted in (HEADINGS, _WEAK):
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
    if page.tags[element] in HEADINGS or not _is_block(page, element):
        return False
    inside = range(element + 1, page.ends[element])
    linked = sum(page.amount(at) for at in inside if page.tags[at] == "a")
    return 2 * linked > page.amount(element) and linked > _LISTED


def _is_block(page: Page, element: int) -> bool:
    links = page.tags[element : page.ends[element]].count("a")
    return links >= 3 and page.amount(element) > _SHORT_TEXT


def recommends(heading: Heading) -> bool:
    """Whether the words belong to recommendations, latest or most-read lists."""
    return speaks(heading.words)


def speaks(words: str) -> bool:
    """Whether words name a list of recommended, latest or most-read things."""
    return any(lexicon.found(notion, words) for notion in _SPEAKING)
